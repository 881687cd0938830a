"""Copy held against the texts that it was written from: its names, figures and quotations.

A text that copy is held against is a Reference here, since a Source is any text as stored; users
call it a source. Each side is read by the same readers and compared by value. A module may import
evidence and what lies below.
"""
