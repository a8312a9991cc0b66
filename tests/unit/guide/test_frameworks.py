"""Principles: the sixteen of one employer, the nine of another, and yours as one more file."""

import re
import shutil
from pathlib import Path

import pytest

from storyloop import guide
from storyloop.guide import load

AMAZON = [
    ("customer-obsession", "Customer Obsession"),
    ("ownership", "Ownership"),
    ("invent-and-simplify", "Invent and Simplify"),
    ("are-right-a-lot", "Are Right, A Lot"),
    ("learn-and-be-curious", "Learn and Be Curious"),
    ("hire-and-develop-the-best", "Hire and Develop the Best"),
    ("insist-on-the-highest-standards", "Insist on the Highest Standards"),
    ("think-big", "Think Big"),
    ("bias-for-action", "Bias for Action"),
    ("frugality", "Frugality"),
    ("earn-trust", "Earn Trust"),
    ("dive-deep", "Dive Deep"),
    ("have-backbone", "Have Backbone; Disagree and Commit"),
    ("deliver-results", "Deliver Results"),
    ("best-employer", "Strive to be Earth's Best Employer"),
    ("broad-responsibility", "Success and Scale Bring Broad Responsibility"),
]

COURAGE = """\
id = "acme"
name = "Acme Values"
employer = "Acme"
about = "Acme has one value."
link = "https://example.org/values"

[[principles]]
id = "acme-courage"
name = "Courage"
gloss = "You said what others would not."
listens_for = ["A risk that was yours."]
mistakes = ["Somebody else's risk."]
like = ["have-backbone"]
"""


def test_the_sixteen_leadership_principles_in_their_order() -> None:
    assert guide.DEFAULT_FRAMEWORK == "amazon"
    assert [(each.id, each.name) for each in guide.framework().principles] == AMAZON


def test_the_default_framework_comes_first_and_each_links_to_the_employers_own_words() -> None:
    assert [each.id for each in guide.frameworks()] == ["amazon", "civil-service"]
    for framework in guide.frameworks():
        assert framework.link.startswith("https://")
        assert framework.name
        assert framework.employer
        assert framework.about


def test_the_nine_behaviours_are_like_principles_that_exist() -> None:
    behaviours = guide.framework("civil-service").principles
    assert len(behaviours) == 9
    amazon = {name for name, _ in AMAZON}
    for behaviour in behaviours:
        assert behaviour.id == "cs-" + behaviour.name.lower().replace(" ", "-")
        assert 1 <= len(behaviour.like) <= 3
        assert set(behaviour.like) <= amazon
    assert not any(principle.like for principle in guide.framework().principles)


def test_every_principle_has_texts_of_its_own() -> None:
    principles = [each for framework in guide.frameworks() for each in framework.principles]
    glosses = [principle.gloss for principle in principles]
    assert len(set(glosses)) == len(principles) == 25
    assert len({principle.id for principle in principles}) == 25
    for principle in principles:
        assert 8 <= len(principle.gloss.split()) <= 60
        assert 3 <= len(principle.listens_for) <= 5
        assert 2 <= len(principle.mistakes) <= 4
        for text in (principle.gloss, *principle.listens_for, *principle.mistakes):
            assert re.search(r"""[.?]["”’]?$""", text), text


def test_a_behaviour_is_shown_by_what_it_is_like() -> None:
    pace = guide.principle("cs-delivering-at-pace")
    assert pace.shown_by(("cs-delivering-at-pace",))
    assert pace.shown_by((pace.like[0],))
    assert not pace.shown_by(("best-employer",))
    assert not guide.principle("dive-deep").shown_by(pace.like[:0])


def test_another_employers_values_are_one_more_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(guide.__file__).parent / "data", tmp_path / "data")
    file = tmp_path / "data" / "frameworks" / "acme.toml"
    file.write_text(COURAGE, encoding="utf-8")
    (file.parent / "README.txt").write_text("No framework.", encoding="utf-8")
    monkeypatch.setattr(load, "_HERE", tmp_path)
    found = load.frameworks.__wrapped__()
    assert [each.id for each in found] == ["amazon", "acme", "civil-service"]
    (courage,) = found[1].principles
    assert courage.shown_by(("have-backbone",))


def test_a_faulty_file_of_values_is_not_taken_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "frameworks"
    folder.mkdir(parents=True)
    monkeypatch.setattr(load, "_HERE", tmp_path)
    (folder / "acme.toml").write_text(COURAGE.replace("gloss", "glos"), encoding="utf-8")
    with pytest.raises(TypeError, match="glos"):
        load.frameworks.__wrapped__()
    (folder / "acme.toml").write_text('id = "acme"\n', encoding="utf-8")
    with pytest.raises(KeyError, match="principles"):
        load.frameworks.__wrapped__()


def test_ids_that_the_guide_does_not_know_are_key_errors() -> None:
    for find in (guide.principle, guide.situation, guide.archetype, guide.framework):
        with pytest.raises(KeyError):
            find("nope")
