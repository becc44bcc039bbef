"""Every error that a user can cause, as one tree.

    BedeError
    ├── InputError        a document, or a path, cannot be read
    ├── UsageError        the command or the call was used wrongly
    ├── ChronologyError   a date or a span that cannot exist
    ├── CatalogError      a rule, event type or lexicon under data/ is faulty
    ├── PackError         a pack of facts is faulty
    ├── ReferenceSourceError  a data set to take facts from cannot be read
    ├── ProcessError      a process that was to help has come to an end
    └── ReferenceFileError  a compiled reference cannot be used

The text of each is one line: place, cause, remedy. Bugs of Bede itself are not in this tree.
"""

from __future__ import annotations


class BedeError(Exception):
    """One line that says where, what is wrong and what to do.

    Args:
        cause: what is wrong, without a full stop.
        path: the file, as the user named it.
        line: the line in that file, counted from 1.
        remedy: what to do about it, without a full stop.
    """

    def __init__(
        self,
        cause: str,
        *,
        path: str | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.cause = cause
        self.path = path
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    @property
    def message(self) -> str:
        """Cause and remedy without the place, for reports that name the place themselves."""
        text = self.cause if self.remedy is None else f"{self.cause}; {self.remedy}"
        return " ".join(text.split())

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class InputError(BedeError):
    """A document, or a path, cannot be read."""


class UsageError(BedeError):
    """The command or the call was used wrongly."""


class ChronologyError(BedeError, ValueError):
    """A date or a span that cannot exist."""


class CatalogError(BedeError):
    """A rule, event type or lexicon under data/ is faulty."""


class PackError(BedeError):
    """A pack of facts is faulty."""


class ReferenceSourceError(BedeError):
    """A data set to take facts from cannot be read."""


class ProcessError(BedeError):
    """A process that was to help has come to an end."""


class ReferenceFileError(BedeError):
    """A compiled reference cannot be used."""
