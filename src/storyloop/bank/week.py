"""What one has done in the last seven days, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from storyloop.bank.models import Asked, Drilled, Event, Revision, Via

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """How many stories were added, and how many others mended; questions asked, answers drilled."""

    added: int
    mended: int
    asked: int
    drilled: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done."""
        return not any((self.added, self.mended, self.asked, self.drilled))


def this_week() -> Week:
    """Return what was done in the seven days up to now; samples that came by themselves are not."""
    since = timezone.now() - _WEEK
    touched = Revision.objects.filter(saved_at__gte=since).exclude(via=Via.SAMPLE)
    is_added, is_saved = Q(event=Event.ADDED), Q(event__in=(Event.SAVED, Event.RESTORED))
    stories = touched.aggregate(
        added=Count("record", filter=is_added, distinct=True),
        either=Count("record", filter=is_added | is_saved, distinct=True),
    )
    return Week(
        added=stories["added"],
        mended=stories["either"] - stories["added"],
        asked=Asked.objects.filter(kept_at__gte=since, removed_at=None).count(),
        drilled=Drilled.objects.filter(at__gte=since, removed_at=None).count(),
    )
