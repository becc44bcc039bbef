"""Who and what a text names, and the works to read: lists to print under it, from the reference."""

from bede.report.cast.building import cast_of
from bede.report.cast.reading import reading_list_of
from bede.report.cast.values import Cast, Entry, Term, Title, Unknown

__all__ = ["Cast", "Entry", "Term", "Title", "Unknown", "cast_of", "reading_list_of"]
