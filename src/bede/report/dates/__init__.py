"""What `bede dates` shows: the times of a text as a table, as JSON lines, or as a page.

`dated` chooses what is shown of a document; `table`, `jsonl` and `html` each have one function
`render` from such documents to text. They share the words of `wording`.
"""

from bede.report.dates.values import DatedDocument, dated, summary

__all__ = ["DatedDocument", "dated", "summary"]
