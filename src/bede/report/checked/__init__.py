"""The checked text as a page: each claim marked by its verdict, with a card that says why.

`cards` tells what became of each claim, `page` cuts the text at what the cards are about, `choices`
lists what a reader can filter by, and `html` puts it together with the timeline, the relations and
the cast.
"""
