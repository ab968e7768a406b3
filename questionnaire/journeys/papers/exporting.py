"""Answers of archived documents handed over as tables: with names to who reads the archive, or under pseudonyms."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import Action, Actor, Perimeter, reach
from questionnaire.access.deeds import DeedKind
from questionnaire.content.extracting import Manner, Taken, extract
from questionnaire.content.sheets import Sheet
from questionnaire.errors import QuestionnaireError
from questionnaire.exchange.packing import Format, Package, packed
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.documents import refill
from questionnaire.results.small_groups import PROJECTS
from questionnaire.spec import Form
from questionnaire.spec.codebook import said
from questionnaire.storage import extracts, people
from questionnaire.storage.extracts import ExtractedRow, Sought
from questionnaire.storage.transaction import Session, reading
from questionnaire.storage.vault import Vault

MOST = 2000
"""Documents of one extract asked for on a page: some ten seconds of work."""

LEAST_PURPOSE = 10
"""Characters that say what an extract is for."""

ABOUT = "lisez-moi"
FEW = f"Autres (moins de {PROJECTS} documents)"
NAMED = "Ces données permettent d’identifier des personnes\u00a0: ne les transmettez qu’à qui doit les connaître."
UNNAMED = (
    "Les noms sont remplacés par des pseudonymes. Ces données restent personnelles\u00a0: croisées avec d’autres, "
    "elles peuvent faire reconnaître quelqu’un. Pour une même finalité, écrite de la même façon, les pseudonymes "
    "sont les mêmes\u00a0; pour une autre, ils ne se rapprochent pas."
)
_LETTERS = 12


class CannotExport(QuestionnaireError):
    """The extract cannot be made as it was asked for; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An extract: which documents, told how, for what (``purpose``), in which format."""

    sought: Sought
    manner: Manner
    purpose: str
    format: Format = Format.XLSX


@dataclass(frozen=True, slots=True)
class Offered:
    """A form of which documents can be extracted."""

    name: str
    title: str
    number: int


def offered(desk: Desk, actor: Actor) -> tuple[Offered, ...]:
    """The forms of which the actor may open archived documents, with how many there are."""
    found = []
    with reading(desk.session) as session:
        for each in extracts.forms(session, actor.perimeter):
            form = desk.shelf.version(session, each.digest)
            number = extracts.number(session, _perimeter(actor, form), Sought(each.name))
            if number:
                found.append(Offered(each.name, said(form.title), number))
    return tuple(found)


def export(desk: Desk, actor: Actor, vault: Vault, asked: Asked) -> Package:
    """The extract; itself a deed. Raises CannotExport."""
    purpose = " ".join(asked.purpose.split())
    if len(purpose) < LEAST_PURPOSE:
        raise CannotExport("Dites en quelques mots à quoi servira cet export.")
    with reading(desk.session) as session:
        known = {each.name: each.digest for each in extracts.forms(session, actor.perimeter)}
        if asked.sought.form not in known:
            raise CannotExport("Choisissez un formulaire de la liste.")
        perimeter = _perimeter(actor, desk.shelf.version(session, known[asked.sought.form]))
        number = extracts.number(session, perimeter, asked.sought)
        if number == 0:
            raise CannotExport("Aucun document archivé ne correspond\u00a0: changez le formulaire ou la période.")
        if number > MOST:
            raise CannotExport(f"{number} documents, c’est trop\u00a0: {MOST} au plus. Réduisez la période.")
        sheets = _sheets(desk, session, perimeter, vault, asked)
    about = Sheet(ABOUT, ("", ""), _about(desk, actor, asked, purpose, number))
    kind = "nominatif" if asked.manner.named else "pseudonymise"
    today = desk.clock().astimezone(ZoneInfo(actor.organisation.timezone))
    package = packed(f"{asked.sought.form}-{kind}-{today:%Y-%m-%d}", (about, *sheets), asked.format)
    digest = sha256(package.content).hexdigest()
    subject = Subject(actor.organisation.id, name=f"{asked.sought.form}, {kind}, {number} documents")
    note(desk, actor, DeedKind.ANSWERS_EXPORTED, subject, finalité=purpose[:200], empreinte=digest)
    return package


def _perimeter(actor: Actor, form: Form) -> Perimeter:
    return reach(actor, Action.OPEN_ARCHIVE, form.access)


def _sheets(desk: Desk, session: Session, perimeter: Perimeter, vault: Vault, asked: Asked) -> tuple[Sheet, ...]:
    found = tuple(extracts.rows(session, perimeter, asked.sought))
    places = _places(session, perimeter, found, named=asked.manner.named)
    taken = tuple(_taken(desk, session, row, places[row.organisation_id]) for row in found)

    def pseudonym(kind: str, id_: str) -> str:
        return f"{kind[:1].upper()}{vault.digest(id_, 'pseudonym', _folded(asked.purpose), kind)[:_LETTERS]}"

    return extract(taken, asked.manner, pseudonym)


def _folded(purpose: str) -> str:
    """A purpose as the same words written otherwise: two extracts for it have the same pseudonyms."""
    return " ".join(unicodedata.normalize("NFKC", purpose).casefold().split())


def _places(session: Session, perimeter: Perimeter, found: Sequence[ExtractedRow], *, named: bool) -> dict[str, str]:
    """The names of establishments; without names of people, those of few documents are told together."""
    counts = Counter(row.organisation_id for row in found)
    return {
        place: people.get_organisation(session, perimeter, place).full_name if named or number >= PROJECTS else FEW
        for place, number in counts.items()
    }


def _taken(desk: Desk, session: Session, row: ExtractedRow, place: str) -> Taken:
    filled = refill(desk.shelf.version(session, row.digest), row)
    local = row.frozen_at.astimezone(filled.context.tz)
    return Taken(row.id, row.project_id, place, row.reference, row.title, local, filled)


def _about(desk: Desk, actor: Actor, asked: Asked, purpose: str, number: int) -> tuple[tuple[str, str], ...]:
    named, now = asked.manner.named, desk.clock().astimezone(ZoneInfo(actor.organisation.timezone))
    return (
        ("Formulaire", asked.sought.form),
        ("Documents archivés", f"{number}, de {_day(asked.sought.since)} à {_day(asked.sought.until)}"),
        ("Fait le", f"{now:%d/%m/%Y à %H:%M}"),
        ("Par", actor.person.name),
        ("Pour", purpose),
        ("Contenu", "Export nominatif" if named else "Export pseudonymisé"),
        ("À savoir", NAMED if named else UNNAMED),
        ("Durée", "Supprimez ce fichier dès que la finalité est atteinte."),
    )


def _day(moment: datetime | None) -> str:
    return f"{moment:%d/%m/%Y}" if moment else "…"
