"""Banks to open the pages on."""

from dataclasses import replace

import pytest

from storyloop import guide
from storyloop.bank import services
from storyloop.bank.models import Via
from storyloop.planning import Loop
from storyloop.story import Story, read_markdown
from tests.integration.examples import LATE_TRAIN
from tests.integration.web.loops import LOOP

MANY = 200


@pytest.fixture
def samples(db: None) -> None:
    """Fill the bank with the samples."""
    del db
    services.add_samples()


@pytest.fixture
def late_train(db: None) -> Story:
    """Put one imported story of somebody's own into the bank."""
    del db
    story = read_markdown(LATE_TRAIN)
    assert isinstance(story, Story)
    services.add(story, via=Via.IMPORT)
    return story


@pytest.fixture
def many(samples: None) -> None:
    """Fill the bank with two hundred stories, ten of them the samples."""
    del samples
    for number in range(MANY - len(guide.samples())):
        sample = guide.samples()[number % len(guide.samples())]
        story = replace(sample, id=f"mine-{number}", title=f"Mine {number}", sample=False)
        services.add(story, via=Via.WEB)


@pytest.fixture
def larch(samples: None) -> Loop:
    """Put a loop beside the samples."""
    del samples
    services.add_loop("larch", LOOP)
    return LOOP
