"""A story's file: what is written reads back the same, and what is read is written the same."""

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given

from storyloop.story import (
    FollowUp,
    Metric,
    Problem,
    Story,
    Vocabulary,
    When,
    read_markdown,
    write_markdown,
)
from tests.strategies import stories

BY_HAND = dedent("""\
    ---
    # Notes for myself stay here.
    mood: sunny      # a key of my own
    title:   "The late train"
    when: 2021-03
    id: late-train

    principles:
      - ownership    # the first one
      - dive-deep
    metrics:
      - {name: Delay, baseline: 12, result: 4.10, unit: min, sample_size: 3}
    ---

    # The late train

    A line of my own.

    ## Situation:
    Trains ran late.
    \\# a line with a hash
    #hashtag stays

    ## What nobody asked

    Kept.

    ## Follow-ups
    A foreword.

    ### Why?

    Because.
    """)


def read(text: str) -> Story:
    """Read a file that must be good."""
    story = read_markdown(text)
    assert isinstance(story, Story), story
    return story


@given(stories)
def test_what_is_written_reads_back_the_same(story: Story) -> None:
    text = write_markdown(story)
    assert read(text) == story
    assert write_markdown(read(text)) == text


@given(stories, stories)
def test_an_edit_of_a_read_file_reads_back_as_edited(before: Story, after: Story) -> None:
    edited = replace(after, source=write_markdown(before))
    assert read(write_markdown(edited)) == after


@given(stories)
def test_an_edit_keeps_what_storyloop_does_not_know(story: Story) -> None:
    text = write_markdown(replace(story, source=BY_HAND))
    assert read(text) == story
    for kept in ("mood: sunny      # a key of my own\n", "## What nobody asked\n\nKept.\n"):
        assert kept in text


def test_a_file_written_by_hand() -> None:
    story = read(BY_HAND)
    assert story == Story(
        id="late-train",
        title="The late train",
        when=When(year=2021, month=3),
        principles=("ownership", "dive-deep"),
        metrics=(Metric(name="Delay", baseline="12", result="4.10", unit="min"),),
        situation="Trains ran late.\n# a line with a hash\n#hashtag stays",
        follow_ups=(FollowUp(question="Why?", answer="Because."),),
    )
    assert write_markdown(story) == BY_HAND


def test_an_edit_touches_only_its_own_lines() -> None:
    text = write_markdown(replace(read(BY_HAND), task="Mine.", role="Guard"))
    assert text == BY_HAND.replace("id: late-train\n", "id: late-train\nrole: Guard\n").replace(
        "## What nobody", "## Task\n\nMine.\n\n## What nobody"
    ).replace("id: late-train\nrole: Guard\n\nprinciples", "id: late-train\n\nprinciples").replace(
        "  - dive-deep\n", "  - dive-deep\nrole: Guard\n"
    )


def test_a_metric_keeps_its_unknown_keys_when_it_changes() -> None:
    story = read(BY_HAND)
    changed = replace(story, metrics=(replace(story.metrics[0], result="3"),))
    assert "sample_size: 3\n" in write_markdown(changed)


@pytest.mark.parametrize("prefix", ["", "\ufeff"])
def test_windows_line_ends_and_a_byte_order_mark_are_kept(prefix: str) -> None:
    text = prefix + BY_HAND.replace("\n", "\r\n")
    assert read(text) == read(BY_HAND)
    assert write_markdown(read(text)) == text
    edited = write_markdown(replace(read(text), task="Mine."))
    assert edited.startswith(prefix + "---\r\n")
    assert edited.count("\n") == edited.count("\r\n")


def test_a_new_story_is_written_in_the_documented_order() -> None:
    story = Story(
        id="a",
        title="A: b",
        situation="One\n---\ntwo",
        principles=("ownership",),
        metrics=(Metric(name="n", baseline="3", result="no"),),
    )
    assert write_markdown(story) == dedent("""\
        ---
        id: a
        title: 'A: b'
        principles: [ownership]
        metrics:
          - name: n
            baseline: '3'
            result: no
            standing: estimated
        ---

        ## Situation

        One
        ---
        two
        """)


VOCABULARY = Vocabulary(
    principles=("ownership", "dive-deep"), situations=("scaled",), archetypes=("scaled-solution",)
)


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ("", 1, "", "does not begin with front matter"),
        ("Just prose.", 1, "", "does not begin with front matter"),
        ("---\ntitle: x\n", 1, "", "has no end"),
        ("---\ntitle: [x\n---\n", 3, "", "not valid YAML"),
        ("---\n\ttitle: x\n---\n", 2, "", "not valid YAML"),
        ("---\njust words\n---\n", 2, "", "not a list of keys"),
        ("---\na: &x 1\nb: *x\n---\n", 3, "", "aliases"),
        ("---\ntitle: x\ntitle: y\n---\n", 3, "", "'title' stands twice"),
        ("---\nid: Late Train\n---\n", 2, "id", "'Late Train' is no story id"),
        ("---\ntitle: [x]\n---\n", 2, "title", "a list or a group"),
        ("---\n\nwhen: yesterday\n---\n", 3, "when", "'yesterday' is not a year"),
        ("---\nwhen: 2023-13\n---\n", 2, "when", "month 13"),
        ("---\nsample: perhaps\n---\n", 2, "sample", "neither true nor false"),
        ("---\ntags: one\n---\n", 2, "tags", "not a list"),
        ("---\nmetrics: many\n---\n", 2, "metrics", "not a list"),
        ("---\nmetrics:\n  - many\n---\n", 3, "metrics", "not a group of keys"),
        ("---\nmetrics:\n  - name: n\n    standing: sure\n---\n", 3, "metrics.standing", "'sure'"),
        ("---\nprinciples:\n  - ownership\n  - dive-dep\n---\n", 4, "principles", "'dive-dep'"),
        ("---\narchetype: saga\n---\n", 2, "archetype", "'saga' is no archetype"),
        ("---\ntitle: x\n---\n## Task\na\n## Task\nb\n", 6, "task", "'Task' stands twice"),
    ],
)
def test_a_problem_names_its_line_and_field(text: str, line: int, field: str, message: str) -> None:
    problems = read_markdown(text, vocabulary=VOCABULARY)
    assert not isinstance(problems, Story)
    (problem,) = problems
    assert (problem.line, problem.field) == (line, field)
    assert message in problem.message
    assert problem.remedy


def test_every_problem_is_named_in_the_order_of_the_lines() -> None:
    problems = read_markdown(
        "---\nwhen: soon\nprinciples: [dive-dep]\n---\n## Task\n## Task\n", vocabulary=VOCABULARY
    )
    assert isinstance(problems, tuple)
    assert [str(problem) for problem in problems] == [
        (
            "line 2, when: 'soon' is not a year such as 2023 or a month such as 2023-04; "
            "write a year or a month: 2023 or 2023-04."
        ),
        (
            "line 3, principles: 'dive-dep' is no principle of the guide; "
            "write dive-deep if you meant that."
        ),
        "line 6, task: the heading 'Task' stands twice; put both texts under one heading.",
    ]
    assert all(isinstance(problem, Problem) for problem in problems)
