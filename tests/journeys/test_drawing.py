"""The same document is the same bytes; a document drawn again from what it carries tells whether it was honest."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from questionnaire.content import Issue, SignatureBox, compose
from questionnaire.documents import draw
from questionnaire.documents.attached import read_attachments
from questionnaire.filling import Context, fill, from_sheet
from questionnaire.journeys.papers.drawing import ANSWERS, JOURNAL, attachments, draw_document
from questionnaire.journeys.papers.redrawing import is_redrawn
from questionnaire.spec import load
from tests.journeys.house import example

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ISSUE = Issue(
    organisation="Hôpital de démonstration",
    frozen_at=AT,
    reference="FP-2026-0001",
    control_code="7K2M-Q0XA-9TZB-4C6D",
    verify_url="http://127.0.0.1:5000/verifier?reference=FP-2026-0001&code=7K2M-Q0XA-9TZB-4C6D",
    mentions=("Une mention",),
    signatures=(SignatureBox("signature_1", "Signature", "Porteur du projet"),),
)
JOURNAL_LINES = [{"sequence": 1, "event": {"kind": "created"}, "salt": "0" * 64}]


def filled(**changes):
    form = load("forms_spec/fiche_projet/2026-1.yaml")
    answers, problems = from_sheet(form, {**example("complete"), **changes})
    assert problems == ()
    settings = {"etablissement": "Hôpital de démonstration"}
    return fill(form, answers, Context(now=AT, tz=ZoneInfo("Europe/Paris"), settings=settings))


@pytest.fixture(scope="session")
def drawn() -> bytes:
    return draw_document(filled(), ISSUE, JOURNAL_LINES)


def test_same_arguments_give_the_same_bytes(drawn):
    assert draw_document(filled(), ISSUE, JOURNAL_LINES) == drawn


def test_another_process_draws_the_same_bytes(drawn):
    script = (
        "import sys; from tests.journeys.test_drawing import *;"
        "sys.stdout.buffer.write(draw_document(filled(), ISSUE, JOURNAL_LINES))"
    )
    environ = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, check=True)
    assert done.stdout == drawn


@pytest.mark.parametrize(
    "issue, journal, changes",
    [
        (ISSUE, JOURNAL_LINES, {"titre": "Un autre titre"}),
        (ISSUE, [], {}),
        (replace(ISSUE, reference="FP-2026-0002"), JOURNAL_LINES, {}),
        (replace(ISSUE, control_code="7K2M-Q0XA-9TZB-4C6E"), JOURNAL_LINES, {}),
        (replace(ISSUE, frozen_at=AT.replace(minute=31)), JOURNAL_LINES, {}),
    ],
)
def test_anything_else_gives_other_bytes(drawn, issue, journal, changes):
    assert draw_document(filled(**changes), issue, journal) != drawn


def test_file_carries_what_its_pages_show(drawn):
    carried = read_attachments(drawn)
    answers = json.loads(carried[ANSWERS])
    assert (answers["answers"]["titre"], answers["issue"]["reference"]) == (
        example("complete")["titre"],
        "FP-2026-0001",
    )
    assert json.loads(carried[JOURNAL]) == JOURNAL_LINES


def test_honest_document_is_drawn_again_identical_and_so_are_its_additions(drawn):
    assert (is_redrawn(drawn), is_redrawn(drawn + b"a signature")) == (True, True)


def test_document_that_shows_one_title_and_carries_another_is_told():
    shown, carried = filled(titre="Ce que l’on montre"), filled(titre="Ce que l’on joint")
    forged = draw(compose(shown, ISSUE), attachments(carried, ISSUE, JOURNAL_LINES), at=AT)
    assert is_redrawn(forged) is False


@pytest.mark.parametrize("name", [ANSWERS, JOURNAL])
@pytest.mark.parametrize("content", [b"{", b"1", b"\xff", b'{"form": "x"}'])
def test_document_that_carries_something_else_cannot_be_told(name, content):
    honest = attachments(filled(), ISSUE, JOURNAL_LINES)
    replaced = [replace(each, data=content) if each.name == name else each for each in honest]
    assert is_redrawn(draw(compose(filled(), ISSUE), replaced, at=AT)) in {None, False}


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7", b"nothing"])
def test_file_that_is_no_document_cannot_be_told(pdf):
    assert is_redrawn(pdf) is None


def test_file_that_carries_nothing_cannot_be_told():
    assert is_redrawn(draw(compose(filled(), ISSUE), (), at=AT)) is None
