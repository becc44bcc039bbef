"""Looking into the reference: the page of one record, and lists to choose from."""

from bede.report.reference.building import list_of, page_of

__all__ = ["list_of", "page_of"]
