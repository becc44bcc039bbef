"""What Bede knows about language and rules, as data: event types, rules and lexicons.

To add an event type, add one file `data/events/NAME.toml`; to add a rule, one file
`data/rules/NAME.md`; to add words, edit a lexicon under `data/LANGUAGE/lexicons/`. This package
finds them, validates them and hands them out as frozen values.
"""

from bede.catalog.events import (
    ANYTHING,
    SURELY,
    EventType,
    Pattern,
    Reading,
    Role,
    event_types,
    parse_event_type,
    roles_by_type,
)
from bede.catalog.lexicons import lexicon
from bede.catalog.rules import Rule, RuleExample, Severity, parse_rule, rules

__all__ = [
    "ANYTHING",
    "SURELY",
    "EventType",
    "Pattern",
    "Reading",
    "Role",
    "Rule",
    "RuleExample",
    "Severity",
    "event_types",
    "lexicon",
    "parse_event_type",
    "parse_rule",
    "roles_by_type",
    "rules",
]
