"""The archive as the quality department reads it, and what anyone who holds a document may ask."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from questionnaire.storage import people, submissions
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import reading
from tests.pdf_validation import text_of
from tests.scenes import scenes_in


@pytest.fixture
def scene(tmp_path_factory, tmp_path):
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return lambda name: scenes.copy(name, tmp_path / name)


@pytest.fixture
def archived(scene):
    return scene("archived")


@pytest.fixture
def quality(archived):
    return archived.house.visitor("qualite")


@pytest.fixture
def address(quality):
    """The address of the only document."""
    (found,) = quality.get("/archives/").links(r"/archives/[a-z0-9]+")
    return found


def stored(scene):
    """The submission and its progress."""
    with open_session(scene.house.settings.database_url) as session, reading(session):
        return submissions.load(session, people.whole_perimeter(session), scene.id)


def file_of(scene) -> Path:
    """Where the archived file lies."""
    _, progress = stored(scene)
    folder = scene.house.settings.data_dir / "documents"
    (path,) = map(Path, folder.rglob(progress.revisions[-1].sha256))
    return path


def verdict(scene, reference, code):
    """The status and the title of the public page."""
    answer = scene.house.app.test_client().get("/verifier", query_string={"reference": reference, "code": code})
    title = re.search(r"<h1>(.*?)</h1>", answer.get_data(as_text=True))
    return answer.status_code, title and title[1]


def test_register_shows_what_is_archived(archived, quality):
    page = quality.get("/archives/")
    submission, _ = stored(archived)
    assert (page.status, submission.reference in page.text, submission.title in page.text) == (200, True, True)


def test_register_before_anything_is_archived_says_so(scene):
    page = scene("drawn").house.visitor("qualite").get("/archives/")
    assert "Aucun document archivé pour le moment" in page.text


def test_document_tells_what_it_is_and_who_signed_it(archived, quality, address):
    page = quality.get(address)
    submission, progress = stored(archived)
    found = [
        text in page.text for text in (submission.reference, progress.revisions[-1].sha256, "Nadia Lemoine", "Intègre")
    ]
    assert found == [True] * 4


@pytest.mark.parametrize("query, disposition", [("", "inline"), ("?telecharger=oui", "attachment")])
def test_file_is_the_one_that_was_sealed(archived, quality, address, query, disposition):
    answer = quality.client.get(f"{address}/fichier.pdf{query}")
    submission, progress = stored(archived)
    assert sha256(answer.data).hexdigest() == progress.revisions[-1].sha256
    assert answer.headers["Content-Disposition"] == f"{disposition}; filename={submission.reference}.pdf"
    assert answer.data == archived.house.visitor("porteur_projet").client.get(f"{archived.url}fichier.pdf").data


def test_file_of_the_archive_may_not_be_written_over(archived):
    assert file_of(archived).stat().st_mode & 0o222 == 0


def test_changed_file_is_to_be_examined_and_is_not_given(archived, quality, address):
    path = file_of(archived)
    pdf = bytearray(path.read_bytes())
    pdf[len(pdf) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(pdf)
    page = quality.get(address)
    assert ("À examiner" in page.text, "Intègre" in page.text) == (True, False)
    refused = quality.get(f"{address}/fichier.pdf")
    assert (refused.status, refused.response.mimetype, "Fichier modifié" in refused.text) == (500, "text/html", True)


def test_missing_file_is_to_be_examined(archived, quality, address):
    file_of(archived).unlink()
    assert "À examiner" in quality.get(address).text
    assert quality.get(f"{address}/fichier.pdf").status == 500


@pytest.mark.parametrize("number", ["2", "0", "-3", "x", "9" * 30])
def test_page_that_the_register_does_not_have_is_empty_or_the_first(quality, number):
    assert quality.get(f"/archives/?page={number}").status == 200


def test_holder_of_a_document_learns_its_state_and_its_hash(archived):
    submission, progress = stored(archived)
    client = archived.house.app.test_client()
    page = client.get("/verifier", query_string={"reference": submission.reference, "code": submission.control_code})
    text = page.get_data(as_text=True)
    expected = ("Ce document est connu", progress.revisions[-1].sha256, "Nadia Lemoine", "Signé", submission.reference)
    assert [word in text for word in expected] == [True] * 5
    assert submission.title not in text


@pytest.mark.parametrize(
    "change",
    [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", ""), lambda code: f" {code} "],
)
def test_code_is_read_as_people_type_it(archived, change):
    submission, _ = stored(archived)
    known = (200, "Ce document est connu")
    assert verdict(archived, submission.reference, change(submission.control_code)) == known
    assert verdict(archived, f" {submission.reference.lower()} ", submission.control_code) == known


def test_reference_alone_code_alone_or_both_apart_tell_nothing(archived):
    submission, _ = stored(archived)
    wrong = submission.control_code[:-1] + ("0" if submission.control_code[-1] != "0" else "1")
    unknown = (404, "Document inconnu")
    asked = [
        (submission.reference, ""),
        ("", submission.control_code),
        (submission.reference, wrong),
        (submission.reference, "0000-0000-0000-0000"),
        (submission.reference[:-1], submission.control_code),
        ("%", submission.control_code),
    ]
    assert [verdict(archived, *one) for one in asked] == [unknown] * len(asked)


def test_wrong_code_and_unknown_reference_give_the_same_page(archived):
    submission, _ = stored(archived)
    client = archived.house.app.test_client()
    pages = set()
    for reference in (submission.reference, submission.reference[:-1] + "x"):
        query = {"reference": reference, "code": "0000-0000-0000-0000"}
        pages.add(client.get("/verifier", query_string=query).get_data(as_text=True).replace(reference, ""))
    assert len(pages) == 1


def test_page_asks_for_both_when_nothing_was_given(archived):
    assert verdict(archived, "", "") == (200, "Vérifier un document")


def test_document_not_signed_yet_is_known_without_a_hash(scene):
    drawn = scene("drawn")
    submission, progress = stored(drawn)
    client = drawn.house.app.test_client()
    page = client.get("/verifier", query_string={"reference": submission.reference, "code": submission.control_code})
    text = page.get_data(as_text=True)
    assert ("À signer" in text, progress.revisions[0].sha256 in text, "Nadia" in text) == (True, False, False)


def test_code_printed_on_paper_leads_to_the_page(archived, quality, address):
    submission, _ = stored(archived)
    text = text_of(quality.client.get(f"{address}/fichier.pdf").data)
    assert (submission.reference in text, submission.control_code in text) == (True, True)
