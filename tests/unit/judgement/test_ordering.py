"""Before, after, during: what lasts is placed by its beginning."""

from __future__ import annotations

import pytest

from bede.chronology import parse_edtf
from bede.claims import Order
from bede.judgement.ordering import compare_order

ORDERS = {
    ("1837", Order.AFTER, "1836"): "yes",
    ("1836", Order.AFTER, "1837"): "no",
    ("1836", Order.AFTER, "1836"): "unknown",
    ("1836-11", Order.AFTER, "1836-10"): "yes",
    ("1836", Order.BEFORE, "1837"): "yes",
    ("1820/1850", Order.BEFORE, "1837/1840"): "yes",
    ("1820/1850", Order.UNTIL, "1850-03-02"): "yes",
    ("1851", Order.UNTIL, "1850-03-02"): "no",
    ("1837/1850", Order.SINCE, "1836"): "yes",
    ("1838", Order.DURING, "1837/1840"): "yes",
    ("1841", Order.DURING, "1837/1840"): "no",
    ("1836~", Order.BEFORE, "1836"): "unknown",
}


@pytest.mark.parametrize(("one", "order", "other"), ORDERS)
def test_the_order_of_two_times(one: str, order: Order, other: str) -> None:
    """Two times inside one year leave it open."""
    answer = compare_order(order, parse_edtf(one), parse_edtf(other))
    assert answer.value == ORDERS[one, order, other]
