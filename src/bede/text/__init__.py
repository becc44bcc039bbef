"""Second stage: from a document to sentences whose words, dates and scope are known.

`analyse` parses each block of prose, finds its temporal expressions and quotations, and gives
back plain frozen values. The parser is known to one module only.
"""

from bede.text.analysis import Analysis, analyse
from bede.text.anaphora import Mention, Resolver, person_names, same_person
from bede.text.lengths import Sense, ToldLength, manner_of, manner_phrases, number_of, ordinal_of
from bede.text.memory import Memory
from bede.text.notes import Notes, noted
from bede.text.parsing import Parser, parser
from bede.text.reader import Passage, Reader, shared_memory
from bede.text.scope import Modality, Scope, scope_of
from bede.text.sentence import SUBJECTS, Sentence, Token
from bede.text.several import analyse_all, jobs_that_pay
from bede.text.timex import ImpossibleDate, Timex, TimexType, find_timexes

__all__ = [
    "SUBJECTS",
    "Analysis",
    "ImpossibleDate",
    "Memory",
    "Mention",
    "Modality",
    "Notes",
    "Parser",
    "Passage",
    "Reader",
    "Resolver",
    "Scope",
    "Sense",
    "Sentence",
    "Timex",
    "TimexType",
    "Token",
    "ToldLength",
    "analyse",
    "analyse_all",
    "find_timexes",
    "jobs_that_pay",
    "manner_of",
    "manner_phrases",
    "noted",
    "number_of",
    "ordinal_of",
    "parser",
    "person_names",
    "same_person",
    "scope_of",
    "shared_memory",
]
