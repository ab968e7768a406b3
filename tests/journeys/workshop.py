"""An installation that serves a form with every way for an answer to meet its rules; what its pages hold."""

import re
from dataclasses import dataclass
from os import pathsep
from pathlib import Path

from questionnaire.cli.runner import workshop
from questionnaire.journeys.administration import organisations, profiles
from questionnaire.journeys.demonstration.places import HOSPITAL
from questionnaire.storage.database import open_session
from tests.journeys.house import Fields, House, Page, Visitor, found_house

FORMS = Path("tests/journeys/forms")


def found_workshop(folder: Path, forms: Path = FORMS, **more: str) -> House:
    """A demonstration that also serves the forms of ``forms``, with these settings more."""
    return found_house(folder, FORMS_PATH=f"forms_spec{pathsep}{forms}", **more)


def begin(visitor: Visitor, form: str = "atelier") -> str:
    """Begin a document of a form; its address."""
    visitor.get("/")
    return visitor.post("/dossiers/", {"formulaire": form}).url


def let_in(visitor: Visitor, draft: str, guest: Visitor, role: str = "copilote") -> None:
    """Invite somebody into the team of a draft, and have them come."""
    visitor.get(f"{draft}/equipe")
    page = visitor.post(f"{draft}/equipe", {"role": role})
    link = re.findall(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)[0]
    guest.get(link)
    assert guest.post(link, {}).url == draft


@dataclass
class Tab:
    """One page of a draft open in somebody's browser, with the revision that it was drawn from."""

    visitor: Visitor
    url: str

    def __post_init__(self) -> None:
        self.load()

    def load(self, query: str = "") -> Page:
        """Open the page, or open it again."""
        self.page = self.visitor.get(self.url + query)
        self.rev = self.page.hidden("_rev")
        return self.page

    def leave_field(self, fields: Fields) -> Page:
        """What the script does when a field is left."""
        reply = self.visitor.autosave(self.url, self.rev, fields)
        self.rev = reply.hidden("_rev") if 'id="rev"' in reply.text else self.rev
        return reply

    def submit(self, fields: Fields, action: str = "next") -> Page:
        """What a button does, without any script; the page that comes is the tab's from then on."""
        self.page = self.visitor.post(self.url, {"_rev": self.rev, "_action": action, **fields})
        if 'name="_rev"' in self.page.text:
            self.rev = self.page.hidden("_rev")
        return self.page

    def post(self, fields: Fields, *, htmx: bool) -> Page:
        """Either of them."""
        return self.leave_field(fields) if htmx else self.submit(fields)

    def value(self, name: str) -> str:
        """What a field of text holds, on the page as stored."""
        return typed(self.load(), name)


def typed(page: Page, name: str) -> str:
    """What a field of text holds."""
    found = re.search(rf'<input[^>]*? name="{re.escape(name)}"[^>]*? value="([^"]*)"', page.text)
    assert found, f"no field {name} on {page.url}"
    return found[1]


def ticked(page: Page, name: str) -> list[str]:
    """The options of a question that are ticked."""
    return re.findall(rf'name="{re.escape(name)}"[^>]*? value="([^"]*)" checked', page.text)


def beside(page: Page, control_id: str) -> str:
    """What is said beside a field."""
    found = re.search(rf'<div class="error-slot" id="{control_id}-error"[^>]*>(.*?)</div>', page.text, re.DOTALL)
    assert found, f"no place for problems of {control_id} on {page.url}"
    return plain(found[1]).removeprefix("Erreur : ")


def title(page: Page) -> str:
    """The title of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    assert found, page.text
    return plain(found[1])


def status_line(page: Page) -> str:
    """What is said of saving."""
    found = re.search(r'id="save-status">(.*?)</p>', page.text, re.DOTALL)
    assert found, page.text
    return plain(found[1])


def redrawn(page: Page) -> list[str]:
    """The ids of what the answer to an autosave replaces."""
    return re.findall(r'<\w+(?=[^>]*hx-swap-oob="true")[^>]*? id="([^"]+)"', page.text)


def plain(html: str) -> str:
    """The words of a piece of a page, spaces made ordinary."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def say(house: House, **settings: str) -> None:
    """Let the hospital of the demonstration say some of its settings."""
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        profiles.set_settings(desk, None, organisations.by_name(desk, HOSPITAL).id, settings)
