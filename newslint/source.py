"""Sources: a file as it is. Writing back an unedited Source gives the same bytes."""
