"""A loop plan as text, as Markdown and as JSON."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from storyloop.exchange.counted import counted_json, counted_lines
from storyloop.planning.assumptions import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storyloop.planning import Counted
    from storyloop.planning.loop import Loop
    from storyloop.planning.planned import (
        Branch,
        Choice,
        LoopGap,
        Plan,
        PlannedRound,
        StandBy,
    )
    from storyloop.planning.slots import Slot

_WIDTH = 88
_SEPARATOR = " · "  # some names hold commas, and some semicolons


def plan_json(plan: Plan, basis: Counted) -> dict[str, object]:
    """Return the plan as the JSON contract has it, without its version; rounds count from 1."""
    loop = plan.loop
    return {
        "counted": counted_json(basis),
        "loop": {
            "employer": loop.employer,
            "date": loop.date.isoformat() if loop.date else None,
            "role": loop.role,
            "framework": loop.framework,
            "most_tellings": loop.most_tellings,
        },
        "optimal": plan.optimal,
        "answered": plan.worth.answered,
        "slots": plan.worth.slots,
        "weakest": plan.worth.weakest,
        "total": plan.worth.total,
        "alike": plan.worth.alike,
        "assumption": plan.assumption,
        "rounds": [_round_json(each, loop) for each in plan.rounds],
        "gaps": [_gap_json(gap) for gap in plan.gaps],
        "changed": [{"round": number + 1, "slot": slot + 1} for number, slot in plan.changed],
    }


def plan_text(plan: Plan, basis: Counted) -> str:
    """Return the plan for a terminal."""
    lines = [heading] if (heading := _heading(plan.loop)) else []
    for each in plan.rounds:
        lines += ["", *_round_lines(each, plan)]
    if plan.gaps:
        lines += ["", "What stays open"]
        lines += [_wrapped(f"{gap.sentence} {gap.advice}", "  ") for gap in plan.gaps]
    lines += ["", *(_wrapped(line) for line in _closing(plan, basis))]
    return "\n".join(lines).lstrip("\n") + "\n"


def plan_markdown(plan: Plan, basis: Counted) -> str:
    """Return the plan as a Markdown document."""
    blocks = [f"# {_heading(plan.loop) or 'Loop plan'}"]
    for each in plan.rounds:
        blocks += _round_blocks(each, plan)
    if plan.gaps:
        blocks.append("## What stays open")
        blocks.append("\n".join(f"- {gap.sentence} {gap.advice}" for gap in plan.gaps))
    blocks += _closing(plan, basis)
    return "\n\n".join(blocks) + "\n"


def _heading(loop: Loop) -> str:
    day = f"{loop.date.day} {loop.date:%B %Y}" if loop.date else ""
    return ", ".join(text for text in (loop.employer, loop.role, day) if text)


def _closing(plan: Plan, basis: Counted) -> Iterator[str]:
    worth = plan.worth
    how = "Proved best" if plan.optimal else "The best that was found, though not proved"
    weakest = "" if worth.weakest is None else f"; the weakest fits {worth.weakest:.2f} of 1"
    yield (
        f"{how}: {worth.answered} of {worth.slots} answered, "
        f"{telling(plan.loop.most_tellings)}{weakest}."
    )
    if plan.changed:
        count = len(plan.changed)
        yield f"{count} slot{'s' * (count > 1)} changed, marked with a star."
    if plan.assumption:
        yield plan.assumption
    yield from counted_lines(basis)


def _round_lines(each: PlannedRound, plan: Plan) -> Iterator[str]:
    yield _headline(each, plan)
    for place, slot in enumerate(each.slots):
        star = "* " if (each.number, place) in plan.changed else "  "
        yield _wrapped(f"{star}{_asked(slot.slot)}: {_told(slot.primary)}", hanging="      ")
        if slot.primary and not each.over:
            yield from (_wrapped(reason, "      ") for reason in slot.primary.reasons[:2])
        if not each.over:
            yield _wrapped(f"Spare: {_stand_by(slot.spare)}", "      ")
    if each.branches:
        yield "  If something else comes up:"
        for answer, names in _by_answer(each.branches).items():
            yield _wrapped(f"{answer}: {_SEPARATOR.join(names)}", "      ", "        ")


def _round_blocks(each: PlannedRound, plan: Plan) -> Iterator[str]:
    yield f"## {_headline(each, plan)}"
    items = []
    for place, slot in enumerate(each.slots):
        star = " (changed)" if (each.number, place) in plan.changed else ""
        items.append(f"- **{_asked(slot.slot)}**{star}: {_told(slot.primary)}")
        if slot.primary and not each.over:
            items += [f"  - {reason}" for reason in slot.primary.reasons[:2]]
        if not each.over:
            items.append(f"  - Spare: {_stand_by(slot.spare)}")
    if items:
        yield "\n".join(items)
    if each.branches:
        yield "If something else comes up:\n\n" + "\n".join(
            f"- {answer}: {_SEPARATOR.join(names)}"
            for answer, names in _by_answer(each.branches).items()
        )


def _headline(each: PlannedRound, plan: Plan) -> str:
    minutes = plan.loop.rounds[each.number].minutes
    return f"{each.name}, {'over' if each.over else f'{minutes} minutes'}"


def _asked(slot: Slot) -> str:
    return f"{slot.label} (guessed)" if slot.guessed else slot.label


def _told(choice: Choice | None) -> str:
    if choice is None:
        return "no story; see what stays open"
    marks = [f"fits {choice.fit:.2f}"]
    marks += ["pinned"] * choice.pinned + ["weak"] * choice.weak
    return f"{choice.story.title} ({', '.join(marks)})"


def _stand_by(spare: StandBy | None) -> str:
    if spare is None:
        return "none"
    return f"{spare.choice.story.title} ({', '.join([f'{spare.choice.fit:.2f}', *_harm(spare)])})"


def _harm(spare: StandBy) -> list[str]:
    if spare.harm == "this-round":
        return ["in place of its own slot here"]
    return [] if spare.spoils is None else [f"takes it from round {spare.spoils + 1}"]


def _by_answer(branches: Iterable[Branch]) -> dict[str, list[str]]:
    """Return for each story, with what telling it would spoil, the principles it is for."""
    found: dict[str, list[str]] = {}
    for each in branches:
        answer = "No story"
        if each.story:
            answer = ", ".join([each.story.choice.story.title, *_harm(each.story)])
        found.setdefault(answer, []).append(each.principle.name)
    return found


def _round_json(each: PlannedRound, loop: Loop) -> dict[str, object]:
    known = loop.rounds[each.number]
    return {
        "round": each.number + 1,
        "name": each.name,
        "interviewer": known.interviewer,
        "kind": known.kind,
        "minutes": known.minutes,
        "over": each.over,
        "slots": [
            {
                **_slot_json(slot.slot),
                "primary": slot.primary and _choice_json(slot.primary),
                "spare": slot.spare and _stand_by_json(slot.spare),
            }
            for slot in each.slots
        ],
        "branches": [
            {
                "principle": branch.principle.id,
                "story": branch.story and _stand_by_json(branch.story),
            }
            for branch in each.branches
        ],
    }


def _slot_json(slot: Slot) -> dict[str, object]:
    return {
        "principle": slot.principle or None,
        "question": slot.question or None,
        "guessed": slot.guessed,
    }


def _choice_json(choice: Choice) -> dict[str, object]:
    return {
        "story": choice.story.id,
        "title": choice.story.title,
        "fit": choice.fit,
        "reasons": list(choice.reasons),
        "opening": choice.opening,
        "pinned": choice.pinned,
        "weak": choice.weak,
    }


def _stand_by_json(spare: StandBy) -> dict[str, object]:
    return {
        "story": spare.choice.story.id,
        "title": spare.choice.story.title,
        "fit": spare.choice.fit,
        "reasons": list(spare.choice.reasons),
        "opening": spare.choice.opening,
        "harm": spare.harm,
        "spoils": None if spare.spoils is None else spare.spoils + 1,
    }


def _gap_json(gap: LoopGap) -> dict[str, object]:
    return {
        "slots": [{"round": slot.round + 1, **_slot_json(slot)} for slot in gap.slots],
        "stories": [story.id for story in gap.stories],
        "sentence": gap.sentence,
        "archetype": gap.archetype and gap.archetype.id,
        "advice": gap.advice,
    }


def _wrapped(text: str, indent: str = "", hanging: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=hanging or indent)
