"""A whole installation in a folder of the test: application, people, browser without JavaScript, runner."""

import atexit
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.test import TestResponse

from questionnaire import create_app
from questionnaire.access import Role
from questionnaire.cli.runner import workshop
from questionnaire.cli.setting_up import demonstration_seal
from questionnaire.config import Settings
from questionnaire.journeys.demonstration.founding import PASSWORD, found
from questionnaire.journeys.drafting.drawing_blanks import blank_once
from questionnaire.journeys.papers.filing import file_once
from questionnaire.journeys.papers.producing import work_once
from questionnaire.journeys.personal.own_paper import paper_once
from questionnaire.lifecycle import Keeping
from questionnaire.storage.base import Base
from questionnaire.storage.database import open_session
from questionnaire.web.desk import desk
from questionnaire.web.extensions import db
from questionnaire.web.passwords import hashed

EXAMPLES = Path("forms_spec/fiche_projet/examples")
KEEPING = Keeping(11, 12)
Fields = Mapping[str, str | list[str]]


def settings_in(folder: Path, **more: str) -> Settings:
    """The settings of a demonstration kept in ``folder``."""
    return Settings.read({"DEMO": "1", "DATA_DIR": str(folder), **more})


class _Compiled(BytecodeCache):
    """Templates compiled once for all the applications of the process, by their text."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def found_house(folder: Path, **more: str) -> "House":
    """An installation with the demonstration hospital."""
    shutil.copytree(_founded().name, folder, dirs_exist_ok=True)
    return open_house(folder, **more)


def open_house(folder: Path, **more: str) -> "House":
    """The installation of a folder, started."""
    settings = settings_in(folder, **more)
    app = create_app(settings)
    app.config.update(TESTING=True, PACING=False)  # tests ask faster than people
    app.jinja_env.bytecode_cache = _COMPILED
    return House(app, settings)


@cache
def _founded() -> TemporaryDirectory[str]:
    """The data folder of a hospital just founded: made once, copied for each house."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    house = open_house(Path(folder.name))
    with house.app.test_request_context():
        Base.metadata.create_all(db.engine)
        found(desk(), hashed(PASSWORD))
        db.session.remove()
        db.engine.dispose()
    demonstration_seal(house.settings)
    return folder


@dataclass
class House:
    """The application and its runner."""

    app: Flask
    settings: Settings

    def visitor(self, role: Role | str, *, htmx: bool = False) -> "Visitor":
        """Somebody signed in; with ``htmx`` each answer is posted alone, as the script would."""
        visitor = Visitor(self.app.test_client(), htmx)
        visitor.sign_in(f"{role}@demo.example")
        return visitor

    def work(self) -> int:
        """Let the runner do all that is left to do, the register last; how many steps documents took."""
        with open_session(self.settings.database_url, self.settings.answers_keys) as session:
            place = workshop(self.settings, session)
            steps = 0
            while work_once(place) or blank_once(place) or paper_once(place, KEEPING):
                steps += 1
            while file_once(place.desk):
                pass
        return steps


@dataclass
class Page:
    """A page as received."""

    response: TestResponse
    text: str = field(init=False)

    def __post_init__(self) -> None:
        # A file that is no text is looked at all the same.
        self.text = unescape(self.response.get_data().decode(errors="replace"))

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def url(self) -> str:
        return self.response.request.full_path.rstrip("?")

    def hidden(self, name: str) -> str:
        """The value of a hidden field."""
        found_field = re.search(rf'name="{name}"[^>]*? value="([^"]*)"', self.text)
        assert found_field, f"no field {name} on {self.url}"
        return found_field[1]

    def option(self, label: str) -> str:
        """The value of the option so called, in a list to unfold; anything else is a value already."""
        found_option = re.search(rf'<option value="([^"]+)"[^>]*>{re.escape(label)}</option>', self.text)
        return found_option[1] if label and found_option else label

    def links(self, pattern: str) -> list[str]:
        """The addresses of the page that match, in order, each once."""
        return list(dict.fromkeys(re.findall(rf'href="({pattern})"', self.text)))


@dataclass
class Visitor:
    """A person at a browser that runs no script."""

    client: FlaskClient
    htmx: bool = False
    token: str = ""

    def get(self, url: str) -> Page:
        """Follow a link."""
        page = Page(self.client.get(url, follow_redirects=True))
        if 'name="_csrf"' in page.text:
            self.token = page.hidden("_csrf")
        return page

    def post(self, url: str, fields: Fields, *, follow: bool = True, headers: Mapping[str, str] | None = None) -> Page:
        """Send a form."""
        data = {"_csrf": self.token, **fields}
        return Page(self.client.post(url, data=data, follow_redirects=follow, headers=dict(headers or {})))

    def autosave(self, url: str, rev: str, fields: Fields) -> Page:
        """Send one answer, as the script does when it is left."""
        return self.post(url, {"_rev": rev, **fields}, follow=False, headers={"HX-Request": "true"})

    def sign_in(self, email: str) -> None:
        """Open a session."""
        self.get("/connexion")
        page = self.post("/connexion", {"email": email, "password": PASSWORD})
        assert page.status == 200, page.text
        assert "Bonjour" in page.text, page.text

    def begin(self) -> str:
        """Begin a fiche projet; its address."""
        self.get("/")
        return self.post("/dossiers/", {"formulaire": "fiche_projet"}).url

    def answer(self, draft: str, section: str, fields: Fields) -> Page:
        """Answer questions of a section, all on one page or one by one, and go on."""
        url = f"{draft}/parties/{section}/"
        page = self.get(url)
        fields = {name: page.option(value) if isinstance(value, str) else value for name, value in fields.items()}
        if not self.htmx:
            return self.post(url, {"_rev": page.hidden("_rev"), **fields})
        rev = page.hidden("_rev")
        for name, value in fields.items():
            reply = self.autosave(url, rev, {name: value})
            assert reply.status == 200, reply.text
            rev = reply.hidden("_rev")
        return self.post(url, {"_rev": rev})

    def add_item(self, draft: str, section: str, group: str, fields: Fields) -> str:
        """Add an item to a repeat and answer its questions; its path."""
        url = f"{draft}/parties/{section}/"
        page = self.get(url)
        page = self.post(url, {"_rev": page.hidden("_rev"), "_action": f"add:{group}"})
        path = re.findall(rf'value="close:({group}\[\w+\])"', page.text)[0]
        self.answer(draft, section, {f"{path}.{name}": value for name, value in fields.items()})
        return str(path)

    def answer_sheet(self, draft: str, sheet: Mapping[str, object], sections: Mapping[str, Iterable[str]]) -> None:
        """Answer everything that a file of answers holds."""
        keys: dict[object, str] = {}
        for section, names in sections.items():
            for name in names:
                for item in _items(sheet.get(name)):
                    fields = {each: _posted(value, keys) for each, value in item.items() if each != "_key"}
                    path = self.add_item(draft, section, name, fields)
                    keys[item.get("_key")] = path.partition("[")[2].rstrip("]")
            plain = {name: _posted(sheet[name], keys) for name in names if name in sheet and not _items(sheet[name])}
            if plain:
                self.answer(draft, section, plain)


def _items(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) and value and isinstance(value[0], dict) else []


def _posted(value: object, keys: Mapping[object, str]) -> str | list[str]:
    """What a control posts; an item is known by the key that the server gave it."""
    if isinstance(value, bool):
        return "OK"
    if isinstance(value, list):
        return [keys.get(entry, str(entry)) for entry in value]
    return "" if value is None else keys.get(value, str(value))


def example(name: str) -> dict[str, object]:
    """A shipped file of answers."""
    answers: dict[str, object] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return answers


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
