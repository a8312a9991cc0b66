"""A story is saved from two tabs at once: no text is lost, and who is late is told."""

import os

import pytest

from tests.conftest import Run
from tests.integration.web.tabs import assert_nothing_is_lost, save_at_once

# A tab's saves: a thousand in all, or a sample of them.
SAVES = 500 if os.environ.get("STORYLOOP_SOAK") else 60


@pytest.mark.soak
def test_no_text_is_lost_and_who_is_late_is_shown_both(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    tabs = save_at_once(environment, ["ann", "ben"], SAVES)
    assert_nothing_is_lost(environment, tabs, SAVES)
    for tab in tabs:
        print(f"{len(tab.saved)} saves were taken, {len(tab.told)} were told of a newer text")  # noqa: T201
