"""EDTF, the Extended Date/Time Format: levels 0, 1 and 2, read (`reading`) and written (`writing`).

An expression becomes a `Span` of four day numbers, two flags. That is less than EDTF can say:

- A set becomes the stretch from its earliest to its latest day. "[1667,1669]" (one of the two)
  and "{1667,1669}" (both) are the same span, and neither remembers that 1668 is left out. So are
  unspecified digits: "1X26" is the stretch from 1026 to 1926.
- A qualifier on any component, or on any date of a set or an interval, marks the whole span:
  "?2004-06" and "2004-06?" are both uncertain. "~" and "?" move no bound.
- Significant digits give the stretch that they leave open; the estimate itself is dropped.
  "1950S2" is 1900 to 1999.
- An end of an interval that is open ("..") or unknown (nothing) is None alike.
- Of a date with a time of day the date is kept, as it is written: "T23:20:30-05:00" does not
  move it to the next day.
- A season is three whole months of the northern half of the earth, unless the code says southern
  (`groupings`).

The other way nothing is lost: what `format_edtf` writes is read back as exactly the same span.
It gives None for the few spans that EDTF has no form for: an interval whose begin or end is a
stretch that is no unit of the calendar (sets are not allowed there, and "1X26" would say more
than the stretch does) or is known on one side only; a day or month of a year with more than four
digits; a year with more than twelve; a doubt about no date at all.

Source: ISO 8601-2:2019, sections 4 and 8 and Annex A; Library of Congress, Extended Date/Time
Format (EDTF) Specification, 4 February 2019.
"""

from bede.chronology.edtf.reading import MAX_LENGTH, parse_edtf
from bede.chronology.edtf.writing import format_edtf
from bede.chronology.edtf.years import MAX_YEAR_DIGITS

__all__ = ["MAX_LENGTH", "MAX_YEAR_DIGITS", "format_edtf", "parse_edtf"]
