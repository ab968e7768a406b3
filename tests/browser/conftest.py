"""Chromium, two installations, and people in front of it."""

from collections.abc import Iterator

import pytest

from tests.browser.eyes import Watch
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
HEIGHT = 900


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


@pytest.fixture
def seat(new_context):
    """Seats people in front of a site; at the end none of their consoles may have complained."""
    seated: list[Person] = []

    def take(url: str, width: int = 1280, *, scripts: bool = True, **more: object) -> Person:
        context = new_context(
            base_url=url,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=scripts,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            **more,
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        person = Person(page, Watch(page), scripts)
        seated.append(person)
        return person

    yield take
    assert {line for person in seated for line in person.watch.unexpected()} == set()
