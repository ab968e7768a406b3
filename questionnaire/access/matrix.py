"""The matrix of rights: a line a document, a column a role; the source of every check, of the guide and of the tests.

A cell lists letters, with the condition that they ask for, if any: ``R given:E`` reads, and edits the parts that were
given to the person. What stands in no cell is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.access.roles import Role


class Letter(StrEnum):
    """What a cell allows."""

    READ = "R"
    EDIT = "E"
    SIGN = "S"
    COUNTERSIGN = "C"
    OPINION = "V"
    DECIDE = "D"
    NOTE = "N"
    ARCHIVE = "A"


LETTERS: Mapping[Letter, str] = {
    Letter.READ: "lire",
    Letter.EDIT: "écrire",
    Letter.SIGN: "signer",
    Letter.COUNTERSIGN: "contresigner ou viser",
    Letter.OPINION: "donner un avis",
    Letter.DECIDE: "décider",
    Letter.NOTE: "noter à part",
    Letter.ARCHIVE: "consulter et contrôler les archives",
}
"""What each letter is called in the guide."""


class Condition(StrEnum):
    """What must hold for a letter to count, or how much of the document it shows."""

    OWN = "own"
    GIVEN = "given"
    MEMBER = "member"
    HOST = "host"
    COUNT = "count"
    TOTAL = "total"
    CARD = "card"


CONDITIONS: Mapping[Condition, str] = {
    Condition.OWN: "seulement le document qui concerne la personne",
    Condition.GIVEN: "seulement les parties qui lui sont confiées",
    Condition.MEMBER: "si elle est membre de son équipe",
    Condition.HOST: "si elle organise l’enquête",
    Condition.COUNT: "le nombre, jamais le contenu",
    Condition.TOTAL: "des résultats groupés, jamais un document",
    Condition.CARD: "la fiche réduite, après l’accord de la personne",
}
"""What each condition is called in the guide."""


class Drafts(StrEnum):
    """Who reads a document that is still being written, among those who may read it."""

    TEAM = "team"
    """Its project's team and its référent: the others read what the team has finalised."""
    AUTHOR = "author"
    """Those who write it, alone."""
    READERS = "readers"
    """All its readers: it lives, and is seldom or never finalised."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the matrix: the roles that it stands for."""

    label: str
    roles: frozenset[Role]
    office: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """One letter of a cell, with its condition."""

    letter: Letter
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What a line says beside its cells.

    ``placed`` tells that the document belongs to an organisation rather than to a project: roles count as they are
    held there, and only « member » asks for the team.
    """

    label: str
    drafts: Drafts = Drafts.TEAM
    placed: bool = False


COLUMNS = (
    Column("Porteur, co-pilote", frozenset({Role.PORTEUR_PROJET, Role.COPILOTE})),
    Column("Professionnel", frozenset({Role.PROFESSIONNEL_PARTENAIRE})),
    # A member of an association takes part as a patient partner does.
    Column(
        "Patient, proche-aidant, membre d’association",
        frozenset({Role.PATIENT_PARTENAIRE, Role.PROCHE_AIDANT_PARTENAIRE, Role.MEMBRE_ASSOCIATION}),
    ),
    Column("Représentant des usagers", frozenset({Role.REPRESENTANT_USAGERS})),
    Column("Référent", frozenset({Role.REFERENT_PARTENARIAT}), office=True),
    Column("Qualité", frozenset({Role.QUALITE}), office=True),
    Column("Direction", frozenset({Role.DIRECTION}), office=True),
    Column("Siège", frozenset({Role.SIEGE}), office=True),
)
"""The columns: roles of a project's team first, then offices, held in an organisation over all that is below it.

The regional organiser, authors of forms and administrators are in none: they read no document.
"""

_TABLE = """
                         | pilots    | professional | patient | RU    | référent | quality | direction | siège
fiche_projet             | RES       | R given:E | R given:E | R         | RV     | RA | R       | R
charte_texte             | R         | R         | R         | R         | R      | R  | R       | R
charte                   | own:RES C | own:RES   | own:RES   | own:RES   | R      | RA | R       | count:R
conflit                  | R         | own:R     | own:R     | own:R     | R      | R  | -       | -
lettre_de_mission        | RES       | -         | own:RS    | -         | RE     | RA | C       | count:R
barometre_individuel     | own:RE    | own:RE    | own:RE    | own:RE    | -      | -  | -       | -
barometre_commun         | RE        | RE        | RE        | RE        | R      | RA | total:R | total:R
demande_accompagnement   | RE        | R         | R         | -         | RV     | -  | -       | RD
suivi_accompagnement     | R         | R         | R         | -         | RE     | -  | -       | RE
profil_patient_partenaire | card:R   | -         | own:RE    | -         | RN     | -  | -       | R total:R
plan_deploiement         | R         | R         | member:R  | member:R  | RE     | RE | RC      | R
cycles                   | RE        | RE        | RE        | R         | R      | R  | total:R | total:R
bilan                    | RES       | RE        | RES       | R         | R      | RA | total:R | total:R
recensement              | own:RE    | own:RE    | own:RE    | own:RE    | host:R | -  | -       | host:R
project                  | RES       | RS given:E | RS given:E | RS given:E | R     | RA | R       | R
person                   | own:RES C | own:RES   | own:RES   | own:RES   | R      | RA | R       | count:R
free                     | own:RE    | own:RE    | own:RE    | own:RE    | -      | -  | -       | -
"""
"""The last three lines are for forms that follow none of the others, by what they are made for (``instances``).

The circuit of such a form says by itself who signs: its line lets everybody do so whom it names.
"""

ROWS: Mapping[str, Row] = {
    "fiche_projet": Row("Fiche projet"),
    "charte_texte": Row("Charte\u00a0: le texte", Drafts.READERS),
    "charte": Row("Charte\u00a0: l’acte de chaque personne", Drafts.AUTHOR),
    "conflit": Row("Détail d’un lien d’intérêts"),
    "lettre_de_mission": Row("Lettre de mission"),
    "barometre_individuel": Row("Baromètre individuel", Drafts.AUTHOR),
    "barometre_commun": Row("Baromètre commun"),
    "demande_accompagnement": Row("Demande d’accompagnement"),
    "suivi_accompagnement": Row("Suivi d’accompagnement"),
    "profil_patient_partenaire": Row("Profil de patient partenaire", Drafts.AUTHOR, placed=True),
    "plan_deploiement": Row("Plan de déploiement", Drafts.READERS, placed=True),
    "cycles": Row("Cycles et dix clés", Drafts.READERS),
    "bilan": Row("Bilan", Drafts.READERS),
    "recensement": Row("Recensement régional", Drafts.AUTHOR, placed=True),
    "project": Row("Autre document du projet"),
    "person": Row("Autre document de chaque personne", Drafts.AUTHOR),
    "free": Row("Autre document pour soi seul", Drafts.AUTHOR),
}
"""The lines of the table, by the name under which a form follows one."""


def _read(table: str) -> Mapping[str, tuple[tuple[Grant, ...], ...]]:
    lines = (line.split("|") for line in table.strip("\n").splitlines()[1:])
    return {name.strip(): tuple(tuple(_grants(cell)) for cell in cells) for name, *cells in lines}


def _grants(cell: str) -> Iterator[Grant]:
    for word in cell.replace("-", " ").split():
        condition, _, letters = word.rpartition(":")
        for letter in letters:
            yield Grant(Letter(letter), Condition(condition) if condition else None)


MATRIX = _read(_TABLE)
"""By line, the letters of each column, in the order of COLUMNS."""
