"""What a program does with stories, questions, loops and drills, from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storyloop import guide
from storyloop.bank import judgements, queries, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.integration.web.loops import LOOP

if TYPE_CHECKING:
    from tests.integration.web.api.conftest import Program

TRAIN = {
    "title": "The late train",
    "action": "I timed each step.",
    "when": {"year": 2024, "month": 5},
    "metrics": [{"name": "Late trains", "baseline": "9", "result": "2", "standing": "confirmed"}],
    "principles": ["dive-deep"],
}


def test_a_story_is_added_edited_removed_and_brought_back(program: Program) -> None:
    held = program.send("POST", "/stories", {"story": TRAIN})
    assert program.status == 201
    assert (held["story"]["id"], held["revision"], held["removed_at"]) == (
        "the-late-train",
        1,
        None,
    )
    at = "/stories/the-late-train"
    held = program.send("PATCH", at, {"base": 1, "story": {"headline": "On time", "when": None}})
    assert held["story"] == {
        **program.get(f"{at}/history/1")["story"],
        "headline": "On time",
        "when": None,
    }
    assert [each["field"] for each in program.get(f"{at}/changes/1")["changes"]] == [
        "headline",
        "when",
    ]
    assert program.send("POST", f"{at}/restore", {"base": 2, "number": 1})["revision"] == 3
    assert program.send("POST", f"{at}/remove")["removed_at"]
    assert "the-late-train" not in {each["id"] for each in program.get("/stories")["stories"]}
    assert program.get("/stories", {"removed": 1})["stories"][0]["id"] == "the-late-train"
    assert program.send("POST", f"{at}/bring-back")["removed_at"] is None
    events = [each["event"] for each in program.get(f"{at}/history")["revisions"]]
    assert events == ["brought back", "removed", "restored", "saved", "added"]


def test_a_save_that_began_earlier_is_told_and_writes_nothing(program: Program) -> None:
    at = "/stories/payee-names"
    first = program.send("PATCH", at, {"base": 1, "story": {"title": "First"}})
    said = program.send("PATCH", at, {"base": 1, "story": {"title": "Second"}})
    assert (program.status, said["error"]["code"]) == (409, "stale")
    assert "it is at revision 2 now" in said["error"]["message"]
    assert program.get(at) == first
    for path, body in (("restore", {"base": 1, "number": 1}),):
        said = program.send("POST", f"{at}/{path}", body)
        assert said["error"]["code"] == "stale"


def test_an_id_is_given_or_made_and_never_taken_twice(program: Program) -> None:
    ids = [program.send("POST", "/stories", {"story": TRAIN})["story"]["id"] for _ in range(2)]
    assert ids == ["the-late-train", "the-late-train-2"]
    assert program.send("POST", "/stories", {"id": "mine", "story": {}})["story"]["id"] == "mine"
    said = program.send("POST", "/stories", {"id": "mine", "story": {}})
    assert (program.status, said["error"]["code"]) == (409, "taken")


def test_the_layout_of_an_imported_story_and_an_id_unknown_to_the_guide_outlive_an_edit(
    program: Program,
) -> None:
    story = Story(id="mine", title="Mine", principles=("zeal",), source="---\nid: mine\n---\n")
    services.add(story, via=Via.IMPORT)
    change = {"title": "Ours", "principles": ["zeal", "ownership"]}
    program.send("PATCH", "/stories/mine", {"base": 1, "story": change})
    now = queries.held("mine").story
    assert (now.source, now.principles) == (story.source, ("zeal", "ownership"))
    said = program.send("PATCH", "/stories/mine", {"base": 2, "story": {"principles": ["zest"]}})
    assert said["error"]["fields"] == [
        {"field": "story.principles", "message": "The guide has no 'zest'."}
    ]


def test_the_samples_go_and_come_back(program: Program) -> None:
    ids = {sample.id for sample in guide.samples()}
    assert set(program.send("POST", "/samples/remove")["stories"]) == ids
    assert program.get("/export")["stories"] == []
    assert set(program.send("POST", "/samples/bring-back")["stories"]) == ids
    assert {each["id"] for each in program.get("/export")["stories"]} == ids


def test_a_list_is_narrowed_as_on_its_page(program: Program) -> None:
    def ids(**query: str) -> list[str]:
        return [each["id"] for each in program.get("/stories", dict(query))["stories"]]

    assert ids(q="CHECKOUT canary") == ["checkout-failures"]
    assert ids(archetype="scaled-solution", principle="think-big") == ["partner-portal"]
    assert ids(whose="own") == []
    words = [each["words"] for each in program.get("/stories", {"sort": "words"})["stories"]]
    assert words == sorted(words, reverse=True)


def test_a_list_says_how_strong_a_story_is_and_when_it_was_told(program: Program) -> None:
    judgements.catch_up()
    services.add(Story(id="weak", title="Weak", action="We did it. " * 30), via=Via.WEB)
    judgements.catch_up()
    program.send("POST", "/asked", {"question": "Why?", "story": "weak", "on": "2026-05-03"})
    stories = {each["id"]: each for each in program.get("/stories")["stories"]}
    strength = program.get("/stories/weak/check")["strength"]
    assert (stories["weak"]["strength"], stories["weak"]["told"]) == (strength, "2026-05-03")
    assert stories["payee-names"]["told"] is None
    below = program.get("/stories", {"below": strength + 1, "sort": "strength"})["stories"]
    assert below[0]["id"] == "weak"


def test_all_that_happened_comes_page_by_page(program: Program) -> None:
    program.send("PATCH", "/stories/payee-names", {"base": 1, "story": {"title": "Names"}})
    said = program.get("/history")
    first = said["happenings"][0]
    assert (first["what"], first["name"]) == ("Saved", "Names")
    assert first["address"] == "/stories/payee-names/"
    assert (said["total"], said["pages"]) == (len(guide.samples()) + 1, 1)


def test_a_question_one_was_asked_is_kept_corrects_the_answer_and_goes(program: Program) -> None:
    question = {"question": "Who landed the zeppelin?", "principle": "frugality"}
    kept = program.send("POST", "/asked", question | {"story": "payee-names", "on": "2026-05-03"})
    assert program.status == 201
    assert program.get("/asked")["asked"] == [kept["asked"]]
    first = program.get("/ask", {"question": "who landed  the ZEPPELIN?"})["principles"][0]
    assert first == {"id": "frugality", "probability": 1.0}
    found = program.get("/questions", {"q": "zeppelin"})
    assert [each["asked"] for each in found["questions"]] == [kept["asked"]["number"]]
    at = f"/asked/{kept['asked']['number']}"
    assert program.send("POST", f"{at}/remove")["asked"] == []
    assert program.send("POST", f"{at}/bring-back")["asked"] == [kept["asked"]]


def test_the_question_bank_comes_page_by_page(program: Program) -> None:
    pages = [program.get("/questions", {"page": page}) for page in (1, 2, 99)]
    assert [len(each["questions"]) for each in pages[:2]] == [50, 50]
    assert pages[0]["total"] == len(guide.questions())
    assert pages[2]["page"] == pages[0]["pages"]
    senior = program.get("/questions", {"level": "senior"})
    assert {each["level"] for each in senior["questions"]} == {"senior"}


def test_a_loop_is_written_pinned_replanned_and_removed(program: Program) -> None:
    services.add_loop("larch", LOOP)
    at = "/loops/larch"
    pin = {"round": 1, "asks": "ownership", "story": "payee-names"}
    held = program.send("POST", f"{at}/pin", {"base": 1, **pin})
    assert held["loop"]["rounds"][0]["pins"] == {"ownership": ["payee-names"]}
    slot = program.get(f"{at}/plan")["rounds"][0]["slots"][0]
    assert (slot["primary"]["story"], slot["primary"]["pinned"]) == ("payee-names", True)
    held = program.send("POST", f"{at}/ban", {"base": 2, "story": "payee-names"})
    assert (held["loop"]["never"], held["loop"]["rounds"][0]["pins"]) == (["payee-names"], {})
    held = program.send("POST", f"{at}/lift-ban", {"base": 3, "story": "payee-names"})
    assert held["loop"]["never"] == []
    held = program.send("POST", f"{at}/pin", {"base": 4, **pin})
    held = program.send("POST", f"{at}/unpin", {"base": 5, **pin})
    heard = {"round": 1, "told": ["payee-names"], "came_up": ["Bias for Action"]}
    held = program.send("POST", f"{at}/replan", {"base": 6, "heard": [heard]})
    assert held["day"] == [[heard | {"came_up": ["bias-for-action"]}]]
    assert [each["over"] for each in program.get(f"{at}/plan")["rounds"]] == [True, False, False]
    held = program.send("POST", f"{at}/take-back", {"base": 7})
    assert held["day"] == []
    program.send("POST", f"{at}/remove")
    assert program.get("/loops")["loops"] == []
    assert program.get("/loops", {"removed": 1})["loops"][0]["id"] == "larch"
    assert program.send("POST", f"{at}/bring-back")["removed_at"] is None


def test_a_loop_that_is_saved_anew_keeps_the_day_of_its_rounds(program: Program) -> None:
    services.add_loop("larch", LOOP)
    heard = [{"round": number, "told": ["payee-names"], "came_up": []} for number in (1, 3)]
    held = program.send("POST", "/loops/larch/replan", {"base": 1, "heard": heard})
    loop = held["loop"] | {"rounds": held["loop"]["rounds"][:2]}
    held = program.send("PUT", "/loops/larch", {"base": 2, "loop": loop})
    assert (held["loop"], held["day"]) == (loop, [heard[:1]])
    said = program.send("PUT", "/loops/larch", {"base": 2, "loop": loop})
    assert said["error"]["code"] == "stale"


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("pin", {"round": 9, "asks": "ownership", "story": "payee-names"}, "There is no round 9"),
        ("pin", {"round": 1, "asks": "ownership", "story": "lost"}, "is not among those counted"),
        ("ban", {"round": 9, "story": "payee-names"}, "There is no round 9; there are 3."),
        ("replan", {"heard": [{"round": 9}]}, "There is no round 9; there are 3."),
    ],
)
def test_what_cannot_hold_in_a_loop_is_said(
    program: Program, path: str, body: dict[str, object], sentence: str
) -> None:
    services.add_loop("larch", LOOP)
    said = program.send("POST", f"/loops/larch/{path}", {"base": 1, **body})
    assert (program.status, said["error"]["code"]) == (409, "impossible")
    assert sentence in said["error"]["message"]
    assert queries.held_loop("larch").revision == 1


def test_a_round_of_the_drill(program: Program) -> None:
    drill = program.get("/drills/1", {"on": "ownership"})
    assert (drill["size"], drill["answers"]) == (10, [])
    answer = {"place": 1, "question": drill["question"]["id"], "named": "ownership", "seconds": 7}
    kept = program.send("POST", "/drills/1/answers", answer)["answer"]
    assert kept["right"] == ("ownership" in kept["principles"])
    assert program.get("/drills/1")["answers"] == [kept]
    said = program.send("POST", "/drills/1/answers", answer)
    assert said["error"]["code"] == "answered-already"
    progress = program.get("/drills")
    assert (progress["asked"], progress["next"]) == (1, 2)
    assert program.send("POST", "/drills/forget")["answers"] == 1
    assert program.get("/drills")["asked"] == 0
    assert program.send("POST", "/drills/bring-back")["answers"] == 1
    assert program.get("/drills") == progress


def test_settings_are_changed_one_by_one(program: Program) -> None:
    before = program.get("/settings")["settings"]
    program.send("PATCH", "/settings", {"framework": "civil-service", "private_terms": ["A  B"]})
    after = program.get("/settings")["settings"]
    assert after == before | {"framework": "civil-service", "private_terms": ["A B"]}
    assert program.get("/coverage")["framework"] == "civil-service"


def test_a_head_is_answered_like_a_get(program: Program) -> None:
    assert program.client.head("/api/v1/stories").status_code == 200
