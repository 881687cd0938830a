"""The HTML report: one page for people to read, search and print. Start reading in page.py."""
