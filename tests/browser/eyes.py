"""What is looked at on every page: the console, the network, the width, and the rules of accessibility."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

REFUSED = re.compile(r"Failed to load resource: the server responded with a status of (409|422)")
"""Chromium says this of each answer that was not accepted."""
HEIGHT = 900
NARROWEST = 320
WIDTHS = (1280, 375, NARROWEST)
_AXE = Axe()
_RULES = {"resultTypes": ["violations"], "preload": False}
"""Every rule that axe turns on by itself; it need not fetch the style sheets a second time."""
_COLOURS = {**_RULES, "runOnly": ["color-contrast"]}


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
        if not request.url.startswith(("http://127.0.0.1:", "http://localhost:")):
            self.strangers.append(request.url)

    def unexpected(self) -> list[str]:
        """What nobody announced: faults of scripts, breaches of the content policy, requests to elsewhere."""
        lines = [line for line in self.lines if not any(piece in line for piece in self.allowed)]
        return lines + self.strangers


def faults(page: Page) -> list[str]:
    """The rules of accessibility that a page breaks, each with its element, and whatever scrolls it sideways.

    Looked at on a wide screen and on a phone; its colours, in the dark and with more contrast too.
    """
    page.evaluate(_AXE.axe_script)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += _too_wide(page) + (_broken(page, _RULES) if width != NARROWEST else [])
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    page.emulate_media(color_scheme="dark")
    found += _broken(page, _COLOURS)
    page.emulate_media(color_scheme="light", contrast="more")
    found += _broken(page, _COLOURS)
    page.emulate_media(contrast="no-preference")
    return found


def faults_at_a_glance(page: Page) -> list[str]:
    """The same at the size and in the colours that the page has, once."""
    page.evaluate(_AXE.axe_script)
    return _too_wide(page) + _broken(page, _RULES)


def _broken(page: Page, options: Mapping[str, object]) -> list[str]:
    violations = page.evaluate("options => axe.run(options).then((results) => results.violations)", options)
    return [
        f"{page.url} {violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for violation in violations
        for node in violation["nodes"]
    ]


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
