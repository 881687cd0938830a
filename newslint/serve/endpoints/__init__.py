"""What the server answers at which path: requests into tasks, answers into responses."""
