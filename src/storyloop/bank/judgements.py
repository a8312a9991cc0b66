"""How strong each story is, kept so that a page which lists them need not wait for the rules.

A save never waits for the rules: it only tells the clerk. Where no clerk works, such as on a career
centre's server, each page that lists stories judges a few.
"""

from __future__ import annotations

import time
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from storyloop.bank import models, queries
from storyloop.bank.clerk import clerk
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Judgement, Worst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from storyloop.bank.values import Held, Preferences

AT_ONCE = 5  # stories that the clerk judges before they are kept
_A_WHILE = 0.01  # seconds, after which a page judges no further story
_BETWEEN = 0.005  # seconds that the clerk rests between two stories, for others to come first


def known(wanted: Preferences) -> dict[str, Judgement]:
    """Return the judgements, by story, that hold for its text, the rules and preferences."""
    rows = models.Judgement.objects.filter(revision=F("record__revision"), by=_basis(wanted))
    return {
        slug: Judgement(strength=strength, worst=Worst(**worst) if worst else None)
        for slug, strength, worst in rows.values_list("record__slug", "strength", "worst")
    }


def known_of(held: Sequence[Held], wanted: Preferences) -> dict[str, Judgement]:
    """Return the same for stories that are shown, and see to it that none is long without."""
    found = known(wanted)
    missing = [each for each in held if each.story.id not in found]
    if missing and clerk.works:
        clerk.hear()
    elif missing:
        found |= _judge_a_few(missing, wanted)
    return found


def catch_up() -> None:
    """Judge all that is not judged; this is the clerk's work."""
    while held := _unjudged(wanted := preferences()):
        judge(held, wanted, rest=_BETWEEN)


def _judge_a_few(held: Sequence[Held], wanted: Preferences) -> dict[str, Judgement]:
    began = time.perf_counter()
    found: dict[str, Judgement] = {}
    for each in held:
        found |= judge([each], wanted)
        if time.perf_counter() - began > _A_WHILE:
            break
    return found


def judge(held: Sequence[Held], wanted: Preferences, *, rest: float = 0) -> dict[str, Judgement]:
    """Judge stories, resting so many seconds after each, and keep what is found."""
    found = {}
    for each in held:
        found[each.story.id] = _judgement(each, wanted)
        time.sleep(rest)
    _keep({each.story.id: each.revision for each in held}, found, wanted)
    return found


def _unjudged(wanted: Preferences) -> list[Held]:
    """Return some stories without a judgement that holds; removed ones need none."""
    judged = models.Judgement.objects.filter(
        record=OuterRef("pk"), revision=OuterRef("revision"), by=_basis(wanted)
    )
    records = models.Record.objects.filter(~Exists(judged), removed_at=None)
    return queries.some(list(records.values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _keep(
    revisions: Mapping[str, int], found: Mapping[str, Judgement], wanted: Preferences
) -> None:
    records = dict(models.Record.objects.filter(slug__in=found).values_list("slug", "pk"))
    models.Judgement.objects.bulk_create(
        [
            models.Judgement(
                record_id=records[slug],
                revision=revisions[slug],
                by=_basis(wanted),
                strength=judgement.strength,
                worst=asdict(judgement.worst) if judgement.worst else {},
            )
            for slug, judgement in found.items()
            if slug in records
        ],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=["revision", "by", "strength", "worst"],
    )


def _judgement(held: Held, wanted: Preferences) -> Judgement:
    from storyloop.bank.judging import judged
    from storyloop.critique import draft_of_story

    found = judged(draft_of_story(held.story), wanted)
    costly = [
        Worst(
            code=each.code,
            name=each.name,
            message=each.message,
            remedy=each.remedy,
            cost=each.cost,
        )
        for each in found.findings
        if each.cost
    ]
    worst = max(costly, key=lambda each: each.cost, default=None)
    return Judgement(strength=found.strength, worst=worst)


def _basis(wanted: Preferences) -> str:
    """Return a name for all that a judgement rests on besides the story itself."""
    asked = (wanted.pace, wanted.private_terms, wanted.switched_off)
    return sha256(f"{_rules()} {asked!r}".encode()).hexdigest()


@cache
def _rules() -> str:
    """Return a name for the rules and the model as they are in this program."""
    found = sha256()
    for layer in ("story", "guide", "reading", "matching", "critique"):
        for file in _files(files("storyloop") / layer):
            found.update(file.read_bytes())
    return found.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _files(each)
        elif each.is_file():
            yield each
