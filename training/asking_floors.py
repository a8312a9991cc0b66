"""What the question model and the matching must beat: counting, shared words, nearest vectors."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from storyloop import guide
from storyloop.matching.model import PRINCIPLES, SITUATIONS, whole
from storyloop.reading.encoder import shipped_encoder
from storyloop.reading.sentences import split
from storyloop.story import PARTS, Story
from training.questions import questions

# What a question for behaviour consists of, whatever it asks for; the rest are content words.
_FRAME = frozenset(
    """a about again all am an and another any anybody anyone are as ask asked at be because been
    before being but by can could describe did do does doing done during each else ever every
    example few for from gave get give given go got had has have having he her him his how i if in
    instance into is it its just last later like made make many may me might mind more most much my
    no not nothing of off on once one only or other our out over own please said say see share she
    should situation so some somebody someone something somewhere such take talk tell than that the
    their them then there these they thing things think this those through time times to too took
    two up us very walk want was way we well went were what when where whether which while who whom
    whose why will with without work would yet you your yourself""".split()
)
_WORD = re.compile(r"[a-z]{3,}")

Ranked = list[list[str]]  # of each question the ids, best first


def content_words(text: str) -> set[str]:
    """Return the words of `text` that say what it is about."""
    return set(_WORD.findall(text.lower())) - _FRAME


def commonest(texts: Sequence[str]) -> Ranked:
    """Return the principles by how often the training questions test them first."""
    times = Counter(each.principles[0] for each in questions() if each.principles)
    return [sorted(PRINCIPLES, key=lambda name: -times[name])] * len(texts)


def by_words(texts: Sequence[str], glosses: Mapping[str, str]) -> Ranked:
    """Return the ids of `glosses` by how many content words they share with each text."""
    words = {name: content_words(gloss) for name, gloss in glosses.items()}
    found = []
    for text in texts:
        said = content_words(text)
        found.append(sorted(words, key=lambda name: -len(said & words[name])))
    return found


def by_vector(texts: Sequence[str], glosses: Mapping[str, str]) -> Ranked:
    """Return the ids of `glosses` by the cosine of their static embedding to that of each text."""
    encoder = shipped_encoder()
    given, held = (
        whole(encoder, [_sentences(each) for each in of]).vectors
        for of in (texts, [*glosses.values()])
    )
    ids = list(glosses)
    return [[ids[place] for place in row] for row in (-(given @ held.T)).argsort(axis=1).tolist()]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@cache
def principle_words() -> dict[str, str]:
    """Return what the guide says of each principle: its gloss and what is listened for."""
    every = guide.framework(guide.DEFAULT_FRAMEWORK).principles
    return {each.id: " ".join([each.gloss, *each.listens_for]) for each in every}


@cache
def principle_glosses() -> dict[str, str]:
    """Return the gloss of each principle."""
    return {name: guide.principle(name).gloss for name in PRINCIPLES}


@cache
def situation_words() -> dict[str, str]:
    """Return what the guide says of each situation: name, meaning, prompts and what is strong."""
    return {
        each.id: " ".join([each.name, each.meaning, *each.prompts, *each.strong])
        for each in guide.situations()
    }


@cache
def situation_glosses() -> dict[str, str]:
    """Return the meaning of each situation."""
    return {name: guide.situation(name).meaning for name in SITUATIONS}


def story_words(stories: Sequence[Story]) -> dict[str, str]:
    """Return the whole text of each story."""
    return {each.id: "\n".join([each.title, each.headline, *_parts(each)]) for each in stories}


def _parts(story: Story) -> list[str]:
    return [*(getattr(story, part) for part in PARTS), story.learned]


def nearest_share(text: str) -> float:
    """Return the largest share of content words that a training question has in common with `text`.

    Of all content words of the two (Jaccard 1901); questions with none are equal only as they
    stand.
    """
    said = content_words(text)
    return max(
        len(said & other) / len(said | other) if said | other else float(text == as_it_stands)
        for as_it_stands, other in _training_words()
    )


@cache
def _training_words() -> tuple[tuple[str, set[str]], ...]:
    return tuple((each.text, content_words(each.text)) for each in questions())
