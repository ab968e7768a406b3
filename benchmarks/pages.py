"""The pages under load: a section read and an answer saved, beside a bare page with one SQLite read."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from benchmarks import wrk
from benchmarks.browser import AGENT, Browser, sign_in, weigh
from benchmarks.house import House, found_house
from benchmarks.served import served
from benchmarks.steps import FORM, NOW
from questionnaire.filling import Context, fill, from_sheet
from questionnaire.spec import load

CLIENTS = (1, 8)
SECTION = "identite"
WHAT = ("bare page, one SQLite read", "GET section", "POST autosave")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    clients: int
    result: wrk.Result


@dataclass(frozen=True)
class Weight:
    """Bytes of HTML: of the page read, and of the heaviest page of the form, with the name of its section."""

    read: int
    heaviest: int
    section: str


def measure() -> tuple[tuple[Row, ...], Weight]:
    """All rows, and what the pages weigh."""
    with tempfile.TemporaryDirectory() as folder:
        house = found_house(Path(folder))
        with (
            served("benchmarks.bare:app", {"DATABASE_URL": house.database_url}, "/") as bare,
            served("wsgi:app", house.environ, "/healthz") as ours,
        ):
            page = section_page(house.drafts[0])
            browser = sign_in(ours, page)
            rows = [row for clients in CLIENTS for row in _by_turns(bare, ours, browser, house, clients)]
            weighed = {name: weigh(ours + section_page(house.drafts[0], name), browser) for name in _sections()}
    heaviest = max(weighed, key=weighed.__getitem__)
    rows.sort(key=lambda row: WHAT.index(row.what))
    return tuple(rows), Weight(browser.page_bytes, weighed[heaviest], heaviest)


def _by_turns(bare: str, ours: str, browser: Browser, house: House, clients: int) -> Iterator[Row]:
    """The three requests at so many clients."""
    read, save = _headers(browser), _autosaves(browser, house)
    loads = (
        lambda: wrk.load(bare + "/", clients),
        lambda: wrk.load(ours + section_page(house.drafts[0]), clients, read),
        lambda: wrk.load(ours, clients, save),
    )
    for what, result in wrk.by_turns(dict(zip(WHAT, loads, strict=True))).items():
        yield Row(what, clients, result)


def _sections() -> list[str]:
    """The sections that a draft just begun shows."""
    form = load(FORM)
    answers, _ = from_sheet(form, {})
    return [section.name for section in fill(form, answers, Context(now=NOW, tz=UTC)).sections()]


def section_page(draft: str, section: str = SECTION) -> str:
    """The address of a section."""
    return f"/dossiers/{draft}/parties/{section}/"


def _headers(browser: Browser) -> str:
    return f'wrk.headers["Cookie"] = "{browser.cookie}"\nwrk.headers["User-Agent"] = "{AGENT}"\n'


def _autosaves(browser: Browser, house: House) -> str:
    """Each request leaves another short name in one of the drafts, as read at its newest revision."""
    paths = ", ".join(f'"{section_page(draft)}"' for draft in house.drafts)
    return f"""
local paths = {{ {paths} }}
local count = 0
math.randomseed(os.time())
request = function()
  count = count + 1
  local body = "_csrf={browser.token}&_rev=999999999&acronyme=N" .. count .. "-" .. math.random(1000000)
  return wrk.format("POST", paths[count % #paths + 1], {{
    ["Cookie"] = "{browser.cookie}", ["User-Agent"] = "{AGENT}", ["HX-Request"] = "true",
    ["Content-Type"] = "application/x-www-form-urlencoded" }}, body)
end
"""


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| request | clients | req/s | p50 ms | p95 ms | errors |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {row.what} | {row.clients} | {row.result.rate:.0f} | {row.result.p50:.1f} | {row.result.p95:.1f} "
        f"| {row.result.errors} |"
        for row in rows
    ]
    return "\n".join(lines)


def weights(weight: Weight) -> str:
    """What the pages weigh, in a sentence."""
    return (
        f"The section read weighs {weight.read / 1000:.1f} kB of HTML, and the heaviest of a fiche just begun "
        f"(« {weight.section} ») {weight.heaviest / 1000:.1f} kB; the bar is 30 kB."
    )
