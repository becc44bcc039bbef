"""What the user chose for judging: the parameters of rules, and the day that counts as today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bede.catalog.rules import parameter_of


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the fifth stage.

    Attributes:
        assume_complete: whether the partial completeness assumption is made: a reference that
            records one such fact of somebody is taken to record all.
        parameters: (rule, parameter) -> value, where it is not the usual one.
        today: the Julian Day Number after which everything is still to come; None where nobody
            says. There is no clock in Bede: the same text has the same findings on every day.
    """

    assume_complete: bool = True
    parameters: Mapping[tuple[str, str], int] = field(default_factory=dict)
    today: int | None = None

    def parameter(self, rule: str, name: str) -> int:
        """The value of a parameter of a rule, as the user set it or as its page has it.

        Raises:
            KeyError: the rule has none of this name.
        """
        return self.parameters.get((rule, name), parameter_of(rule, name).value)
