"""The Model Context Protocol: an agent that writes copy can check it by itself.

The server speaks the protocol over standard input and output; `tools` has what it offers.
"""
