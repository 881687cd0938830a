"""Commands, one module each. They may import everything below `cli`."""
