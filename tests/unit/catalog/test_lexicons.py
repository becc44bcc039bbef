"""Lexicons: lists of words, each with a use."""

from __future__ import annotations

import pytest

from bede.catalog import lexicon
from bede.catalog.lexicons import word_numbers
from bede.errors import CatalogError


def test_lists_and_tables_are_read() -> None:
    """Words, and words with whole numbers."""
    assert "nobody" in lexicon("scope", "negative_pronouns")
    assert word_numbers("quantities", "at_least")["several"] == 3


@pytest.mark.parametrize("table", ["no-such-list", "negators.inner"])
def test_a_list_that_is_not_there_is_a_fault_of_the_catalog(table: str) -> None:
    """The message says which file should have it."""
    with pytest.raises(
        CatalogError, match=f"^en/lexicons/scope.toml: no list of words named '{table}'"
    ):
        lexicon("scope", table)
    with pytest.raises(CatalogError, match="no table of numbers"):
        word_numbers("scope", table)
