"""The drill: ten questions a round, each answered in ten seconds or in one's own time."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from storyloop import guide
from storyloop.bank import practice, queries
from storyloop.bank.errors import AnsweredAlready
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Drilled, same_words
from storyloop.web import drill as drills
from storyloop.web.drill import LONGEST, ROUND, Question
from storyloop.web.progress import rounds
from storyloop.web.views.found import counted_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

# What is typed to name a principle, by its place.
_KEYS = "123456789abcdefg"


def start(request: HttpRequest) -> HttpResponse:
    """Say what a drill is, and offer a round."""
    history = queries.drilled()
    last = rounds(history)[-1:]
    shown = {
        "number": drills.next_round(history),
        "unfinished": next((each for each in last if each.asked < ROUND), None),
        "principles": guide.framework().principles,
        "size": ROUND,
    }
    return render(request, "web/drill.html", shown)


def round_of(request: HttpRequest, number: int) -> HttpResponse:
    """Ask the next question of a round, keep the answer to it, or sum the round up."""
    history = queries.drilled()
    _exists(number, history)
    told = [each for each in history if each.round == number]
    if request.method == "POST":
        return _answered(request, number, len(told))
    on = _on(request)
    question = None
    if len(told) < ROUND:
        known = drills.questions(queries.asked(), preferences().level)
        question = drills.next_question(known, history, number, drills.widened(on))
    if question is None:
        return _summary(request, number, told, history)
    basis = counted_for(request)
    shown = {
        "number": number,
        "place": len(told) + 1,
        "size": ROUND,
        "question": question,
        "choices": list(zip(_KEYS, guide.framework().principles, strict=True)),
        "basis": basis,
        "stories": sorted(basis.stories, key=lambda each: each.title.casefold()),
        "on": drills.widened(on),
    }
    return render(request, "web/drill_question.html", shown)


def answer(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """Say whether an answer was right, and why."""
    history = queries.drilled()
    drilled = next((e for e in history if (e.round, e.place) == (number, place)), None)
    if drilled is None:
        message = "This question of the drill has no answer yet."
        raise Http404(message)
    question = _as_drilled(drilled)
    told = [each for each in history if each.round == number]
    basis = counted_for(request)
    titles = {each.id: each.title or each.id for each in basis.stories}
    shown = {
        "number": number,
        "drilled": drilled,
        "size": ROUND,
        "is_last": place >= ROUND,
        "score": sum(each.right for each in told if each.place <= place),
        "explained": drills.explained(question, basis.stories, preferences()),
        "others": question.principles[1:],
        "told": titles.get(drilled.story, drilled.story),
        "next": _address(number, request),
    }
    return render(request, "web/drill_answer.html", shown)


def _answered(request: HttpRequest, number: int, count: int) -> HttpResponse:
    known = {each.id: each for each in drills.questions(queries.asked())}
    question = known.get(request.POST.get("question", ""))
    place = request.POST.get("place", "")
    if question is None or place not in map(str, range(1, min(count + 1, ROUND) + 1)):
        return redirect(_address(number, request))
    stories = counted_for(request).stories
    ids = {each.id for each in guide.framework().principles}
    named, told = request.POST.get("named", ""), request.POST.get("story", "")
    drilled = Drilled(
        round=number,
        place=int(place),
        question=question.text,
        principles=question.principles,
        named=named if named in ids else "",
        story=told if told in {each.id for each in stories} else "",
        best=tuple(each.story.id for each in drills.best_stories(question, stories, preferences())),
        seconds=_seconds(request.POST.get("seconds", "")),
    )
    # Sent twice, the first answer counts, and is what the next page shows.
    with suppress(AnsweredAlready):
        practice.keep_drilled(drilled)
    return redirect(_address(number, request, place=drilled.place))


def _summary(
    request: HttpRequest, number: int, told: list[Drilled], history: Sequence[Drilled]
) -> HttpResponse:
    shown = {
        "number": number,
        "told": told,
        "right": sum(each.right for each in told),
        "stories_right": sum(bool(each.story_right) for each in told),
        "stories_named": sum(each.story_right is not None for each in told),
        "again": _address(drills.next_round(history), request),
    }
    return render(request, "web/drill_round.html", shown)


def _as_drilled(drilled: Drilled) -> Question:
    """Return the question of an answer with what was right then."""
    words = same_words(drilled.question)
    known = next((each for each in drills.bank_questions() if each.words == words), None)
    return Question(
        id="",
        text=drilled.question,
        words=words,
        principles=drilled.principles,
        situations=known.situations if known else (),
    )


def _exists(number: int, history: Sequence[Drilled]) -> None:
    if not 1 <= number <= drills.next_round(history):
        message = "There is no round with that number yet."
        raise Http404(message)


def _on(request: HttpRequest) -> tuple[str, ...]:
    asked = frozenset(request.GET.getlist("on"))
    return tuple(each.id for each in guide.framework().principles if each.id in asked)


def _address(number: int, request: HttpRequest, *, place: int = 0) -> str:
    """Return where a round or one of its answers is, on the same principles and stories."""
    at = reverse("web:drilled", args=[number, place]) if place else _round(number)
    given = [("on", each) for each in _on(request)]
    if request.GET.get("samples") == "1":
        given.append(("samples", "1"))
    return f"{at}?{urlencode(given)}" if given else at


def _round(number: int) -> str:
    return reverse("web:drill-round", args=[number])


def _seconds(text: str) -> int | None:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(LONGEST))
    return int(text) if is_number and int(text) <= LONGEST else None
