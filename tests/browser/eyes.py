"""What is looked at on every page: the console, the network, the width, and the rules of accessibility."""

import re
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

REFUSED = re.compile(r"Failed to load resource: the server responded with a status of (409|422)")
"""Chromium says this of each answer that was not accepted."""
NARROWEST = 320
_AXE = Axe()
_RULES = {"resultTypes": ["violations"], "preload": False}
"""Every rule that axe turns on by itself; it need not fetch the style sheets a second time."""


@dataclass
class Watch:
    """Collects what a page says on its console and asks from elsewhere; ``allowed`` are expected pieces of lines."""

    page: Page
    allowed: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.lines.append(str(error)))
        self.page.on("request", self._follow)

    def _hear(self, message: ConsoleMessage) -> None:
        ours = bool(message.location["url"])  # what the tests themselves put into a page has no address
        if ours and message.type in {"error", "warning"} and not REFUSED.match(message.text):
            self.lines.append(message.text)

    def _follow(self, request: Request) -> None:
        if not request.url.startswith("http://127.0.0.1:"):
            self.strangers.append(request.url)

    def unexpected(self) -> list[str]:
        """What nobody announced: faults of scripts, breaches of the content policy, requests to elsewhere."""
        lines = [line for line in self.lines if not any(piece in line for piece in self.allowed)]
        return lines + self.strangers


def faults(page: Page) -> list[str]:
    """The rules of accessibility that the page breaks, each with the elements; and whether it scrolls sideways."""
    found = [
        f"{page.url} {violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for violation in _AXE.run(page, options=_RULES).response["violations"]
        for node in violation["nodes"]
    ]
    return found + sideways(page)


def sideways(page: Page) -> list[str]:
    """The elements that make the page scroll sideways, at its own width and on the narrowest screen."""
    found = _too_wide(page)
    size = page.viewport_size
    if size is not None:
        page.set_viewport_size({"width": NARROWEST, "height": size["height"]})
        found += _too_wide(page)
        page.set_viewport_size(size)
    return found


def _too_wide(page: Page) -> list[str]:
    wide: list[str] = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.body.querySelectorAll("*")]
                .filter((each) => each.getBoundingClientRect().right > width + 0.5)
                .map((each) => `${location.pathname} wider than ${width}: ${each.outerHTML.slice(0, 120)}`);
        }"""
    )
    return wide
