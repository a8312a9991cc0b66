"""Asking: any question, what it tests, and the story to tell; and keeping those one was asked."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from storyloop.bank import practice, queries
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Asked
from storyloop.planning import counted
from storyloop.story.tidy import tidy_line
from storyloop.web.ask import answers
from storyloop.web.forms import LONGEST, AskedForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

EXAMPLES = (
    "When did you have to decide before all the facts were in?",
    "Has a colleague ever talked you out of a plan that you were fond of?",
    "What did you do the last time a customer wanted something nobody had thought of?",
)


def ask(request: HttpRequest) -> HttpResponse:
    """Show the page, with the answer to the question in its address."""
    return _page(request, _shown(request.GET))


def answer(request: HttpRequest) -> HttpResponse:
    """Answer a question with a fragment, while somebody types."""
    return render(request, "web/parts/answers.html", _shown(request.GET))


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a question that an interviewer asked."""
    shown = _shown(request.POST)
    form = AskedForm(request.POST, stories=shown["stories"])
    if not form.is_valid():
        return _page(request, shown | {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    kept = practice.keep_asked(Asked(**form.cleaned_data))
    messages.success(request, "Kept. It is in the question bank, and drills will ask you it.")
    return redirect(address(kept.question, employer=kept.employer))


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a question that was kept."""
    if practice.remove_asked(number):
        undo = reverse("web:bring-asked-back", args=[number])
        messages.success(request, "The question is removed.", extra_tags=undo)
    return redirect("web:questions")


@require_POST
def bring_back(request: HttpRequest, number: int) -> HttpResponse:
    """Undo the removal of a question."""
    if practice.bring_back_asked(number):
        messages.success(request, "The question is back.")
    else:
        messages.warning(request, "That question is gone: another one was removed after it.")
    return redirect("web:questions")


def address(question: str, *, employer: str = "", samples: bool = False) -> str:
    """Return where a question is answered."""
    query = {"q": question, "employer": employer, "samples": "1" if samples else ""}
    given = {name: value for name, value in query.items() if value}
    return f"{reverse('web:ask')}?{urlencode(given)}" if given else reverse("web:ask")


def _shown(query: QueryDict) -> dict[str, Any]:
    question = tidy_line(query.get("q") or query.get("question", ""))[:LONGEST]
    employer = tidy_line(query.get("employer", ""))
    held = [each.story for each in queries.stories()]
    basis = counted(held, with_samples=query.get("samples") == "1")
    asked = queries.asked()
    found = answers(question, basis.stories, asked, employer, preferences()) if question else ()
    return {
        "question": question,
        "employer": employer,
        "basis": basis,
        "answers": found,
        "has_stories": any(each.intent.is_behavioural for each in found),
        "employers": dict.fromkeys(each.employer for each in asked if each.employer),
        "stories": [(each.id, each.title or each.id) for each in held],
        "with": address(question, employer=employer, samples=True),
        "without": address(question, employer=employer),
    }


def _page(request: HttpRequest, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    start = {"question": shown["question"], "employer": shown["employer"]}
    more = {
        "form": AskedForm(initial=start, stories=shown["stories"]),
        "examples": [(each, address(each)) for each in EXAMPLES],
        "longest": LONGEST,
    }
    return render(request, "web/ask.html", more | shown, status=status)
