"""Every page of the product, with how to get to those that no address leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import ConsoleMessage, FilePayload, Page, Request

NOWHERE = "not found"
SAMPLES = {
    "home": "/",
    "stories": "/stories/",
    "stories, filtered": "/stories/?q=customers&principle=ownership&sort=saved",
    "stories, none found": "/stories/?q=zeppelin",
    "a story": "/stories/checkout-failures/",
    "edit": "/stories/checkout-failures/edit/",
    "new, of a kind": "/stories/new/?archetype=scaled-solution",
    "paste a text": "/stories/paste/",
    "bring in files": "/stories/import/",
    "begin": "/stories/begin/",
    "begin, a question": "/stories/begin/?archetype=scaled-solution&question=4",
    "begin, a question with a row": "/stories/begin/?archetype=scaled-solution&question=9",
    "coverage": "/coverage/",
    "coverage, civil service": "/coverage/?framework=civil-service",
    "prepare": "/prepare/",
    "prepare, two chosen": "/prepare/?situation=scaled&situation=backbone&fewest=1",
    "guide": "/guide/",
    "principles": "/guide/principles/",
    "situations": "/guide/situations/",
    "kinds of story": "/guide/archetypes/",
    "advice": "/guide/advice/",
    "rules": "/guide/rules/",
    "a rule": "/guide/rules/S07/",
    "search": "/search/",
    "search, found": "/search/?q=customers",
    "search, nothing found": "/search/?q=zeppelin",
    "shortcuts": "/shortcuts/",
    "check": "/check/",
    "ask": "/ask/",
    "ask, answered": "/ask/?q=When+did+you+disagree+with+your+manager&employer=Acme",
    "ask, several": "/ask/?q=When+did+you+disagree?+Tell+me+about+a+mistake+you+made.",
    "ask, no story": "/ask/?q=What+is+the+capital+of+France",
    "question bank": "/guide/questions/",
    "question bank, filtered": "/guide/questions/?principle=ownership&level=senior",
    "drill": "/drill/",
    "a question of a drill": "/drill/1/?on=ownership",
    "progress, before any drill": "/progress/",
    "loops, before any": "/loops/",
    "new loop, of a usual kind": "/loops/new/?template=five-rounds",
    "settings": "/settings/",
    "history of the bank": "/history/",
    "remove everything": "/settings/remove/",
    "readiness": "/readiness/",
    "HTTP API": "/api/",
    "readiness, assumed otherwise": "/readiness/?rounds_from=2&rounds_to=1",
    NOWHERE: "/nowhere/",
}
LIVED_IN = {
    "home, with a story of one's own": "/",
    "a story of one's own": "/stories/late-train/",
    "a story begun": "/stories/begin/lived-in/",
    "history": "/stories/late-train/history/",
    "compare": "/stories/late-train/history/1/",
    "removed": "/removed/",
    "a removed story": "/stories/checkout-failures/",
    "coverage, with gaps": "/coverage/",
    "coverage, samples beside": "/coverage/?samples=1",
    "prepare, with gaps": "/prepare/",
    "ask, with gaps": "/ask/?q=Whom+did+you+coach+into+a+bigger+role",
    "question bank, with one's own": "/guide/questions/?q=zeppelin",
    "an answer in a drill": "/drill/1/1/",
    "a round of a drill": "/drill/1/",
    "progress": "/progress/",
    "loops": "/loops/",
    "a loop, with gaps": "/loops/larch-lantern/",
    "a loop under way": "/loops/larch-lantern/?samples=1",
    "edit a loop": "/loops/larch-lantern/edit/",
    "card": "/loops/larch-lantern/card/?samples=1",
    "readiness, of one's own loop": "/readiness/?loop=larch-lantern&samples=1",
    "readiness, too few stories": "/readiness/",
}
EMPTY = {
    "begin, without a story": "/stories/begin/",
    "home, without a story": "/",
    "stories, without any": "/stories/",
    "coverage, without a story": "/coverage/",
    "prepare, without a story": "/prepare/",
    "ask, without a story": "/ask/?q=Whom+did+you+coach+into+a+bigger+role",
    "readiness, without a story": "/readiness/",
}


def with_errors(page: Page) -> None:
    """Send an empty form with a date that is none."""
    page.get_by_label("When", exact=True).fill("a while ago")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Nothing is saved yet, and nothing is lost").wait_for()


def in_conflict(page: Page) -> None:
    """Send a form that began before the first version."""
    page.locator("[name=base]").evaluate("field => { field.value = 0 }")
    page.get_by_label("Headline").fill("A line of my own")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("neither text is lost").wait_for()


def checked(page: Page) -> None:
    """Check an answer with faults."""
    page.get_by_label("The answer").fill(
        "We were busy. We looked at the queue. We moved it. Things got basically much better. "
        "My boss was useless, and the customers kept on complaining about lots of slow answers "
        "from the desk all year. We learned that communication is key."
    )
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="How it reads").wait_for()


def split(page: Page) -> None:
    """Paste a text that tells no story, for its sentences to be sorted."""
    page.get_by_label("The text").fill(
        "Trains are often late. I usually ring the garage and ask for a coach.\n\n"
        "It usually comes within the hour."
    )
    page.get_by_role("button", name="Sort it into parts").click()
    page.get_by_role("slider").first.wait_for()


def arrived(page: Page) -> None:
    """Hand over a file that cannot be read."""
    picture: FilePayload = {"name": "photo.docx", "mimeType": "image/png", "buffer": b"\x89PNG"}
    page.get_by_label("The files").set_input_files([picture])
    page.get_by_role("button", name="Bring them in").click()
    page.get_by_role("heading", name="What came in").wait_for()


def unfolded(page: Page) -> None:
    """Unfold all that is folded."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")


# Pages that come only after something is done: where it is done, and what.
DONE: dict[str, tuple[str, Callable[[Page], None]]] = {
    "form with errors": ("/stories/new/", with_errors),
    "an answer, checked": ("/check/", checked),
    "sentences to sort": ("/stories/paste/", split),
    "what came in": ("/stories/import/", arrived),
    "conflict": ("/stories/checkout-failures/edit/", in_conflict),
}


@dataclass
class Heard:
    """What a page asked for, said on its console, or failed at."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note from now on what happens in `page`."""
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", self._fail)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", self._note)

    def _fail(self, request: Request) -> None:
        # What was still on its way as the page was left is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.said.append(f"{request.url} failed: {request.failure}")

    def _note(self, message: ConsoleMessage) -> None:
        # Chromium says so of a page that is not there, or came back with errors; which is meant.
        is_meant = message.text.startswith("Failed to load resource") and (
            message.location["url"].rstrip("/").endswith(("/nowhere", "/edit", "/new"))
        )
        if message.type in {"error", "warning"} and not is_meant:
            self.said.append(f"{message.location['url']}: {message.text}")


@dataclass(slots=True)
class Tour:
    """A walk through all pages in one tab, each by its name."""

    page: Page
    stops: list[tuple[str, str, Callable[[Page], None]]]

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        for name, address, do in self.stops:
            answer = self.page.goto(address)
            assert answer
            assert answer.status == (404 if name == NOWHERE else 200), address
            do(self.page)
            yield name, self.page

    def is_ours(self, address: str) -> bool:
        """Tell whether an address is on one of the servers that the tour goes to."""
        return urlsplit(address).netloc in {urlsplit(stop).netloc for _, stop, _ in self.stops}


def tour(page: Page, *, samples: str, lived_in: str, empty: str) -> Tour:
    """Return a tour of the three banks."""
    banks = ((samples, SAMPLES), (lived_in, LIVED_IN), (empty, EMPTY))
    stops: list[tuple[str, str, Callable[[Page], None]]] = [
        (name, f"{host}{address}", lambda _: None)
        for host, addresses in banks
        for name, address in addresses.items()
    ]
    done = [(name, f"{samples}{address}", do) for name, (address, do) in DONE.items()]
    done.append(("a loop, unfolded", f"{lived_in}/loops/larch-lantern/?samples=1", unfolded))
    return Tour(page=page, stops=stops + done)
