"""Chromium, two installations, and people in front of it."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import StorageState, expect

from tests.browser.eyes import HEIGHT, Watch
from tests.browser.person import Person
from tests.browser.sites import Bench, Site, benched, served

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SOON = 20_000
"""Milliseconds that a page is given to come to what is expected: a starved machine is slow, not wrong."""
expect.set_options(timeout=SOON)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a shared machine a browser may be starved: one second chance there, told in the summary as a rerun."""
    if os.environ.get("CI"):
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Nothing runs in the browser but our pages, and nothing is asked from outside."""
    return {**browser_type_launch_args, "args": [*browser_type_launch_args.get("args", []), *QUIET]}


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: each person is seated in front of a site of their choice (and the plugin's own fixture warns)."""


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The product as ``run`` starts it, with its runner."""
    with served(tmp_path_factory.mktemp("site") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def bench_of_the_session(tmp_path_factory) -> Iterator[Bench]:
    with benched(tmp_path_factory.mktemp("bench") / "data") as running:
        yield running


@pytest.fixture
def bench(bench_of_the_session) -> Iterator[Bench]:
    """The product served from here, without a runner, prompt again after each test."""
    yield bench_of_the_session
    bench_of_the_session.delay = 0.0


@pytest.fixture(scope="session")
def sessions() -> dict[tuple[str, str], StorageState]:
    """The cookies of those who signed in, by site and role: most tests begin after that."""
    return {}


@pytest.fixture
def seat(new_context, sessions):
    """Seats people in front of a site, signed in when a role is given; no console may have complained at the end."""
    seated: list[Person] = []

    def take(url: str, role: str = "", width: int = 1280, *, scripts: bool = True, **more: object) -> Person:
        context = new_context(
            base_url=url,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=scripts,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            reduced_motion="reduce",  # colours are looked at as soon as they change
            storage_state=sessions.get((url, role)),
            **more,
        )
        context.set_default_timeout(SOON)
        page = context.new_page()
        person = Person(page, Watch(page), scripts)
        seated.append(person)
        if role and (url, role) not in sessions:
            person.sign_in(role)
            sessions[url, role] = context.storage_state()
        return person

    yield take
    assert {line for person in seated for line in person.watch.unexpected()} == set()
