"""A bank in which every text is an attack, and what a page must not hold because of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storyloop.bank import drafts, models, practice, services
from storyloop.bank.models import Via
from storyloop.bank.preferences import keep_preferences
from storyloop.bank.values import Asked, Drilled, Heard, Preferences, Writer
from storyloop.planning.loop import Loop, Round
from storyloop.story import FollowUp, Metric, Stakeholder, Story, SwitchedOff, TradeOff
from tests.routes import DRAFT, LOOP, STORY

if TYPE_CHECKING:
    from tests.integration.web.reading import Page

ATTACK = (
    "<script>alert(1)</script> </textarea></title><script>alert(2)</script> "
    '"\'><img src=x onerror=alert(3)> <a href="javascript:alert(4)" style="color:red">a</a> '
    "[b](javascript:alert(5)) [c](JaVaScRiPt&colon;alert(6)) <javascript:alert(7)> "
    "[d](data:text/html,<script>alert(8)</script>) ![e](https://elsewhere.example/pixel) "
    "{{ 7|add:7 }} {% now 'Y' %}"
)
HOSTILE = Story(
    id=STORY,
    title=ATTACK,
    headline=ATTACK,
    situation=ATTACK,
    task=f"# {ATTACK}",
    action=f"    {ATTACK}",
    result=f"> {ATTACK}",
    learned=f"[x]: javascript:alert(9)\n\n[x] {ATTACK}",
    metrics=(Metric(name=ATTACK, baseline=ATTACK, result=ATTACK, unit=ATTACK, measured=ATTACK),),
    trade_offs=(TradeOff(chosen=ATTACK, rejected=ATTACK, why_not=ATTACK, cost=ATTACK),),
    stakeholders=(Stakeholder(who=ATTACK, wanted=ATTACK, involved=ATTACK),),
    follow_ups=(FollowUp(question=ATTACK, answer=ATTACK),),
    principles=("ownership", ATTACK),
    situations=("obstacle", ATTACK),
    archetype=ATTACK,
    organisation=ATTACK,
    role=ATTACK,
    stakes=ATTACK,
    tags=(ATTACK,),
    private_terms=(ATTACK,),
    switched_off=(SwitchedOff(rule=ATTACK, reason=ATTACK),),
)
_ROUND = Round(interviewer=ATTACK, kind=ATTACK, principles=("ownership",), questions=(ATTACK,))


def fill() -> None:
    """Fill a new bank: each kind of thing that it can hold, with an attack in each of its texts."""
    services.add(replace(HOSTILE, title="Before", situation="Calm."), via=Via.IMPORT)
    services.save(HOSTILE, base=1, via=Via.IMPORT)
    # What a kind says of itself is shown beside the title alone.
    services.add(replace(HOSTILE, id="of-a-kind", archetype="scaled-solution"), via=Via.IMPORT)
    services.add(replace(HOSTILE, id="gone"), via=Via.IMPORT)
    services.remove("gone", via=Via.IMPORT)
    typed = {name: [ATTACK] for name in ("title", "headline", "action", "when", "metrics-0-name")}
    drafts.keep(typed, writer=Writer(key=DRAFT))
    drafts.keep(typed, story="of-a-kind", base=1)
    asked = Asked(question=ATTACK, employer=ATTACK, story=ATTACK, principle=ATTACK)
    practice.keep_asked(asked)
    answered = Drilled(round=1, place=1, question=ATTACK, principles=("ownership",))
    practice.keep_drilled(replace(answered, named=ATTACK, story=ATTACK, best=(STORY, ATTACK)))
    loop = Loop(employer=ATTACK, role=ATTACK, rounds=(_ROUND, replace(_ROUND, told=(STORY,))))
    services.add_loop(LOOP, loop)
    day = ((Heard(round=0, told=(STORY,), came_up=(ATTACK,)),),)
    services.save_loop(LOOP, loop, day=day, base=1)
    keep_preferences(Preferences(private_terms=(ATTACK[:200],), switched_off=(ATTACK[:200],)))
    models.Preference.objects.create(name="of-later", value=ATTACK)


def harms(page: Page) -> list[tuple[str, dict[str, str | None]]]:
    """Return every tag that could run something or fetch something from elsewhere."""
    return [
        (tag, attributes)
        for tag, attributes in page.tags
        if (tag == "script" and not _is_own_script(attributes))
        or tag in {"img", "iframe", "object", "embed", "base", "style"}
        or any(name.startswith("on") or name == "style" for name in attributes)
        or not all(_is_own(attributes.get(name)) for name in ("src", "action", "formaction"))
        or not (_is_own(attributes.get("href")) or (tag == "a" and _leads_out(attributes)))
    ]


def _is_own_script(script: dict[str, str | None]) -> bool:
    return set(script) == {"type", "src"} and str(script["src"]).startswith("/static/storyloop/")


def _is_own(address: str | None) -> bool:
    return address is None or (address[:1] in {"/", "#", "?", ""} and address[:2] != "//")


def _leads_out(link: dict[str, str | None]) -> bool:
    """Tell whether a link leads to a page on the web, which learns nothing of where it came from.

    Only who follows it goes there; nothing is fetched before.
    """
    return str(link["href"]).startswith("https://") and "noreferrer" in str(link.get("rel"))
