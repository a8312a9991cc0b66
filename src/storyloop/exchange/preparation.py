"""A preparation as text, as Markdown and as JSON."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.exchange.counted import counted_json, counted_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.planning import Counted, Gap, Preparation, Sheet
    from storyloop.story import Metric

_WIDTH = 88


def preparation_json(preparation: Preparation, basis: Counted) -> dict[str, object]:
    """Return the preparation as the JSON contract has it, without its version."""
    return {
        "counted": counted_json(basis),
        "situations": [_sheet_json(sheet) for sheet in preparation.sheets],
        "gaps": [
            {"situation": gap.situation.id, "archetype": gap.archetype.id}
            for gap in preparation.gaps
        ],
        "uses": [{"story": story, "times": n} for story, n in preparation.uses.items()],
    }


def preparation_markdown(preparation: Preparation, basis: Counted) -> str:
    """Return the preparation as a Markdown document."""
    blocks = ["# Preparation", *counted_lines(basis)]
    for sheet in preparation.sheets:
        blocks += _sheet_blocks(sheet)
    if preparation.gaps:
        blocks.append("## No story yet")
        blocks.append("\n".join(f"- {_gap_line(gap)}" for gap in preparation.gaps))
    return "\n\n".join(blocks) + "\n"


def preparation_text(preparation: Preparation, basis: Counted) -> str:
    """Return the preparation for a terminal."""
    lines: list[str] = []
    for sheet in preparation.sheets:
        lines += [*_sheet_lines(sheet), ""]
    for gap in preparation.gaps:
        lines.append(_wrapped(f"No story yet: {_gap_line(gap)}"))
    used = len(preparation.uses)
    answered = len(preparation.sheets)
    asked = answered + len(preparation.gaps)
    lines.append(
        f"{answered} of {asked} situation{'s' * (asked != 1)} answered "
        f"by {used} stor{'y' if used == 1 else 'ies'}."
    )
    return "\n".join([*lines, *counted_lines(basis)]) + "\n"


def metric_line(metric: Metric) -> str:
    """Return a metric as one line: name, baseline, result, unit, period, standing."""
    values = " → ".join(value for value in (metric.baseline, metric.result) if value)
    named = ": ".join(text for text in (metric.name, f"{values} {metric.unit}".strip()) if text)
    line = ", ".join(text for text in (named, metric.period) if text)
    return line if metric.standing == "confirmed" else f"{line} ({_STANDINGS[metric.standing]})"


_STANDINGS = {"estimated": "an estimate", "cannot-confirm": "cannot be confirmed"}


def _sheet_json(sheet: Sheet) -> dict[str, object]:
    return {
        "id": sheet.situation.id,
        "story": sheet.story.id,
        "title": sheet.story.title,
        "fit": round(sheet.fit, 4),
        "reasons": list(sheet.reasons),
        "short": dict(sheet.short.passages),
        "words": sheet.short.words,
        "seconds": sheet.short.seconds,
        "shortened": sheet.short.shortened,
        "principles": list(sheet.principles),
        "metrics": [
            {
                "name": metric.name,
                "baseline": metric.baseline,
                "result": metric.result,
                "unit": metric.unit,
                "period": metric.period,
                "standing": metric.standing,
            }
            for metric in sheet.metrics
        ],
        "why_not": [
            {"chosen": choice.chosen, "rejected": choice.rejected, "why_not": choice.why_not}
            for choice in sheet.why_not
        ],
        "probes": [{"ask": probe.ask, "answer": probe.answer} for probe in sheet.probes],
        "spare": sheet.spare and {"story": sheet.spare.story.id, "fit": round(sheet.spare.fit, 4)},
    }


def _sheet_blocks(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.situation.name}"
    yield f"*{sheet.situation.meaning}.*"
    yield f"**{sheet.story.title}** ({_length(sheet)})"
    for part, passage in sheet.short.passages:
        yield f"**{part.capitalize()}.** {passage}"
    if sheet.principles:
        yield f"**Worth naming:** {_principles(sheet)}"
    if sheet.metrics:
        yield "**Numbers**\n\n" + "\n".join(f"- {metric_line(m)}" for m in sheet.metrics)
    if sheet.why_not:
        yield "**Why not**\n\n" + "\n".join(
            f"- {choice.rejected}: {choice.why_not}" for choice in sheet.why_not
        )
    if sheet.probes:
        yield "**Probes**\n\n" + "\n".join(
            f"- *{probe.ask}* {probe.answer or '(no answer prepared yet)'}".replace("\n", " ")
            for probe in sheet.probes
        )
    if sheet.spare:
        yield f"**Spare:** {sheet.spare.story.title}"


def _sheet_lines(sheet: Sheet) -> Iterator[str]:
    heading = f"{sheet.situation.name}: {sheet.story.title}"
    yield heading
    yield "=" * min(len(heading), _WIDTH)
    yield _wrapped(f"{sheet.situation.meaning}. {_length(sheet)}.")
    for part, passage in sheet.short.passages:
        yield ""
        yield _wrapped(f"{part.upper()}  {passage}")
    yield ""
    if sheet.principles:
        yield f"Worth naming: {_principles(sheet)}"
    for metric in sheet.metrics:
        yield _wrapped(f"Number: {metric_line(metric)}")
    for choice in sheet.why_not:
        yield _wrapped(f"Why not: {choice.rejected}: {choice.why_not}")
    for probe in sheet.probes:
        yield _wrapped(f"Probe: {probe.ask}")
        yield _wrapped(probe.answer or "(no answer prepared yet)", indent="  ")
    yield _wrapped(f"Spare: {sheet.spare.story.title}" if sheet.spare else "Spare: none yet")


def _length(sheet: Sheet) -> str:
    minutes, seconds = divmod(sheet.short.seconds, 60)
    shortened = ", shortened" if sheet.short.shortened else ""
    return f"{sheet.short.words} words, {minutes} min {seconds:02} s{shortened}"


def _principles(sheet: Sheet) -> str:
    return ", ".join(guide.principle(each).name for each in sheet.principles)


def _gap_line(gap: Gap) -> str:
    name = gap.situation.name
    end = "" if name.endswith((".", "?", "!")) else "."  # a question brings its own mark
    return f"{name}{end} {gap.situation.meaning}. Write next: {gap.archetype.name}."


def _wrapped(text: str, indent: str = "") -> str:
    rest = indent or "  "
    return "\n".join(
        textwrap.fill(line, _WIDTH, initial_indent=rest if n else indent, subsequent_indent=rest)
        for n, line in enumerate(text.splitlines())
    )
