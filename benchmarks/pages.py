"""The pages under load: a section read and an answer saved, beside a bare page with one SQLite read."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import Browser, sign_in
from benchmarks.house import House, found_house
from benchmarks.served import served
from benchmarks.wrk import Result, load

CLIENTS = (1, 8)
SECTION = "identite"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    clients: int
    result: Result


def measure() -> tuple[tuple[Row, ...], int]:
    """All rows, and the bytes of HTML of the page read."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        house = found_house(Path(folder))
        with served("benchmarks.bare:app", {"DATABASE_URL": house.database_url}, "/") as address:
            rows += [Row("bare page, one SQLite read", clients, load(address + "/", clients)) for clients in CLIENTS]
        with served("wsgi:app", house.environ, "/healthz") as address:
            page = _page(house.drafts[0])
            browser = sign_in(address, page)
            read = _headers(browser)
            rows += [Row("GET section", clients, load(address + page, clients, read)) for clients in CLIENTS]
            save = _autosaves(browser, house)
            rows += [Row("POST autosave", clients, load(address, clients, save)) for clients in CLIENTS]
    return tuple(rows), browser.page_bytes


def _page(draft: str) -> str:
    return f"/dossiers/{draft}/parties/{SECTION}/"


def _headers(browser: Browser) -> str:
    return f'wrk.headers["Cookie"] = "{browser.cookie}"\n'


def _autosaves(browser: Browser, house: House) -> str:
    """Each request leaves another short name in one of the drafts, as read at its newest revision."""
    paths = ", ".join(f'"{_page(draft)}"' for draft in house.drafts)
    return f"""
local paths = {{ {paths} }}
local count = 0
math.randomseed(os.time())
request = function()
  count = count + 1
  local body = "_csrf={browser.token}&_rev=999999999&acronyme=N" .. count .. "-" .. math.random(1000000)
  return wrk.format("POST", paths[count % #paths + 1], {{
    ["Cookie"] = "{browser.cookie}", ["HX-Request"] = "true",
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
