"""Fifth stage: verdicts on claims, and findings.

`judge` compares each claim with every fact that it may mean, tries all readings, checks the order
and the lifetimes in a chronological network, and lets each kind of judgement yield its findings.
"""

from bede.judgement.aloud import long_time
from bede.judgement.judging import judge
from bede.judgement.kinds import kinds
from bede.judgement.settings import Settings
from bede.judgement.values import (
    Candidate,
    ClaimJudgement,
    Clash,
    Closed,
    Closure,
    Exclusion,
    Finding,
    Judgement,
    RelationJudgement,
    Step,
    Suggestion,
    Verdict,
    WorkMention,
)

__all__ = [
    "Candidate",
    "ClaimJudgement",
    "Clash",
    "Closed",
    "Closure",
    "Exclusion",
    "Finding",
    "Judgement",
    "RelationJudgement",
    "Settings",
    "Step",
    "Suggestion",
    "Verdict",
    "WorkMention",
    "judge",
    "kinds",
    "long_time",
]
