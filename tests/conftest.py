"""What every test may use, and how long property-based tests search."""

import gc
import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from xdist.remote import Producer

from questionnaire.messages.mailbox import Mailbox
from tests.lots import Lots, file_of, rank_of
from tests.messages.mailroom import Mailroom, new_folder, serving

settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("deep", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Lots:
    """What each process plays, under ``-n``."""
    return Lots(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under ``-n``, the long lots first."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: rank_of(file_of(item.nodeid)))


def pytest_collection_finish() -> None:
    """As in the product: the garbage collector does not go through what is there for good, nor at each few objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium where there is one; root, as in a container, cannot use its sandbox."""
    arguments = dict(browser_type_launch_args)
    if path := shutil.which("chromium"):
        arguments["executable_path"] = path
    if os.geteuid() == 0:
        arguments["args"] = [*arguments.get("args", []), "--no-sandbox"]
    return arguments


@pytest.fixture(scope="session")
def imap_server() -> Iterator[Mailbox]:
    """A real IMAP server; tests take a folder of their own (``mailroom``)."""
    with serving() as server:
        yield server


@pytest.fixture
def mailroom(imap_server: Mailbox) -> Mailroom:
    """An empty folder of the server."""
    return new_folder(imap_server)
