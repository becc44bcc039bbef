"""Tightest spans for people and for programs."""

from bede.report.tightening.values import TightDocument

__all__ = ["TightDocument"]
