"""Every role, every document, every action, against the table of the programme as it is written there."""

import pytest

from questionnaire.access import (
    Action,
    Actor,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Relation,
    Role,
    allowed,
)
from questionnaire.access.guide import guide
from questionnaire.access.matrix import COLUMNS, CONDITIONS, LETTERS, MATRIX, ROWS, Condition, Letter
from questionnaire.spec.loading import load
from questionnaire.spec.words import ACCESSES
from tests.architecture.sources import CHECKOUT

# Copied from the programme, cell by cell.
HEADINGS = ("Porteur / co-pilote", "Professionnel", "Patient", "RU", "Référent", "Qualité", "Direction", "Siège")
PROGRAMME = """
fiche_projet | R E S | R, E assigned | R, E assigned, S if co-pilote | R if member | R, avis (C) | R A | R | R
charte_texte | R | R | R | R | R | R | R | R
charte | S; C for team | S own | S own | S own (RU clause) | R | R A | R | R (count)
conflit | R | own | own | own | R | R | – | –
lettre_de_mission | R E S | – | R S own | – | R E | R A | C | R (count)
barometre_individuel | own | own | own | own | – | – | – | –
barometre_commun | R E | R E | R E | R E | R | R A | aggregates | aggregates
demande_accompagnement | R E | R | R | – | R, avis | – | – | R, décision
suivi_accompagnement | R | R | R | – | R E | – | – | R E
profil_patient_partenaire | card after agreement | – | own R E | – | R, notes | – | – | R, aggregates
plan_deploiement | R | R | R if Copil | R if Copil | R E | R E | R C | R
cycles | R E (S bilan final) | R E | R E (S bilan final) | R | R | R A (bilan) | aggregates | aggregates
bilan | R E (S bilan final) | R E | R E (S bilan final) | R | R | R A (bilan) | aggregates | aggregates
recensement | answers own | own | own | own | R if organiser | – | – | R if organiser
"""
ROLES = {
    "Porteur / co-pilote": {Role.PORTEUR_PROJET, Role.COPILOTE},
    "Professionnel": {Role.PROFESSIONNEL_PARTENAIRE},
    # « as patient partner according to role »
    "Patient": {Role.PATIENT_PARTENAIRE, Role.PROCHE_AIDANT_PARTENAIRE, Role.MEMBRE_ASSOCIATION},
    "RU": {Role.REPRESENTANT_USAGERS},
    "Référent": {Role.REFERENT_PARTENARIAT},
    "Qualité": {Role.QUALITE},
    "Direction": {Role.DIRECTION},
    "Siège": {Role.SIEGE},
}
OFFICES = ("Référent", "Qualité", "Direction", "Siège")
PLACED = {"profil_patient_partenaire", "plan_deploiement", "recensement"}

R, E, S, A = Action.READ_DOCUMENT, Action.EDIT_DRAFT, Action.SIGN, Action.OPEN_ARCHIVE
FILL, TOTALS, COUNT, CARD = Action.FILL_PART, Action.READ_TOTALS, Action.COUNT, Action.READ_CARD
OPINION, DECIDE, NOTE = Action.GIVE_OPINION, Action.DECIDE, Action.NOTE
TRIED = (R, E, S, A, FILL, TOTALS, COUNT, CARD, OPINION, DECIDE, NOTE)
SITUATIONS = ("", "own", "given", "hosting")
# Whoever reads counts, groups, sees the reduced card; whoever writes fills the parts given to them.
READS, WRITES = {R, TOTALS, COUNT, CARD}, {R, TOTALS, COUNT, CARD, E, FILL}
MEANING: dict[str, dict[str, set[Action]]] = {
    "–": {},
    "R": {"": READS},
    "R A": {"": READS | {A}},
    "R E": {"": WRITES},
    "R E S": {"": WRITES | {S}},
    "R C": {"": READS | {S}},
    # Who countersigns reads what they countersign.
    "C": {"": {R, S}},
    "R, E assigned": {"": READS, "given": {FILL}},
    # A co-pilote of the project has that role; one whom the document names is tried in test_rights.py.
    "R, E assigned, S if co-pilote": {"": READS, "given": {FILL}},
    "R if member": {"": READS},
    "R, avis (C)": {"": READS | {OPINION}},
    "R, avis": {"": READS | {OPINION}},
    "R, décision": {"": READS | {DECIDE}},
    "R, notes": {"": READS | {NOTE}},
    # Each fills in and reads the act that they sign.
    "S own": {"own": {R, E, FILL, S}},
    "S own (RU clause)": {"own": {R, E, FILL, S}},
    "S; C for team": {"": {R, S}, "own": {E, FILL}},
    "own": {"own": {R, E, FILL}},
    "own R E": {"own": {R, E, FILL}},
    "answers own": {"own": {R, E, FILL}},
    "R S own": {"own": {R, S}},
    "R (count)": {"": {COUNT}},
    "aggregates": {"": {TOTALS}},
    "R, aggregates": {"": READS},
    "card after agreement": {"": {CARD}},
    "R if Copil": {"member": {R}},
    "R if organiser": {"hosting": {R}},
    "R A (bilan)": {"": READS},
    "R E (S bilan final)": {"": WRITES},
}
# The line « cycles, bilan, dix_cles » says in brackets what holds of the bilan alone.
OF_THE_BILAN = {"R A (bilan)": {"": READS | {A}}, "R E (S bilan final)": {"": WRITES | {S}}}
# The detail of a conflict of interests is an answer of the charter: one's own is read here, and written there.
OF_A_CONFLICT = {"own": {"own": {R}}}

HOSPITAL = Organisation("a", None, OrganisationKind.ETABLISSEMENT, "A", "sanitaire", "Europe/Paris")


def _lines():
    for line in PROGRAMME.strip().splitlines():
        name, *cells = (cell.strip() for cell in line.split("|"))
        yield name, dict(zip(HEADINGS, cells, strict=True))


TABLE = dict(_lines())


def _meaning(document, cell):
    exceptions = {"bilan": OF_THE_BILAN, "conflit": OF_A_CONFLICT}.get(document, {})
    return exceptions.get(cell, MEANING[cell])


def _expected(document, role, situation):
    heading = next((name for name, roles in ROLES.items() if role in roles), None)
    told = _meaning(document, TABLE[document][heading]) if heading else {}
    found = told.get("", set()) | told.get(situation, set())
    # What concerns somebody they may read whatever their role is now.
    is_theirs = situation == "own" and any("own" in _meaning(document, cell) for cell in TABLE[document].values())
    return found | ({R} if is_theirs else set())


def _actor(role):
    return Actor(1, Person("p", "Ana", "Bellec"), (Membership("a", role, frozenset({"a"})),), HOSPITAL)


def _tried(document, role, situation):
    office = document in PLACED or role not in {r for h, roles in ROLES.items() if h not in OFFICES for r in roles}
    actor = _actor(role if office else Role.REGION)
    relation = Relation(
        "a",
        None if office and situation != "member" else role,
        document,
        own=situation == "own",
        given=situation == "given",
        hosting=situation == "hosting",
    )
    return {action for action in TRIED if allowed(actor, action, relation)}


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("document", TABLE)
def test_every_role_may_do_with_a_document_what_the_programme_says_and_nothing_else(document, situation):
    found = {role: _tried(document, role, situation) for role in Role}
    assert found == {role: _expected(document, role, situation) for role in Role}


@pytest.mark.parametrize("role", Role)
def test_plan_is_read_by_users_who_are_of_its_team(role):
    assert (R in _tried("plan_deploiement", role, "member")) == (R in _expected("plan_deploiement", role, "member"))


def test_every_line_of_the_programme_is_in_the_matrix():
    assert set(MATRIX) == set(ROWS) == {*TABLE, "project", "person", "free"}


def test_forms_follow_lines_of_the_matrix():
    # The text of the charter and the detail of a conflict are no forms.
    assert set(ACCESSES) == set(MATRIX) - {"charte_texte", "conflit"}


def test_every_role_is_in_one_column_or_reads_no_document():
    held = [role for column in COLUMNS for role in column.roles]
    assert sorted({*held, Role.REGION, Role.AUTEUR, Role.ADMIN}) == sorted(Role)
    assert len(held) == len(set(held))


def test_letters_and_conditions_are_explained():
    assert (set(LETTERS), set(CONDITIONS)) == (set(Letter), set(Condition))


def test_page_of_the_guide_repeats_the_matrix():
    assert (CHECKOUT / "docs" / "operators" / "rights.md").read_text() == guide()


def test_detail_of_a_conflict_is_reserved_to_some_of_those_whom_the_matrix_lets_read_it():
    form = load(CHECKOUT / "forms_spec" / "charte_partenariat" / "2026-1.yaml")
    readers = {role for role in Role if R in _tried("conflit", role, "")}
    reserved = [form.questions[question].visible_to for question in form.reserved]
    assert reserved
    assert [set(roles or ()) - readers for roles in reserved] == [set()] * len(reserved)
