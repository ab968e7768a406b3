"""The chain of documents as a team goes along it, for tests that begin later."""

from typing import Any

from questionnaire.spec import load
from tests.journeys.house import Page, Visitor, example
from tests.journeys.test_fiche_projet import SECTIONS
from tests.journeys.workshop import let_in

CHARTER = load("forms_spec/charte_partenariat/2026-1.yaml")
TICKS = [question.name for question in CHARTER.top_level() if question.kind.name == "acknowledge"]


def begin_fiche(porteur: Visitor, **guests: Visitor) -> str:
    """A fiche in which Odette Vasseur, patient partner, takes part in one intervention; its address."""
    draft = porteur.begin()
    sheet = example("minimal")
    porteur.answer_sheet(draft, sheet, SECTIONS)
    for role, guest in guests.items():
        let_in(porteur, draft, guest, role)
    return draft


def piloted_with(first_name: str, last_name: str, email: str = "") -> dict[str, Any]:
    """The answers of a fiche whose co-pilote is the member of that name."""
    sheet: dict[str, Any] = dict(example("copilotage"))
    (pilot,) = (member for member in sheet["membre"] if member.get("_key") == sheet["copilote_ref"])
    pilot |= {"m_prenom": first_name, "m_nom": last_name, "m_courriel": email}
    return sheet


def project_of(visitor: Visitor, draft: str) -> str:
    return visitor.get(draft).links(r"/projets/[^\"]+/")[0]


def begin(visitor: Visitor, project: str) -> Page:
    visitor.get(project)
    return visitor.post(f"{project}documents", {"formulaire": "charte_partenariat"})


def fill_charter(visitor: Visitor, charter: str) -> None:
    """Every clause ticked, one by one, nothing declared."""
    visitor.answer(charter, "place", {"role": "patient_partenaire"})
    for section in CHARTER.sections:
        ticked = {q.name: "OK" for q in section.questions if q.name in TICKS}
        page = visitor.get(f"{charter}/parties/{section.name}/").text
        shown = {name: value for name, value in ticked.items() if f'name="{name}"' in page}
        if shown:
            visitor.answer(charter, section.name, shown)
    visitor.answer(charter, "declarations", {"conflit_declare": "non", "droit_image": "oui"})


def sign(visitor: Visitor, document: str, name: str = "Nadia Lemoine") -> Page:
    visitor.get(document)
    return visitor.post(f"{document}signer", {"lu": "oui", "electronique": "oui", "nom": name})
