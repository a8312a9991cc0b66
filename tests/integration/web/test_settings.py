"""The settings are shown, saved and refused, and the pages go by them."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from storyloop import guide
from storyloop.bank import services
from storyloop.bank.models import Via
from storyloop.bank.preferences import keep_preferences, preferences
from storyloop.bank.values import USUAL, Preferences
from storyloop.critique import RULES
from storyloop.story import Story
from tests.integration.web.reading import post, read, show

AT = "/settings/"
LONG = Story(
    id="crates",
    title="Crates",
    situation=(
        "Last May our cellar flooded two days before the harvest fair, and four hundred crates of "
        "cider stood on wet pallets."
    ),
    task="As cellar hand I had to get them dry and out by Friday noon.",
    action=(
        "I first asked Oleana, who keeps the books, which crates were sold already. She named the "
        "ninety for the fair, so I carried those up the stairs by hand and left the rest for the "
        "lift. The lift failed at ten. I rang the repairer, who could come on Saturday at the "
        "earliest, and I decided against waiting for him, because the lower crates were drawing "
        "water. I borrowed a conveyor from the potato farm next door and set it over the steps. "
        "It took the crates one by one, and two neighbours stacked them in the barn. I kept a "
        "tally on the door and checked each label against it."
    ),
    result=(
        "By eleven on Friday all four hundred were dry, and we lost six bottles, where the flood "
        "of the year before had cost us seventy."
    ),
)


@pytest.mark.django_db
def test_what_is_set_is_shown_and_saved_as_it_stands(client: Client) -> None:
    wanted = Preferences(
        framework="civil-service",
        level="senior",
        words_a_minute=132,
        longest=90,
        private_terms=("Marrow & Finch", "Oleana"),
        switched_off=("missing-situation", "cliche"),
    )
    keep_preferences(wanted)
    sent = show(client, AT).form("words_a_minute").filled()
    keep_preferences(USUAL)
    assert post(client, AT, sent).status_code == 302
    assert preferences() == wanted


@pytest.mark.django_db
def test_a_family_of_rules_set_by_command_is_shown_rule_by_rule(client: Client) -> None:
    keep_preferences(Preferences(switched_off=("X",)))
    shown = show(client, AT).form("words_a_minute").filled()
    assert shown["switched_off"] == [each.name for each in RULES if each.code.startswith("X")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words_a_minute": "20"}, "greater than or equal to 80"),
        ({"words_a_minute": "quick"}, "Enter a whole number"),
        ({"longest": "9000"}, "less than or equal to 600"),
        ({"framework": "acme"}, "acme is not one of the available choices"),
        ({"private_terms": "x" * 300}, "each of 200 characters at most"),
        ({"switched_off": "zeppelin"}, "zeppelin is not one of the available choices"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(
    client: Client, typed: dict[str, str], said: str
) -> None:
    sent = show(client, AT).form("words_a_minute").filled({"level": "mid"} | typed)
    page = read(post(client, AT, sent))
    assert (page.status, page.title) == (422, "Not saved yet · Settings · Storyloop")
    assert said in page.words
    assert page.form("words_a_minute").filled()["level"] == ["mid"]
    assert preferences() == USUAL


@pytest.mark.django_db
def test_all_is_as_usual_again_with_one_button(client: Client) -> None:
    keep_preferences(Preferences(level="mid", longest=60))
    post(client, AT, {"usual": ["1"]})
    assert preferences() == USUAL


@pytest.mark.django_db(transaction=True)
def test_a_copy_is_made_and_named(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.BANK = tmp_path
    answer = client.post(f"{AT}backup/", follow=True)
    [copy] = (tmp_path / "backups").iterdir()
    assert f"The copy is {copy}" in read(answer).words


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_cannot_be_made_gets_a_sentence(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.BANK = tmp_path
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    assert "cannot be made" in read(client.post(f"{AT}backup/", follow=True)).words


@pytest.mark.usefixtures("samples")
def test_coverage_home_loops_and_the_guide_go_by_the_framework(client: Client) -> None:
    keep_preferences(Preferences(framework="civil-service"))
    name = guide.framework("civil-service").name
    assert name in show(client, "/coverage/").words
    assert show(client, "/guide/principles/").title == f"{name} · Storyloop"
    assert show(client, "/loops/new/").form("framework").filled()["framework"] == ["civil-service"]
    assert "9 of 9 principles are shown" in show(client, "/").words
    assert show(client, "/readiness/").form("tellings").filled()["framework"] == ["civil-service"]


@pytest.mark.usefixtures("samples")
def test_a_link_to_a_principle_leads_to_its_own_framework(client: Client) -> None:
    keep_preferences(Preferences(framework="civil-service"))
    links = show(client, "/stories/checkout-failures/").links
    assert "/guide/principles/?framework=amazon#dive-deep" in links


@pytest.mark.django_db
def test_stories_are_timed_and_checked_by_the_settings(client: Client) -> None:
    services.add(LONG, via=Via.WEB)
    page = show(client, "/stories/crates/")
    assert "171 words in the four parts: about 1 min 8 s aloud." in page.words
    assert "You marked this name as private." not in page.words
    keep_preferences(
        Preferences(
            words_a_minute=120, longest=60, private_terms=("Oleana",), switched_off=("thin-action",)
        )
    )
    page = show(client, "/stories/crates/")
    assert "171 words in the four parts: about 1 min 26 s aloud." in page.words
    assert "more than one minute of text" in page.words
    assert "At 120 words a minute this takes 1:26 minutes; 1:00 are 120 words." in page.words
    assert "You marked this name as private." in page.words
    assert "Put to no story, as set: thin-action." in page.words


@pytest.mark.django_db
def test_the_question_bank_and_the_drill_leave_out_other_levels(client: Client) -> None:
    everything = len(guide.questions())
    assert f"{everything} questions" in show(client, "/guide/questions/").words
    keep_preferences(Preferences(level="executive"))
    suited = sum(each.level in {"any", "executive"} for each in guide.questions())
    assert f"{suited} of {everything} questions" in show(client, "/guide/questions/").words
    words = show(client, "/guide/questions/?level=every").words
    assert f"{everything} questions" in words
    assert f"{suited} of" not in words
