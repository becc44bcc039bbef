"""The timeline of an account: what the text says beside what the reference says."""

from bede.report.timeline.building import build_timeline
from bede.report.timeline.figure import timeline_figure
from bede.report.timeline.values import Bar, Lane, Mark, Timeline

__all__ = ["Bar", "Lane", "Mark", "Timeline", "build_timeline", "timeline_figure"]
