"""Every page of the URL map, visited once: accessible and never scrolled sideways, on a phone."""

from collections.abc import Iterator
from os import pathsep
from urllib.parse import urlsplit

import pytest

from tests.browser.eyes import faults_at_a_glance
from tests.browser.sites import Bench, benched
from tests.browser.walk import PAGES, World

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def bench_of_the_walk(tmp_path_factory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("walk") / "data"
    with benched(folder, FORMS_PATH=f"forms_spec{pathsep}tests/journeys/forms_files") as running:
        yield running


def test_every_page_is_sound(bench_of_the_walk: Bench, seat):
    bench, world = bench_of_the_walk, World(bench_of_the_walk.house)
    people = {role: seat(bench.url, role or "", width=375) for role in {stop.role for stop in PAGES.values()}}
    found = []
    for endpoint, stop in PAGES.items():
        person, url = people[stop.role], stop.url(world)
        answer = person.page.goto(url)
        assert answer is not None
        reached = urlsplit(person.page.url).path
        assert (endpoint, answer.status, reached) == (endpoint, 200, urlsplit(url).path)
        found += faults_at_a_glance(person.page)
    assert found == []
