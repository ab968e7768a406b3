"""Several people on one draft: a form with a stage, and the team that fills it."""

import re
from pathlib import Path

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import begin, found_workshop

FORMS = Path("tests/journeys/forms_together")


def found_letters(folder: Path) -> House:
    """A demonstration that also serves a letter whose wishes are written by the patient partner."""
    return found_workshop(folder, FORMS)


def begin_letter(porteur: Visitor) -> str:
    """Begin a letter; its address."""
    return begin(porteur, "lettre")


def bring(porteur: Visitor, draft: str, guest: Visitor, role: str) -> None:
    """Let somebody enter the team of a draft under a role."""
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": role})
    link = re.findall(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)[0]
    guest.get(link)
    guest.post(link, {})


def send(visitor: Visitor, draft: str, section: str, fields: dict[str, str]) -> Page:
    """Post a section without having been given its page."""
    visitor.get(draft)
    return visitor.post(f"{draft}/parties/{section}/", {"_rev": "0", **fields})


def give(visitor: Visitor, draft: str, section: str, name: str) -> Page:
    """Give a section to the person of that name in the list, or to nobody."""
    page = visitor.get(draft)
    options = {label: value for value, label in re.findall(r'<option value="(\w*)">([^<]*)</option>', page.text)}
    person = next((value for label, value in options.items() if label.startswith(name)), "") if name else ""
    return visitor.post(f"{draft}/confier", {"partie": section, "personne": person})
