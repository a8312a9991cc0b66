"""Random stories, with every nasty text a person might paste."""

from hypothesis import strategies as st

from storyloop.story import FollowUp, Metric, Stakeholder, Story, SwitchedOff, TradeOff, When
from storyloop.story.model import STANDINGS
from storyloop.story.slug import is_slug

NASTY = (
    "---",
    "# not a heading",
    "## Situation",
    "### Why?",
    "\\## escaped",
    "- name: x",
    "no",
    "null",
    "~",
    "true",
    "1e3",
    "2023-04-05",
    "0o17",
    "key: value # comment",
    "'quoted' \"twice\"",
    "naïve — ‘curly’ 数字 🎯",
    "\u2028separator\u2029",
    "\x85next line",
    "\ufeffmark",
    "<!-- comment -->",
    "{flow: [1, 2]}",
    "%directive",
    "@at `tick`",
    "| literal",
    "> folded",
    "tab\tin\tit",
    "...",
    "?",
    "!tag x",
    "&anchor",
    "*alias",
)

lines = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
texts = st.one_of(
    lines,
    st.lists(lines, max_size=6).map("\n".join),
    st.lists(lines, max_size=4).map("\n\n".join),
)
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True).filter(is_slug)
names = st.lists(st.one_of(ids, lines), max_size=4).map(tuple)
metrics = st.builds(
    Metric,
    name=lines,
    baseline=lines,
    result=lines,
    unit=lines,
    period=lines,
    measured=lines,
    standing=st.sampled_from(STANDINGS),
)
trade_offs = st.builds(TradeOff, chosen=lines, rejected=lines, why_not=lines, cost=lines)
stakeholders = st.builds(Stakeholder, who=lines, wanted=lines, involved=lines)
switched_off = st.builds(SwitchedOff, rule=lines, reason=lines)
follow_ups = st.builds(FollowUp, question=lines, answer=texts)
moments = st.builds(
    When, year=st.integers(1950, 2100), month=st.one_of(st.none(), st.integers(1, 12))
)
stories = st.builds(
    Story,
    id=ids,
    title=lines,
    headline=lines,
    situation=texts,
    task=texts,
    action=texts,
    result=texts,
    learned=texts,
    metrics=st.lists(metrics, max_size=3).map(tuple),
    trade_offs=st.lists(trade_offs, max_size=2).map(tuple),
    stakeholders=st.lists(stakeholders, max_size=2).map(tuple),
    principles=names,
    situations=names,
    archetype=lines,
    follow_ups=st.lists(follow_ups, max_size=3).map(tuple),
    switched_off=st.lists(switched_off, max_size=2).map(tuple),
    organisation=lines,
    role=lines,
    when=st.one_of(st.none(), moments),
    stakes=lines,
    private_terms=names,
    tags=names,
    sample=st.booleans(),
)
