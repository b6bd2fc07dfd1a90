"""A rule about manifests, and the exceptions that an object makes in place.

マニフェストについての規則と、オブジェクト自身が書く例外。
"""

from collections.abc import Callable
from typing import NamedTuple

from manifests import Manifests, Subject, Subjects, at

# kube-linter's annotation; its value is the reason.
EXCEPTION = "ignore-check.kube-linter.io/"


class Rule(NamedTuple):
    """A name, by kube-linter's where it has one; who asks for it; what it is about; what must hold there."""

    name: str
    source: str
    subjects: Subjects
    holds: Callable[[Subject], bool]


class Outcome(NamedTuple):
    broken: list[str]
    excepted: list[str]


def judge(rule: Rule, manifests: Manifests) -> Outcome:
    """An exception needs a reason, and a rule that is broken without it."""
    broken, excepted, excused, unneeded = [], [], set(), {}
    for subject in rule.subjects(manifests):
        reason = at(subject.item, "metadata.annotations", {}).get(EXCEPTION + rule.name)
        if rule.holds(subject):
            unneeded[str(subject)] = reason
        elif reason and len(reason.split()) > 2:
            excused.add(str(subject))
            excepted.append(f"{subject}: {rule.name}: {reason}")
        else:
            broken.append(f"{subject}: {rule.name} ({rule.source})")
    for subject, reason in unneeded.items():
        if reason and subject not in excused:
            broken.append(f"{subject}: the exception from {rule.name} is not needed")
    return Outcome(broken, excepted)
