"""What the user wants other than usual is kept, checked, and forgotten where it holds no longer."""

import pytest

from storyloop.bank.errors import BadPreference
from storyloop.bank.models import Preference
from storyloop.bank.preferences import NAMES, keep_preferences, preferences, with_value
from storyloop.bank.values import USUAL, Preferences

pytestmark = [pytest.mark.database, pytest.mark.django_db]

WANTED = Preferences(
    framework="civil-service",
    level="senior",
    words_a_minute=132,
    longest=90,
    private_terms=("Marrow & Finch", "Oleana"),
    switched_off=("cliche", "L0"),
)


def test_nothing_kept_is_as_usual() -> None:
    assert preferences() == USUAL == Preferences()


def test_preferences_come_back_as_they_were_kept() -> None:
    keep_preferences(WANTED)
    assert preferences() == WANTED


def test_only_what_is_not_as_usual_has_a_row() -> None:
    keep_preferences(WANTED)
    assert Preference.objects.count() == len(NAMES)
    keep_preferences(Preferences(level="senior"))
    assert [row.name for row in Preference.objects.all()] == ["level"]
    keep_preferences(USUAL)
    assert not Preference.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("framework", "a firm whose file is gone"),
        ("level", "duke"),
        ("level", ["mid"]),
        ("words_a_minute", 9_000),
        ("longest", "ages"),
        ("longest", True),
        ("private_terms", {"a": 1}),
        ("a setting of a later version", 1),
    ],
)
def test_what_holds_no_longer_counts_as_usual(name: str, value: object) -> None:
    Preference.objects.create(name=name, value=value)
    assert preferences() == USUAL


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("framework", "acme", "There is no framework 'acme'; there is amazon, civil-service"),
        ("level", "duke", "There is no level 'duke'; there is entry, mid, senior, executive."),
        ("words_a_minute", "79", "Words a minute must be a whole number from 80 to 240."),
        ("words_a_minute", "9" * 5_000, "Words a minute must be a whole number"),
        ("words_a_minute", "fast", "Words a minute must be a whole number from 80 to 240."),
        ("longest", "601", "The longest telling in seconds must be .* from 30 to 600."),
        ("private_terms", ["x" * 201], "At most 200 terms are kept, each of 200 characters"),
        ("private_terms", [*map(str, range(201))], "At most 200 terms are kept"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(name: str, value: object, sentence: str) -> None:
    with pytest.raises(BadPreference, match=sentence):
        with_value(USUAL, name, value)


def test_terms_are_kept_tidy_and_once() -> None:
    found = with_value(USUAL, "private_terms", [" Marrow  & Finch", "", "Marrow & Finch", "Larch"])
    assert found.private_terms == ("Marrow & Finch", "Larch")
