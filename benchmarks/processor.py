"""Processor time of one request in one process, the yardstick's and ours by turns: steady on a shared machine too.

``python -m benchmarks.processor`` measures and prints this table alone.
"""

import gc
import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path
from statistics import median
from time import thread_time

from flask import Flask
from werkzeug.test import Client

from benchmarks.browser import TOKEN
from benchmarks.house import EMAIL, House, found_house
from benchmarks.pages import section_page
from questionnaire import create_app
from questionnaire.config import Settings
from questionnaire.journeys.demonstration.founding import PASSWORD

WARMING, TURNS = 20, 300
OK = 200
Request = Callable[[], int]
"""Sends one request and gives the status of its answer."""


def measure() -> dict[str, float]:
    """Milliseconds of processor time of each request: medians of many turns."""
    with tempfile.TemporaryDirectory() as folder:
        house = found_house(Path(folder))
        requests = {"bare page, one SQLite read": _bare(house), **_ours(house)}
        gc.freeze()
        times: dict[str, list[float]] = {name: [] for name in requests}
        for turn in range(WARMING + TURNS):
            for name, request in requests.items():
                spent = _spent(request)
                if turn >= WARMING:
                    times[name].append(spent)
        return {name: median(spent) for name, spent in times.items()}


def _spent(request: Request) -> float:
    start = thread_time()
    status = request()
    spent = (thread_time() - start) * 1000
    if status != OK:
        raise RuntimeError(f"answered with status {status}")
    return spent


def _bare(house: House) -> Request:
    os.environ["DATABASE_URL"] = house.database_url  # read when the module loads
    app: Flask = import_module("benchmarks.bare").app
    return lambda: Client(app).get("/").status_code


def _ours(house: House) -> dict[str, Request]:
    client = create_app(Settings.read(house.environ)).test_client()
    client.post("/connexion", data={"_csrf": _token(client, "/connexion"), "email": EMAIL, "password": PASSWORD})
    read, written = section_page(house.drafts[0]), section_page(house.drafts[1])
    answer = {"_csrf": _token(client, written), "_rev": "999999999"}
    number = count()

    def save() -> int:
        posted = {**answer, "acronyme": f"N{next(number)}"}
        return client.post(written, data=posted, headers={"HX-Request": "true"}).status_code

    return {
        "GET section": lambda: client.get(read).status_code,
        "POST autosave": save,
        "GET section, just saved": lambda: client.get(written).status_code,
    }


def _token(client: Client, page: str) -> str:
    match = TOKEN.search(client.get(page).text)
    if match is None:
        raise LookupError("no token on the page")
    return match[1]


def table(measured: dict[str, float]) -> str:
    """The requests in Markdown, with how many bare pages each is worth."""
    bare = next(iter(measured.values()))
    lines = ["| request, processor time | median ms | bare pages |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {spent:.2f} | {spent / bare:.1f} |" for name, spent in measured.items())])


if __name__ == "__main__":
    print(table(measure()))
