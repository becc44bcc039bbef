"""The account: all that a page, a timeline or a graph shows of one document, beside its report.

A report holds what was found. To show a text as its author wrote it, and who and what it names
with their lives, takes more: the document itself, the names in it, and profiles of what they
stand for. `build_account` gathers that once; all that draws needs nothing but these values.
"""

from bede.report.account.building import build_account
from bede.report.account.values import Account, Known, Mention, OtherTime, Profile

__all__ = ["Account", "Known", "Mention", "OtherTime", "Profile", "build_account"]
