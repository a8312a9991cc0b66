"""Names that stay in the bank are left out of all that a story says, and of nothing else."""

from hypothesis import assume, given
from hypothesis import strategies as st

from storyloop.story import FollowUp, Metric, Stakeholder, Story, SwitchedOff, TradeOff
from storyloop.story.private import MASK, private_pattern, without_private
from tests.strategies import stories

GRAIN = Story(
    id="oleana",
    title="Oleana and the grain",
    headline="oleana saved 30%",
    situation="Marrow & Finch sold damp grain. Oleana's silo was full.",
    action="I rang Marrow\n& Finch.",
    metrics=(Metric(name="Tonnes at Oleana", baseline="3", result="5"),),
    trade_offs=(TradeOff(chosen="Rang Oleana", why_not="Marrow & Finch would not wait"),),
    stakeholders=(Stakeholder(who="OLEANA"),),
    follow_ups=(FollowUp(question="And Oleana?", answer="Oleana agreed."),),
    switched_off=(SwitchedOff(rule="cliche", reason="Oleana says so"),),
    principles=("ownership",),
    organisation="Marrow & Finch",
    private_terms=("Oleana",),
    tags=("oleana",),
    source="---\ntitle: Oleana and the grain\n---\n",
)


def test_a_mask_stands_for_each_name_wherever_it_stood() -> None:
    found = without_private(GRAIN, ["Marrow & Finch"])
    assert found.situation == f"{MASK} sold damp grain. {MASK}'s silo was full."
    assert (found.title, found.headline) == (f"{MASK} and the grain", f"{MASK} saved 30%")
    assert (found.action, found.organisation) == (f"I rang {MASK}.", MASK)
    assert found.metrics[0].name == f"Tonnes at {MASK}"
    assert found.trade_offs[0].why_not == f"{MASK} would not wait"
    assert found.stakeholders[0].who == MASK
    assert found.follow_ups == (FollowUp(question=f"And {MASK}?", answer=f"{MASK} agreed."),)
    assert found.tags == (MASK,)


def test_the_list_of_names_and_the_source_go_and_ids_stay() -> None:
    found = without_private(GRAIN)
    assert (found.private_terms, found.source) == ((), "")
    assert (found.id, found.principles) == ("oleana", ("ownership",))


def test_a_part_of_a_word_is_no_name() -> None:
    story = Story(id="a", action="Oleanas and inOleana and Oleana9.")
    assert without_private(story, ["Oleana"]).action == story.action


def test_no_terms_find_nothing() -> None:
    assert private_pattern([" ", ""]) is None
    assert without_private(Story(id="a", action="Oleana")).action == "Oleana"


@given(stories, st.lists(st.text(alphabet="abeo &-'\u00e9", max_size=6), max_size=4))
def test_no_name_is_left_in_any_text(story: Story, terms: list[str]) -> None:
    found = without_private(story, terms)
    pattern = private_pattern([*story.private_terms, *terms])
    assume(pattern is None or not pattern.search(MASK))
    assert without_private(found, terms) == found
    for name in ("title", "situation", "task", "action", "result", "learned"):
        assert pattern is None or not pattern.search(getattr(found, name))
