"""The values: days, TIMEX3 and EDTF of what the grammar has read."""
