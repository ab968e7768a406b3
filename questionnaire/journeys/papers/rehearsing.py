"""The examples of a form, each taken to its PDF and verified: what its author promises, seen to hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from questionnaire.config import Settings
from questionnaire.documents.counting import count_pages
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Problem
from questionnaire.journeys.papers.terminal import Unacceptable, draw_answers
from questionnaire.journeys.papers.verifying import trusted, verify_file
from questionnaire.lifecycle import SEALED
from questionnaire.proof.report import Verdict
from questionnaire.spec import Form


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What became of one example: a PDF of so many ``pages``, or ``problems``, or a ``failure`` in one sentence.

    ``verdict`` is None where the form asks for no seal.
    """

    example: str
    pages: int = 0
    verdict: Verdict | None = None
    problems: tuple[Problem, ...] = ()
    failure: str = ""

    @property
    def passed(self) -> bool:
        """Whether the example gave its PDF, authentic where it is sealed."""
        return self.pages > 0 and self.verdict in (None, Verdict.AUTHENTIC)


def rehearse(form: Form, folder: Path, settings: Settings, now: datetime) -> Iterator[Rehearsal]:
    """Fill, draw, seal and verify each example of ``form``, whose file stands in ``folder``.

    The seal is one of demonstration, made for the occasion and thrown away: never the installation's.
    """
    with TemporaryDirectory() as apart:
        place = Path(apart)
        aside = replace(settings, data_dir=place, seal_file=place / "seal.p12", seal_passphrase="")
        for example in form.examples:
            yield _rehearsed(form, example, folder, aside, now)


def _rehearsed(form: Form, example: str, folder: Path, settings: Settings, now: datetime) -> Rehearsal:
    sealed = form.archive == SEALED
    try:
        pdf = draw_answers(form, folder / example, settings, now, sealed=sealed)
    except Unacceptable as error:
        return Rehearsal(example, problems=error.problems)
    except QuestionnaireError as error:
        return Rehearsal(example, failure=str(error))
    verdict = verify_file(pdf, trusted(settings, ())).verdict if sealed else None
    return Rehearsal(example, count_pages(pdf), verdict)
