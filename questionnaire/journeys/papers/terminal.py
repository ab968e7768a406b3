"""From a file of answers to a PDF, without installation: no database, no reference, no register."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from questionnaire.config import Settings
from questionnaire.content import PERSONAL_COPY, Issue
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Context, Problem, fill, from_sheet
from questionnaire.journeys.drafting.answer_files import with_files
from questionnaire.journeys.papers.drawing import draw_document
from questionnaire.lifecycle import SEALED
from questionnaire.proof.identity import SealIdentity, load_identity, make_demo_identity
from questionnaire.proof.reasons import SEAL_REASON
from questionnaire.proof.signing import seal
from questionnaire.spec import Form
from questionnaire.spec.articles import UNNAMED

UNREADABLE = "{path} n’est pas un fichier JSON lisible\u00a0: {cause}"
NO_OBJECT = "{path} doit contenir un objet\u00a0: un nom de question, une réponse."
NO_HOSPITAL = "Établissement non précisé"


class Unacceptable(QuestionnaireError):
    """The answers have ``problems``: nothing is drawn."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("Ces réponses ne peuvent pas encore faire un document.")


class NoAnswers(QuestionnaireError):
    """The file holds no answers."""


def read_sheet(path: Path) -> dict[str, Any]:
    """The answers of a file, by name of question; raises NoAnswers."""
    try:
        sheet = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise NoAnswers(UNREADABLE.format(path=path, cause=error)) from error
    if not isinstance(sheet, dict):
        raise NoAnswers(NO_OBJECT.format(path=path))
    return sheet


def draw_answers(form: Form, given: Path, settings: Settings, now: datetime, *, sealed: bool) -> bytes:
    """The document of the answers in a file; raises Unacceptable, NoAnswers. A sealed copy says it is not signed."""
    sheet, refused = with_files(form, read_sheet(given), given.parent)
    answers, unreadable = from_sheet(form, sheet)
    names = {"etablissement": UNNAMED}
    seed = json.dumps(sheet, sort_keys=True)  # of the same answers, what chance draws is the same
    filled = fill(form, answers, Context(now=now, tz=settings.timezone, settings=names, seed=seed))
    problems = (*refused, *unreadable, *filled.problems)
    if problems:
        raise Unacceptable(problems)
    issue = Issue(organisation=NO_HOSPITAL, frozen_at=now, mentions=(_mention(form, sealed=sealed), "Sans référence"))
    pdf = draw_document(filled, issue, ())
    if not sealed:
        return pdf
    return seal(pdf, reason=SEAL_REASON, identity=_identity(settings, now), at=now, organisation=NO_HOSPITAL)


def _mention(form: Form, *, sealed: bool) -> str:
    """What stands under the title of a document that nobody signs here."""
    if form.archive != SEALED:
        return PERSONAL_COPY
    return "Exemplaire non signé" if sealed else "Aperçu – non signé"


def _identity(settings: Settings, now: datetime) -> SealIdentity:
    """The seal of the installation, or one of demonstration made in ``DATA_DIR``."""
    if settings.seal_file.exists():
        return load_identity(settings.seal_file, settings.seal_passphrase.encode() or None)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return make_demo_identity(settings.seal_file, organisation=NO_HOSPITAL, now=now)
