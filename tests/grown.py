"""A bank that was lived in, as small or as large as asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from storyloop import guide
from storyloop.bank import drafts, models, practice, services
from storyloop.bank.models import Via
from storyloop.bank.values import Asked, Drilled, Heard, Snapshot, Writer
from storyloop.planning.loop import of_template
from tests.many import stories
from tests.routes import BEGUN, STORY

_ROUND = 10  # questions of a drill


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many there are of each; versions and answers are of all stories and drills together."""

    stories: int
    versions: int
    asked: int
    drilled: int
    loops: int
    days: int
    drafts: int


FEW = Size(stories=6, versions=12, asked=2, drilled=10, loops=1, days=2, drafts=1)
MANY = Size(stories=40, versions=120, asked=40, drilled=60, loops=4, days=30, drafts=12)
YEARS = Size(stories=200, versions=2_000, asked=300, drilled=500, loops=6, days=60, drafts=20)


@transaction.atomic
def grow(size: Size) -> None:
    """Fill a new bank; the samples are put away, and so is a tenth as many stories again."""
    services.add_samples()
    services.remove_samples(via=Via.WEB)
    own = stories(size.stories + size.stories // 10)
    for story in own:
        services.add(story, via=Via.IMPORT)
    for story in own[size.stories :]:
        services.remove(story.id, via=Via.WEB)
    for n in range(size.versions - size.stories):
        # A tenth of all edits are of the one story that the tests look at.
        edited = own[0 if n % 10 == 0 else n % size.stories]
        base = models.Record.objects.get(slug=edited.id).revision
        services.save(replace(edited, headline=f"Version {n}"), base=base, via=Via.WEB)
    _ask(size.asked)
    _drill(size.drilled)
    for n, template in zip(range(size.loops), guide.loops() * size.loops, strict=False):
        loop = replace(of_template(template), employer=f"Employer {n}")
        services.add_loop(f"loop-{n}", loop)
        services.save_loop(f"loop-{n}", loop, day=((Heard(round=0, told=(STORY,)),),), base=1)
    for n in range(size.drafts):
        typed = {"title": [f"Draft {n}"], "action": ["I went there, and saw it for myself. "]}
        drafts.keep(typed, writer=Writer(key=f"draft-{n}"))
    begun = {"begin": ["scaled-solution"], "place": ["4"], "answer-headline-1": ["Ten to sixty."]}
    drafts.keep(begun, writer=Writer(key=BEGUN))
    _look_back(size.days)


def _ask(count: int) -> None:
    for n in range(count):
        question = guide.questions()[n % len(guide.questions())]
        asked = Asked(question=f"{question.text} ({n})", employer=f"Employer {n % 9}", story=STORY)
        practice.keep_asked(asked)


def _drill(count: int) -> None:
    for n in range(count):
        question = guide.questions()[n % len(guide.questions())]
        practice.keep_drilled(
            Drilled(
                round=n // _ROUND + 1,
                place=n % _ROUND + 1,
                question=question.text,
                principles=question.principles,
                named=guide.framework().principles[n % 16].id,
                story=STORY,
                best=(STORY,) if n % 2 else (),
                seconds=n % 12,
            )
        )


def _look_back(days: int) -> None:
    """Keep how ready one was day by day, up to now, and let the versions be as old."""
    figures = Snapshot(stories=4, ready=0.2, low=0.1, high=0.3, answered=0.6)
    services.keep_snapshot(figures)
    now = timezone.now()
    today = models.ReadinessSnapshot.objects.get()
    for n in range(1, days):
        then = timedelta(days=n)
        today.pk, today.on, today.taken_at = None, today.on - timedelta(days=1), now - then
        today.save(force_insert=True)
    versions = list(models.Revision.objects.order_by("-pk"))
    for n, version in enumerate(versions):
        version.saved_at = now - timedelta(days=days * n / len(versions))
    models.Revision.objects.bulk_update(versions, ["saved_at"], batch_size=200)
