"""Forms that workbooks of other tools became: one of ours, and those that stand where ``XLSFORMS`` says."""

import os
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook

from questionnaire.filling import Context, FilledForm
from questionnaire.filling.samples import one_sample
from questionnaire.interchange.xlsform import Refused, import_form
from questionnaire.spec import Form, load

FOLDER = os.environ.get("XLSFORMS")
_BOOKS = [path for path in sorted(Path(FOLDER).glob("*.xls*")) if "invalid" not in path.name] if FOLDER else []
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


OURS = "le_notre"
NAMES = [OURS, *(path.stem for path in _BOOKS)]


def forms_in(folder: Path) -> dict[str, Form]:
    """What the workbooks became, written into an empty folder, by the name of their file; those refused left out."""
    found: dict[str, Form] = {}
    for name, content in [(OURS, workbook()), *((path.stem, path.read_bytes()) for path in _BOOKS)]:
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


def made_up(form: Form) -> FilledForm:
    """Answers to all that one path through a form asks."""
    context = Context(datetime.now(UTC), ZoneInfo("Europe/Paris"), seed="1")
    found = one_sample(form, context, 7)
    assert found is not None
    return found


def must_have_a_file(form: Form) -> bool:
    """Whether the form cannot be finished without joining one."""
    return any(question.files and question.required for question in form.questions.values())
