"""The compiled scanner, where it was built. Its sources are in `native/`."""
