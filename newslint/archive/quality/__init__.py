"""Data quality of an archive, by source and month: as a table, and as a page with pictures.

A Measure is taken of each article where it is examined, and noted in the journal (measure.py). When
all are there, the articles that another one has said before are marked (duplicates.py, by the keys
of sketch.py), the measures are counted (figures.py), and drawn (page.py, chart.py).
"""
