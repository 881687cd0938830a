"""What the publication has printed: its names and words, counted, mapped, looked up."""
