"""Tests of what the publication has printed."""
