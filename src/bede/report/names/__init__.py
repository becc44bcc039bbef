"""The names of a text, and who or what each stands for: as a cast, or as JSON lines."""

from bede.report.names.values import NamedDocument

__all__ = ["NamedDocument"]
