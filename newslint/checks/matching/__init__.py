"""checks/matching."""
