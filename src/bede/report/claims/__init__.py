"""What `bede claims` shows: the claims of a text as a table, as JSON lines, or as a page.

`table` and `html` show what was read, and need no reference; `jsonl` gives the claims of the JSON
report, a line for each. `Choice` says which claims are wanted.
"""

from bede.report.claims.values import Choice, ClaimedDocument, summary

__all__ = ["Choice", "ClaimedDocument", "summary"]
