"""The progress page: shares, what is taken for what, and a drill on just that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from storyloop.bank import practice, queries
from storyloop.bank.values import Drilled
from storyloop.web.drawing import line
from storyloop.web.progress import progress
from tests.integration.web.reading import post, show

OWNED = Drilled(
    round=1,
    place=1,
    question="Whose was it?",
    principles=("ownership", "bias-for-action"),
    named="ownership",
    seconds=4,
)
ACTED = replace(OWNED, question="Why so fast?", principles=("bias-for-action",))


def placed(*answers: Drilled, number: int = 1) -> list[Drilled]:
    """Return answers as those of one round."""
    return [replace(each, round=number, place=place) for place, each in enumerate(answers, 1)]


def keep(*answers: Drilled, number: int = 1) -> None:
    """Keep answers as those of one round."""
    for each in placed(*answers, number=number):
        practice.keep_drilled(each)


def test_shares_are_counted_by_round_and_by_the_first_principle() -> None:
    told = replace(OWNED, story="a", best=("a",))
    found = progress(
        [
            *placed(OWNED, replace(OWNED, named="bias-for-action", seconds=8), ACTED),
            *placed(told, replace(told, best=("b",)), number=3),
        ]
    )
    assert (found.right, found.asked, found.percent) == (4, 5, 80)
    assert [(each.number, each.right, each.asked) for each in found.rounds] == [
        (1, 2, 3),
        (3, 2, 2),
    ]
    assert [each.seconds for each in found.rounds] == [5, 4]
    assert (found.stories.right, found.stories.asked) == (1, 2)
    shares = {e.principle.id: (e.right, e.asked) for e in found.principles if e.asked}
    assert shares == {"ownership": (4, 4), "bias-for-action": (0, 1)}


def test_what_is_taken_for_what_is_counted_and_nothing_named_is_no_confusion() -> None:
    mute = replace(ACTED, named="")
    found = progress(placed(ACTED, ACTED, mute, replace(OWNED, named="think-big")))
    pairs = [(each.said.id, each.was.id, each.times) for each in found.confused]
    assert pairs == [("ownership", "bias-for-action", 2), ("think-big", "ownership", 1)]


def test_what_to_practise_is_a_pair_or_what_is_missed_most_or_everything() -> None:
    def practise(*answers: Drilled) -> list[str]:
        return [each.id for each in progress(placed(*answers)).practise]

    assert practise(ACTED, ACTED, OWNED) == ["bias-for-action", "ownership"]
    assert practise(ACTED, OWNED) == ["bias-for-action"]
    assert practise(OWNED, OWNED, replace(OWNED, named=""), ACTED) == ["bias-for-action"]
    assert practise(OWNED) == []


@pytest.mark.django_db
def test_before_the_first_drill_the_page_says_how_to_begin(client: Client) -> None:
    page = show(client, "/progress/")
    assert "Nothing to show yet." in page.words
    assert "/drill/1/" in page.links
    assert "Begin anew" not in page.words


@pytest.mark.django_db
def test_the_page_says_in_words_and_figures_what_the_drills_tell(client: Client) -> None:
    keep(ACTED, ACTED, OWNED, OWNED)
    keep(OWNED, number=2)
    page = show(client, "/progress/")
    assert "5 questions in two rounds" in page.words
    assert "the right principle in 60%." in page.words
    assert "You said Ownership, it was Bias for Action twice" in page.words
    assert "Bias for Action or Ownership" in page.words
    assert "/drill/3/?on=bias-for-action&on=ownership" in page.links
    assert "2 just now 1 of 1 – 4 s 1 just now 2 of 4 – 4 s" in page.words
    assert "Bias for Action 0 of 2 Ownership 3 of 3" in page.words
    assert "Not asked yet: Customer Obsession" in page.words
    drill = show(client, "/drill/3/?on=bias-for-action&on=ownership")
    assert "Ownership, Bias for Action" in drill.words


@pytest.mark.django_db
def test_only_the_last_twenty_rounds_are_drawn(client: Client) -> None:
    for number in range(1, 24):
        keep(OWNED, number=number)
    words = show(client, "/progress/").words
    assert "The 3 rounds before are counted above" in words


@pytest.mark.django_db
def test_the_answers_can_be_forgotten(client: Client) -> None:
    keep(OWNED)
    assert client.get("/progress/forget/").status_code == 405
    assert post(client, "/progress/forget/").headers["Location"] == "/progress/"
    assert queries.drilled() == []
    assert "are removed." in show(client, "/progress/").words


def test_the_line_runs_from_left_to_right_and_up() -> None:
    assert 'points="8.0,172.0 300.0,90.0 592.0,8.0"' in line([0, 50, 100], "Shares")
    assert line([100], "Shares").count("<circle") == 1
    assert 'aria-label="&lt;Shares&gt;"' in line([], "<Shares>")
