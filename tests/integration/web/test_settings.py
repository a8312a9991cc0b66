"""The settings are shown, saved and refused, and the pages go by them."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from storyloop import guide
from storyloop.bank import drafts, practice, queries, services
from storyloop.bank.models import Via
from storyloop.bank.preferences import keep_preferences, preferences
from storyloop.bank.values import USUAL, Asked, Preferences, Writer
from storyloop.critique import RULES
from storyloop.exchange.loop_file import read_loop
from storyloop.planning import Loop, Round
from storyloop.story import Story
from tests.integration.web.reading import post, read, show

AT = "/settings/"
REMOVE = "/settings/remove/"
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


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("word", ["", "yes", "remove it", "Entfernen"])
def test_nothing_is_removed_without_the_word(client: Client, word: str) -> None:
    sent = show(client, REMOVE).form("word").filled({"word": word})
    page = read(post(client, REMOVE, sent))
    assert (page.status, page.title) == (
        422,
        "Nothing is removed · Remove everything · Storyloop",
    )
    assert "Nothing is removed. If you mean it, type “remove” here." in page.words
    assert len(queries.stories()) == len(guide.samples())


@pytest.mark.usefixtures("samples")
def test_the_page_says_what_goes_and_offers_it_to_be_taken_along(client: Client) -> None:
    page = show(client, REMOVE)
    assert "Stories, removed ones and samples included 10 Their versions 10" in page.words
    assert "/settings/download/" in [form.action for form in page.forms]


@pytest.mark.django_db(transaction=True)
def test_everything_goes_after_a_copy_and_home_offers_the_samples(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.BANK = tmp_path
    services.add_samples()
    sent = show(client, REMOVE).form("word").filled({"word": " Remove "})
    assert sent["copy"] == ["on"]
    page = read(client.post(REMOVE, sent, follow=True))
    [copy] = (tmp_path / "backups").iterdir()
    assert f"Everything is removed. The copy is {copy}" in page.words
    assert queries.stories() == []
    post(client, "/samples/bring-back/")
    assert len(queries.stories()) == len(guide.samples())


@pytest.mark.django_db(transaction=True)
def test_nothing_goes_if_the_copy_cannot_be_made(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.BANK = tmp_path
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    services.add_samples()
    sent = show(client, REMOVE).form("word").filled({"word": "remove"})
    assert "no copy could be made" in read(post(client, REMOVE, sent)).words
    assert len(queries.stories()) == len(guide.samples())


@pytest.mark.usefixtures("samples", "larch")
def test_everything_is_downloaded_in_files_that_others_can_read(client: Client) -> None:
    services.save(replace(queries.held("flock-records").story, title="Tags"), base=1, via=Via.WEB)
    services.remove("payee-names", via=Via.WEB)
    practice.keep_asked(Asked(question="Who disagreed?", employer="Acme"))
    drafts.keep({"title": ["Half a thought"]}, writer=Writer(key="half"))
    keep_preferences(Preferences(longest=60))
    answer = client.post(f"{AT}download/")
    assert answer["Content-Disposition"].endswith('.zip"')
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "title: Tags" in texts["stories/flock-records.md"]
    assert "removed/payee-names.md" in texts
    loop = read_loop(texts["loops/larch.toml"])
    assert loop == queries.held_loop("larch").loop
    [flock] = [
        each
        for each in json.loads(texts["stories.json"])["stories"]
        if each["id"] == "flock-records"
    ]
    assert [each["event"] for each in flock["versions"]] == ["added", "saved"]
    assert flock["versions"][1]["story"]["title"] == "Tags"
    for name, said in (
        ("asked.json", "Who disagreed?"),
        ("drafts.json", "Half a thought"),
        ("settings.json", '"longest": 60'),
        ("README.txt", "stories.json"),
    ):
        assert said in texts[name]


def test_the_archive_of_an_empty_bank_opens_too(client: Client, db: None) -> None:
    del db
    archive = zipfile.ZipFile(io.BytesIO(client.post(f"{AT}download/").content))
    assert "README.txt" in archive.namelist()


OLEANA = replace(
    guide.samples()[0],
    id="grain",
    title="Oleana and the grain",
    sample=False,
    private_terms=("Oleana",),
    situation=f"Marrow & Finch called. {guide.samples()[0].situation}",
)


@pytest.fixture
def oleana(db: None) -> None:
    """Put a story with a private name into the bank, and another name into the settings."""
    del db
    services.add(OLEANA, via=Via.WEB)
    services.add_loop("larch", Loop(rounds=(Round(),), employer="Larch"))
    keep_preferences(Preferences(private_terms=("Marrow & Finch",)))


@pytest.mark.usefixtures("oleana")
@pytest.mark.parametrize("address", ["/prepare/", "/loops/larch/card/"])
def test_sheets_and_cards_leave_out_private_terms_when_asked(client: Client, address: str) -> None:
    assert "Oleana" in show(client, address).words
    words = show(client, f"{address}?private=out").words
    assert "Oleana" not in words
    assert "Marrow & Finch" not in words
    assert "[private] and the grain" in words


@pytest.mark.usefixtures("oleana")
def test_stories_to_hand_on_hold_no_private_term(client: Client) -> None:
    archive = zipfile.ZipFile(io.BytesIO(client.post(f"{AT}hand-on/").content))
    assert archive.namelist() == ["grain.md"]
    text = archive.read("grain.md").decode()
    assert "[private] called." in text
    assert "Oleana" not in text
    assert "Marrow" not in text
