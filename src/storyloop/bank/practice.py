"""What is kept of practice: questions that interviewers asked, and answers in drills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from storyloop.bank import models, queries
from storyloop.bank.errors import AnsweredAlready

if TYPE_CHECKING:
    from storyloop.bank.values import Asked, Drilled


def keep_asked(asked: Asked) -> Asked:
    """Keep a question that an interviewer asked."""
    return queries.as_asked(
        models.Asked.objects.create(
            question=asked.question,
            words=asked.words,
            employer=asked.employer,
            on=asked.on,
            story=asked.story,
            principle=asked.principle,
            kept_at=timezone.now(),
        )
    )


@transaction.atomic
def remove_asked(number: int) -> bool:
    """Remove a question that was kept; tell whether it was there.

    It can be brought back until another one is removed.
    """
    rows = models.Asked.objects.filter(pk=number, removed_at=None)
    if not rows.exists():
        return False
    models.Asked.objects.exclude(removed_at=None).delete()
    rows.update(removed_at=timezone.now())
    return True


def bring_back_asked(number: int) -> bool:
    """Undo the removal of a question; tell whether it can be undone."""
    return bool(models.Asked.objects.filter(pk=number).update(removed_at=None))


@transaction.atomic
def keep_drilled(drilled: Drilled) -> Drilled:
    """Keep an answer in a drill; raise AnsweredAlready if its place has one."""
    try:
        with transaction.atomic():
            row = models.Drilled.objects.create(
                round=drilled.round,
                place=drilled.place,
                question=drilled.question,
                principles=list(drilled.principles),
                named=drilled.named,
                story=drilled.story,
                best=list(drilled.best),
                seconds=drilled.seconds,
                at=timezone.now(),
            )
    except IntegrityError:
        raise AnsweredAlready(drilled.round, drilled.place) from None
    return queries.as_drilled(row)


@transaction.atomic
def forget_drills() -> int:
    """Remove all answers in drills; return how many there were.

    They can be brought back until answers are removed again.
    """
    rows = models.Drilled.objects.filter(removed_at=None)
    if not rows.exists():
        return 0
    models.Drilled.objects.exclude(removed_at=None).delete()
    return rows.update(removed_at=timezone.now())


@transaction.atomic
def bring_back_drills() -> int:
    """Undo the removal of the answers in drills; return how many are back.

    Rounds that were begun since come after those that are back.
    """
    removed = models.Drilled.objects.exclude(removed_at=None)
    last = removed.aggregate(last=Max("round"))["last"] or 0
    begun = models.Drilled.objects.filter(removed_at=None).values_list("round", flat=True)
    # From the last one, since no two rounds may have one number at any moment.
    for number in sorted(set(begun), reverse=True):
        models.Drilled.objects.filter(round=number, removed_at=None).update(round=number + last)
    return removed.update(removed_at=None)
