"""Data quality of an archive, by source and month: as a table, and as a page with pictures.

Each article is measured where it is linted (measure.py). Duplicates are marked by the keys of
minhash.py (duplicates.py); the measures are counted (aggregate.py) and drawn (page.py, chart.py).
"""
