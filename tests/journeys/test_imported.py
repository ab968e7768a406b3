"""Forms of other tools filled through the pages to their end: a workbook of ours, others where ``XLSFORMS`` says."""

import os
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from xlsxwriter import Workbook

from questionnaire.filling import Context, FilledForm
from questionnaire.filling.samples import one_sample
from questionnaire.interchange.xlsform import Refused, import_form
from questionnaire.spec import Form, load
from tests.journeys.by_pages import fill_by_pages
from tests.journeys.house import House, Visitor
from tests.journeys.workshop import found_workshop, plain

FOLDER = os.environ.get("XLSFORMS")
BOOKS = [path for path in sorted(Path(FOLDER).glob("*.xls*")) if "invalid" not in path.name] if FOLDER else []
SURVEY = """
type | name | label | required | relevant | constraint | constraint_message | calculation | choice_filter | appearance
begin_group | identite | Identité | | | | | | |
text | nom | Nom | yes | | | | | |
integer | age | Âge | | | . > 0 and . < 120 | Entre 1 et 119. | | |
date | naissance | Mois de naissance | | | | | | | month-year
select_one region | region | Région | yes | | | | | |
select_one ville | ville | Ville | yes | ${region} != '' | | | | region = ${region} |
select_multiple aide or_other | aides | Aides | | | | | | |
rank aide | ordre | Ordre des aides | | | | | | |
end_group | | | | | | | | |
begin_repeat | enfant | Enfants | | ${age} > 18 | | | | |
text | prenom | Prénom | yes | | | | | |
begin_repeat | visite | Visites | | | | | | |
date | jour | Jour | | | | | | |
end_repeat | | | | | | | | |
end_repeat | | | | | | | | |
begin_group | avis | Avis | | | | | | | table-list
select_one note | accueil | Accueil | | | | | | |
select_one note | soin | Soins | | | | | | |
end_group | | | | | | | | |
calculate | nombre | Nombre | | | | | count(${enfant}) | |
note | merci | Merci ${nom} | | | | | | |
"""
CHOICES = """
list_name | name | label | region
region | idf | Île-de-France |
region | occ | Occitanie |
ville | paris | Paris | idf
ville | toulouse | Toulouse | occ
aide | repas | Repas |
aide | transport | Transport |
note | bien | Bien |
note | mal | Mal |
"""


def workbook() -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, text in (("survey", SURVEY), ("choices", CHOICES)):
            sheet = book.add_worksheet(name)
            for row, line in enumerate(text.strip().splitlines()):
                sheet.write_row(row, 0, [cell.strip() for cell in line.split("|")])
    return content.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the forms stand."""
    return tmp_path_factory.mktemp("forms")


@pytest.fixture(scope="module")
def forms(folder) -> dict[str, Form]:
    """The forms that the workbooks became, by the name of their file; those that are refused left out."""
    found: dict[str, Form] = {}
    for name, content in [("le_notre", workbook()), *((path.stem, path.read_bytes()) for path in BOOKS)]:
        try:
            made = import_form(content, re.sub(r"\W", "_", name).lower(), lambda _: None)
        except Refused:
            continue
        place = folder / made.name
        place.mkdir(exist_ok=True)
        for file, text in {"2026-1.yaml": made.yaml, **made.files}.items():
            (place / file).write_text(text, encoding="utf-8")
        found[name] = load(place / "2026-1.yaml")
    return found


@pytest.fixture(scope="module")
def house(forms, folder, tmp_path_factory) -> House:
    assert forms
    return found_workshop(tmp_path_factory.mktemp("house"), folder)


@pytest.fixture(scope="module")
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture(scope="module")
def project(porteur: Visitor) -> str:
    """The address of a project, in which the documents begin."""
    return porteur.get(porteur.begin()).links(r"/projets/\w+/")[0]


def made_up(form: Form) -> FilledForm:
    context = Context(datetime.now(UTC), ZoneInfo("Europe/Paris"), seed="1")
    found = one_sample(form, context, 7)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["le_notre", *(path.stem for path in BOOKS)])
def test_a_form_of_others_is_filled_to_its_end(forms, porteur, project, name):
    form = forms.get(name)
    if form is None:
        pytest.skip("refused, with its place")
    porteur.get(project)
    draft = porteur.post(f"{project}documents", {"formulaire": form.name}).url
    fill_by_pages(porteur, draft, made_up(form))
    review = porteur.get(f"{draft}/verifier")
    end = porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    lacks_a_file = any(question.files and question.required for question in form.questions.values())
    finished = re.match(r"/documents/\w+/", end.url) is not None
    # No file is joined here: a form that must have one says so, and nothing else.
    assert finished or (lacks_a_file and "Ajoutez un fichier" in end.text), plain(end.text)[:2000]
