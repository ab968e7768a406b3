"""A list of people as spreadsheets save it: CSV in UTF-8 or Windows-1252, each fault told with its line and remedy."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from questionnaire.access.roles import ROLE_LABELS, Role
from questionnaire.errors import QuestionnaireError

MOST_LINES = 2000
MOST_BYTES = 256 * 1024
_LONGEST_CELL = 300

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "first_name": ("prenom",),
    "last_name": ("nom", "nom de famille", "nom usuel"),
    "email": ("courriel", "adresse electronique", "adresse mail", "mail", "email", "e-mail", "mel"),
    "organisation": ("organisation", "etablissement", "service", "hopital"),
    "role": ("role", "fonction"),
    "until": ("jusqu'au", "fin", "date de fin", "fin du role"),
    "account": ("compte", "ouvrir un compte"),
}
"""What each column may be called, without accents or capitals."""

_YES, _NO = {"oui", "o", "1", "x", "vrai", "yes"}, {"", "non", "n", "0", "faux", "no"}
_FORMULAS = "=+@\t\r"
_DAYS = ("%d/%m/%Y", "%Y-%m-%d")


class UnreadableRoster(QuestionnaireError):
    """The file is no list of people; the message says why, with a remedy."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A line of the file by its number there, the header being 1; ``faults`` say what cannot be taken, and a remedy."""

    number: int
    first_name: str
    last_name: str
    email: str = ""
    organisation: str = ""
    role: Role | None = None
    until: date | None = None
    account: bool = False
    faults: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """First name first."""
        return f"{self.first_name} {self.last_name}".strip()


def read_roster(content: bytes) -> tuple[RosterLine, ...]:
    """The lines of a file, empty ones left out; raises UnreadableRoster."""
    if len(content) > MOST_BYTES:
        raise UnreadableRoster(f"Ce fichier dépasse {MOST_BYTES // 1024}\u00a0Ko. Coupez-le en plusieurs.")
    rows = _rows(_text(content))
    _, header = next(rows, (1, []))
    columns = _columns(header)
    lines = [_line(at, dict(zip(columns, cells, strict=False))) for at, cells in rows if any(map(str.strip, cells))]
    if not lines:
        raise UnreadableRoster("Ce fichier n’a aucune ligne sous ses titres.")
    if len(lines) > MOST_LINES:
        raise UnreadableRoster(
            f"Ce fichier compte {len(lines)} personnes, {MOST_LINES} au plus. Coupez-le en plusieurs."
        )
    return tuple(lines)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets of French Windows write; its few holes are read as replaced, and told by the name's check.
        text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise UnreadableRoster("Ce fichier n’est pas un fichier CSV. Enregistrez votre tableau au format CSV.")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of the line of the file where each begins."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(len(cell) > _LONGEST_CELL for cell in cells):
                raise UnreadableRoster(
                    f"Ligne {begins}\u00a0: une case est trop longue. Vérifiez les guillemets du fichier."
                )
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableRoster(f"Ligne {begins}\u00a0: un guillemet n’est pas refermé, ou est mal placé.") from error


def _columns(header: Sequence[str]) -> list[str]:
    """The names of the columns in order; those that are not known are left out under their own name."""
    known = {called: name for name, names in COLUMNS.items() for called in names}
    found = [known.get(folded(cell), f"?{place}") for place, cell in enumerate(header)]
    missing = [title for name, title in (("first_name", "prénom"), ("last_name", "nom")) if name not in found]
    if missing:
        wanted = " et ".join(f"«\u00a0{title}\u00a0»" for title in missing)
        raise UnreadableRoster(f"Il manque une colonne {wanted}. La première ligne porte les titres des colonnes.")
    twice = [name for name in COLUMNS if found.count(name) > 1]
    if twice:
        raise UnreadableRoster(
            f"Deux colonnes disent la même chose\u00a0: «\u00a0{COLUMNS[twice[0]][0]}\u00a0». Gardez-en une."
        )
    return found


def _line(number: int, cells: Mapping[str, str]) -> RosterLine:
    said = {name: " ".join(cells.get(name, "").replace("\u00a0", " ").split()) for name in COLUMNS}
    faults: list[str] = []
    if any(text[:1] and text[0] in _FORMULAS for text in said.values()):
        faults.append("Une case commence par un signe de formule (= + @)\u00a0: écrivez le texte lui-même.")
    return RosterLine(
        number=number,
        first_name=said["first_name"],
        last_name=said["last_name"],
        email=said["email"],
        organisation=said["organisation"],
        role=_role(said["role"], faults),
        until=_day(said["until"], faults),
        account=_yes(said["account"], faults),
        faults=tuple(faults),
    )


def _role(text: str, faults: list[str]) -> Role | None:
    if not text:
        return None
    called = {folded(label): role for role, label in ROLE_LABELS.items()} | {role.value: role for role in Role}
    # « Porteur de projet », « Représentant des usagers »: as people write them.
    called |= {"porteur de projet": Role.PORTEUR_PROJET, "representant des usagers": Role.REPRESENTANT_USAGERS}
    called |= {"professionnel partenaire": Role.PROFESSIONNEL_PARTENAIRE, "ru": Role.REPRESENTANT_USAGERS}
    if folded(text) not in called:
        faults.append(
            f"Le rôle «\u00a0{text}\u00a0» n’existe pas. Écrivez par exemple «\u00a0Patient partenaire\u00a0»."
        )
    return called.get(folded(text))


def _day(text: str, faults: list[str]) -> date | None:
    for pattern in _DAYS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    if text:
        faults.append(f"La date «\u00a0{text}\u00a0» ne se lit pas. Écrivez-la ainsi\u00a0: 31/12/2027.")
    return None


def _yes(text: str, faults: list[str]) -> bool:
    word = folded(text)
    if word not in _YES | _NO:
        faults.append(f"«\u00a0{text}\u00a0» dans la colonne «\u00a0compte\u00a0»\u00a0: écrivez oui ou non.")
    return word in _YES


def folded(text: str) -> str:
    """A text without accents, capitals, doubled spaces or curly apostrophes, to be compared."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.casefold().split())
