"""Files joined to answers: with and without script, refused, taken away, frozen, given to those who may read them."""

import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from questionnaire.cli.runner import workshop
from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.drafting.clearing import clear_once
from questionnaire.journeys.drafting.expiring import expire_once
from questionnaire.lifecycle import Keeping, months_after
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.drafts import draft as draft_table
from questionnaire.storage.tables.files import file_clearing, joined_file
from questionnaire.storage.transaction import reading, writing
from tests.files.making import HTML, SVG, bomb, jpeg, office, pdf
from tests.journeys.house import House, Page, Visitor, now
from tests.journeys.workshop import begin, beside, found_workshop, let_in, redrawn
from tests.pdf_validation import text_of, verapdf_faults

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

FORMS = Path("tests/journeys/forms_files")
PLAN = pdf(b"% le plan\n")
OTHER = pdf(b"% un autre\n")
THIRD = pdf(b"% encore\n")


HEAD = b'--x\r\nContent-Disposition: form-data; name="plan"; filename="a"\r\n\r\n'


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.fixture
def house(tmp_path) -> House:
    return found_workshop(tmp_path, FORMS)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "pieces")


def bring(
    visitor: Visitor, draft: str, *files: tuple[str, bytes], path: str = "plan", htmx: bool = False, **fields: str
) -> Page:
    """Choose files in a field of the page, and have them go; with ``htmx`` as soon as they are chosen."""
    section = fields.pop("section", "page")
    url = f"{draft}/parties/{section}/"
    item = f"?ouvert={path.partition('.')[0]}" if "." in path else ""
    rev = visitor.get(url + item).hidden("_rev")
    data = {
        "_csrf": visitor.token,
        "_rev": rev,
        "_action": f"attach:{path}",
        **fields,
        path: [(BytesIO(content), name) for name, content in files] or [(BytesIO(b""), "")],
    }
    headers = {"HX-Request": "true"} if htmx else {}
    answer = visitor.client.post(url, data=data, headers=headers, follow_redirects=not htmx)
    for each in (*answer.history, answer):
        each.request.environ["wsgi.input"].close()  # the client leaves its temporary file open
    return Page(answer)


def names(page: Page) -> list[str]:
    """The files that a page lists, to download."""
    return re.findall(r'<a href="\.\./\.\./fichiers/[0-9a-f]{64}">([^<]+)</a>', page.text)


def shown(visitor: Visitor, draft: str) -> list[str]:
    return names(visitor.get(f"{draft}/parties/page/"))


def kept_blobs(house: House) -> set[str]:
    """The hashes of everything in the house's folder of files."""
    folder = house.settings.data_dir / "documents"
    return {path.name for path in folder.rglob("*") if path.is_file()}


def stored(house: House) -> set[str]:
    with open_session(house.settings.database_url) as session, reading(session):
        return set(session.execute(select(joined_file.c.sha256)).scalars())


def clear(house: House) -> int:
    with open_session(house.settings.database_url) as session:
        place = workshop(house.settings, session)
        cleared = 0
        while clear_once(place.desk, place.blobs):
            cleared += 1
        return cleared


@pytest.mark.parametrize("htmx", [True, False])
def test_file_is_joined_listed_and_given_back(porteur, draft, htmx):
    page = bring(porteur, draft, ("plan.pdf", PLAN), htmx=htmx)
    assert (page.status, names(page)) == (200, ["plan.pdf"])
    answer = porteur.client.get(f"{draft}/fichiers/{digest(PLAN)}")
    assert answer.data == PLAN
    assert {
        name: answer.headers[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    } == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename=plan.pdf",
        "X-Content-Type-Options": "nosniff",
    }
    assert (answer.headers["Content-Security-Policy"], answer.headers["Cache-Control"]) == (
        "default-src 'none'; sandbox",
        "no-store",
    )


def test_only_the_list_is_drawn_anew_around_the_field(porteur, draft):
    page = bring(porteur, draft, ("plan.pdf", PLAN), htmx=True)
    assert [place for place in redrawn(page) if "plan" in place] == ["q-plan-error", "q-plan-files"]


def test_page_with_a_field_for_files_is_multipart_and_no_other(porteur, draft):
    pages = [porteur.get(f"{draft}/parties/page/"), porteur.get(f"{begin(porteur, 'fiche_projet')}/parties/identite/")]
    assert ["multipart/form-data" in page.text for page in pages] == [True, False]


def test_field_says_what_it_takes(porteur, draft):
    page = porteur.get(f"{draft}/parties/page/")
    assert "PDF, image JPEG ou image PNG, 1\u00a0Mo au plus. 2\u00a0fichiers au plus." in page.text
    assert 'accept=".pdf,.jpg,.jpeg,.jpe,.jfif,.png,application/pdf,image/jpeg,image/png" multiple' in page.text


def test_answers_of_the_page_are_saved_beside_a_file_that_is_refused(porteur, draft):
    page = bring(porteur, draft, ("plan.pdf", jpeg()), objet="Le jardin")
    assert page.status == 422
    assert "Le nom de ce fichier finit par «\u00a0.pdf\u00a0»" in beside(page, "q-plan").replace(
        "« .pdf »", "«\u00a0.pdf\u00a0»"
    )
    assert 'value="Le jardin"' in porteur.get(f"{draft}/parties/page/").text


def test_file_chosen_and_not_added_goes_with_the_page(porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN), _action="next", objet="Le jardin")
    assert shown(porteur, draft) == ["plan.pdf"]


def attach(visitor: Visitor, draft: str, name: str, data: bytes, path: str = "plan") -> Page:
    """Without script: leave the part for the page of a file, choose one there, have it go."""
    url = f"{draft}/parties/page/"
    fields = {"_rev": visitor.get(url).hidden("_rev"), "_action": f"attach:{path}", "objet": "Le jardin"}
    place = visitor.post(url, fields)
    assert (place.status, 'type="file"' in place.text, 'name="objet"' in place.text) == (200, True, False)
    posted = {"_csrf": visitor.token, "fichier": [(BytesIO(data), name)]}
    answer = visitor.client.post(place.url, data=posted, follow_redirects=True)
    for each in (*answer.history, answer):
        each.request.environ["wsgi.input"].close()
    return Page(answer)


def test_file_has_a_page_of_its_own(porteur, draft):
    page = attach(porteur, draft, "plan.pdf", PLAN)
    assert (page.status, names(page)) == (200, ["plan.pdf"])
    assert 'value="Le jardin"' in page.text


def test_page_of_a_file_says_why_it_was_not_taken(porteur, draft):
    page = attach(porteur, draft, "x.svg", SVG)
    assert (page.status, "Ce fichier n’est pas d’un type accepté ici" in page.text) == (422, True)
    assert (page.text.count('aria-invalid="true"'), shown(porteur, draft)) == (1, [])


def test_page_of_a_file_asks_for_one(porteur, draft):
    page = attach(porteur, draft, "", b"")
    assert (page.status, "Choisissez un fichier." in page.text) == (422, True)


@pytest.mark.parametrize("path", ["objet", "inconnu", "lettre"])
def test_page_of_a_file_is_only_for_questions_that_ask_one(porteur, draft, path):
    assert porteur.get(f"{draft}/parties/page/fichiers/ajouter?question={path}").status == 400


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize(
    "name, data, said",
    [
        ("plan.pdf", jpeg(), "son contenu est d’un autre type (image JPEG)"),
        ("plan.pdf", b"", "Ce fichier est vide."),
        ("x.svg", SVG, "Ce fichier n’est pas d’un type accepté ici"),
        ("x.html", HTML, "Ce fichier n’est pas d’un type accepté ici"),
        ("x.pdf", HTML + PLAN, "Ce fichier n’est pas d’un type accepté ici"),
        ("x.pdf", PLAN + HTML, "Ce fichier est abîmé"),
        ("x.docm", office("docm"), "macros"),
        ("x.docx", office("docx"), "Ce fichier n’est pas d’un type accepté ici"),
        ("x.png", bomb(), "Cette image a trop de points"),
        ("x.pdf", PLAN + b" " * 1024 * 1024, "Ce fichier dépasse 1 Mo."),
    ],
)
def test_bad_file_is_refused_beside_its_field(house, porteur, draft, name, data, said, htmx):
    page = bring(porteur, draft, (name, data), htmx=htmx)
    assert (page.status, said in beside(page, "q-plan")) == (422, True)
    assert (shown(porteur, draft), kept_blobs(house)) == ([], set())


def test_photograph_is_kept_without_what_it_tells(porteur, draft):
    bring(porteur, draft, ("photo.jpg", jpeg()))
    (kept,) = re.findall(r"fichiers/([0-9a-f]{64})", porteur.get(f"{draft}/parties/page/").text)
    data = porteur.client.get(f"{draft}/fichiers/{kept}").data
    assert (digest(data), b"Zinnia" in data, b"Exif" in data) == (kept, False, False)


def test_several_files_at_once_and_no_more_than_asked(porteur, draft):
    page = bring(porteur, draft, ("a.pdf", PLAN), ("b.pdf", OTHER), ("c.pdf", THIRD))
    assert (page.status, names(page)) == (422, ["a.pdf", "b.pdf"])
    assert "Gardez 2 fichiers au plus" in beside(page, "q-plan")
    page = bring(porteur, draft, ("c.pdf", THIRD), htmx=True)
    assert (page.status, names(page)) == (422, ["a.pdf", "b.pdf"])


def test_good_files_are_kept_beside_a_bad_one_that_is_named(porteur, draft):
    page = bring(porteur, draft, ("a.pdf", PLAN), ("b.pdf", SVG))
    assert (names(page), "« b.pdf » : Ce fichier n’est pas" in beside(page, "q-plan")) == (["a.pdf"], True)


def test_same_file_twice_is_one_file(porteur, draft):
    bring(porteur, draft, ("a.pdf", PLAN))
    bring(porteur, draft, ("copie.pdf", PLAN))
    assert shown(porteur, draft) == ["a.pdf"]


def test_where_one_file_is_asked_another_takes_its_place(porteur, draft):
    porteur.answer(draft, "page", {"jointe": "oui"})
    bring(porteur, draft, ("a.pdf", PLAN), path="lettre")
    bring(porteur, draft, ("b.pdf", OTHER), path="lettre")
    assert shown(porteur, draft) == ["b.pdf"]


def test_file_of_an_item(porteur, draft):
    item = porteur.add_item(draft, "page", "lieu", {"l_nom": "Hall"})
    page = bring(porteur, draft, ("photo.jpg", jpeg()), path=f"{item}.l_photo")
    assert names(page) == ["photo.jpg"]


def test_name_is_made_safe_and_printed_as_text(porteur, draft):
    page = bring(porteur, draft, ("../<b>&'plan\u202e.pdf", PLAN))
    assert "_b_&'plan.pdf" in names(page)[0]


def remove(visitor: Visitor, draft: str, data: bytes) -> Page:
    """Press « Retirer », then confirm."""
    url = f"{draft}/parties/page/"
    page = visitor.get(url)
    asked = visitor.post(url, {"_rev": page.hidden("_rev"), "_action": f"detach:plan:{digest(data)}"})
    assert ("Retirer «\u00a0plan.pdf\u00a0»" in asked.text, asked.status) == (True, 200)
    return visitor.post(asked.url.partition("?")[0], {"question": "plan", "fichier": digest(data)})


def test_file_is_taken_away_after_a_question_and_put_back(porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    page = remove(porteur, draft, PLAN)
    assert (names(page), "Fichier retiré" in page.text) == ([], True)
    assert porteur.client.get(f"{draft}/fichiers/{digest(PLAN)}").status_code == 404
    page = porteur.post(f"{draft}/parties/page/fichiers/retablir", {"question": "plan", "fichier": digest(PLAN)})
    assert (names(page), porteur.client.get(f"{draft}/fichiers/{digest(PLAN)}").data) == (["plan.pdf"], PLAN)


def test_history_tells_the_files_and_takes_them_back(house, porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    page = porteur.get(f"{draft}/changements/")
    assert "plan.pdf (PDF" in page.text
    revision = re.findall(r'name="revision" value="(\d+)"', page.text)[0]
    porteur.post(f"{draft}/changements/reprendre", {"reponse": "plan", "revision": revision})
    assert (shown(porteur, draft), stored(house)) == ([], {digest(PLAN)})


@pytest.mark.parametrize("htmx", [True, False])
def test_page_cannot_write_what_names_a_file(porteur, draft, htmx):
    forged = f"sha256:{digest(PLAN)} 12 application/pdf plan.pdf"
    url = f"{draft}/parties/page/"
    headers = {"HX-Request": "true"} if htmx else {}
    page = porteur.post(url, {"_rev": porteur.get(url).hidden("_rev"), "plan": forged}, headers=headers)
    assert (page.status, "il ne s’écrit pas" in page.text, shown(porteur, draft)) == (422, True, [])


def test_file_of_another_draft_is_neither_given_nor_put_back(porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    other = begin(porteur, "pieces")
    forged = porteur.post(f"{other}/parties/page/fichiers/retablir", {"question": "plan", "fichier": digest(PLAN)})
    asked = porteur.get(f"{other}/parties/page/fichiers/retirer?question=plan&fichier={digest(PLAN)}")
    fetched = porteur.client.get(f"{other}/fichiers/{digest(PLAN)}")
    assert (forged.status, asked.status, fetched.status_code, shown(porteur, other)) == (404, 404, 404, [])


def test_file_of_another_question_is_not_put_back_elsewhere(porteur, draft):
    porteur.answer(draft, "page", {"jointe": "oui"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    forged = {"question": "lettre", "fichier": digest(PLAN)}
    back = porteur.post(f"{draft}/parties/page/fichiers/retablir", forged)
    away = porteur.post(f"{draft}/parties/page/fichiers/retirer", forged)
    assert (back.status, away.status, shown(porteur, draft)) == (404, 404, ["plan.pdf"])


def test_who_fills_one_stage_brings_and_takes_no_file_of_the_others(house, porteur, draft):
    patient = house.visitor("patient_partenaire")
    let_in(porteur, draft, patient, "patient_partenaire")
    bring(porteur, draft, ("plan.pdf", PLAN))
    url = f"{draft}/parties/page/"
    patient.get(draft)
    data = {"_csrf": patient.token, "_rev": "0", "plan": [(BytesIO(OTHER), "b.pdf")]}
    brought = patient.client.post(url, data=data)
    away = patient.post(f"{url}fichiers/retirer", {"question": "plan", "fichier": digest(PLAN)})
    assert (brought.status_code, away.status, digest(OTHER) in kept_blobs(house)) == (403, 403, False)
    assert shown(porteur, draft) == ["plan.pdf"]


@pytest.mark.jvm
def test_document_with_annexes_is_archivable_and_accessible(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN), ("autre.pdf", OTHER))
    drawn = porteur.client.get(f"{finalise(house, porteur, draft)}fichier.pdf").data
    assert "Annexes" in text_of(drawn)
    assert verapdf_faults(drawn, "ua1") == verapdf_faults(drawn, "3a") == []


@pytest.mark.parametrize("address", ["fichiers/x", "fichiers/" + "0" * 64, "fichiers/%00", "fichiers/..%2f..%2fx"])
def test_address_that_names_no_file_leads_nowhere(porteur, draft, address):
    assert porteur.client.get(f"{draft}/{address}").status_code == 404


def test_people_outside_of_the_project_get_nothing(house, porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    stranger = house.visitor("patient_partenaire")
    assert stranger.client.get(f"{draft}/fichiers/{digest(PLAN)}").status_code in {403, 404}
    nobody = house.app.test_client().get(f"{draft}/fichiers/{digest(PLAN)}")
    assert nobody.status_code == 302


def test_hidden_question_takes_no_file_and_gives_none(porteur, draft):
    porteur.answer(draft, "page", {"jointe": "oui"})
    bring(porteur, draft, ("a.pdf", PLAN), path="lettre")
    porteur.answer(draft, "page", {"jointe": "non"})
    assert porteur.client.get(f"{draft}/fichiers/{digest(PLAN)}").status_code == 404
    page = bring(porteur, draft, ("b.pdf", OTHER), path="lettre")
    assert (page.status, "Il n’a pas été ajouté" in page.text) == (422, True)
    porteur.answer(draft, "page", {"jointe": "oui"})
    assert shown(porteur, draft) == ["a.pdf"]


@pytest.mark.parametrize("path", ["objet", "inconnu", "lieu", "lieu[k1].l_photo", "a b", "mot"])
def test_file_for_what_asks_for_none_is_told(house, porteur, draft, path):
    page = bring(porteur, draft, ("plan.pdf", PLAN), path=path)
    assert (page.status, kept_blobs(house)) == (422, set())


@pytest.mark.parametrize("page", ["", "fichiers/ajouter?question=plan"])
def test_immense_post_is_refused_from_its_head(porteur, draft, page):
    url = f"{draft}/parties/page/{page}"
    porteur.get(url)

    class Unread(BytesIO):
        def readinto(self, buffer: "WriteableBuffer") -> int:
            raise AssertionError("read")

        def read(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("read")

        readline = read

    answer = porteur.client.open(
        url,
        method="POST",
        input_stream=Unread(),
        environ_overrides={"CONTENT_LENGTH": str(2 * 1024**3)},
        content_type="multipart/form-data; boundary=x",
    )
    assert answer.status_code == 413
    said = answer.get_data(as_text=True)
    assert ("dépasse 64\u00a0Mo" in said, "choisissez un fichier plus petit" in said) == (True, True)


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # left to the collector, which deletes it
def test_endless_post_is_left_after_what_may_come(porteur, draft):
    url = f"{draft}/parties/page/"
    porteur.get(url)

    class Endless(BytesIO):
        given = 0

        def readinto(self, buffer: "WriteableBuffer") -> int:
            room = memoryview(buffer)
            head = HEAD if not self.given else b""
            room[:] = head + b"0" * (len(room) - len(head))
            self.given += len(room)
            return len(room)

    stream = Endless()
    answer = porteur.client.open(
        url,
        method="POST",
        input_stream=stream,
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"},
    )
    assert (answer.status_code, stream.given < 80 * 1024**2) == (413, True)


def test_those_not_signed_in_bring_little(house, draft):
    data = {"plan": (BytesIO(b"0" * 5 * 1024**2), "a.pdf")}
    answer = house.app.test_client().post(f"{draft}/parties/page/", data=data)
    answer.request.environ["wsgi.input"].close()
    assert answer.status_code == 413


def finalise(house: House, visitor: Visitor, draft: str) -> str:
    page = visitor.get(f"{draft}/verifier")
    page = visitor.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})
    url = re.match(r"/documents/\w+/", page.url)
    assert url, page.text
    house.work()
    return url[0]


def sign(house: House, visitor: Visitor, document: str) -> None:
    visitor.get(f"{document}signer")
    visitor.post(f"{document}signer", {"lu": "oui", "electronique": "oui", "nom": "Amina Haddad"})
    house.work()


def test_required_file_is_asked_for_when_finalising(porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin", "jointe": "oui"})
    page = porteur.get(f"{draft}/verifier")
    assert "La lettre – Ajoutez un fichier." in page.text


def test_document_names_its_files_and_keeps_them(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN), ("autre.pdf", OTHER))
    document = finalise(house, porteur, draft)
    page = porteur.get(f"{document}signer")
    assert page.links(rf"{document}pieces/[0-9a-f]+") == [f"{document}pieces/{digest(each)}" for each in (PLAN, OTHER)]
    words = " ".join(text_of(porteur.client.get(f"{document}fichier.pdf").data).split()).replace("\u00a0", " ")
    short = " ".join(digest(PLAN)[start : start + 4] for start in range(0, 16, 4))
    assert ("Annexes" in words, "plan.pdf (PDF" in words, f"SHA-256 : {short} …" in words) == (True, True, True)
    assert porteur.client.get(f"{document}pieces/{digest(PLAN)}").data == PLAN


def test_archive_gives_its_files_to_the_quality_department(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    sign(house, porteur, finalise(house, porteur, draft))
    quality = house.visitor("qualite")
    (archived,) = quality.get("/archives/").links(r"/archives/[a-z0-9]{20}")
    (url,) = quality.get(archived).links(r"/archives/\w+/pieces/[0-9a-f]{64}")
    assert (quality.client.get(url).data, porteur.client.get(url).status_code) == (PLAN, 403)


def test_files_that_the_document_does_not_name_are_deleted_at_the_freeze(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin", "jointe": "oui"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    bring(porteur, draft, ("autre.pdf", OTHER))
    remove_other = {"question": "plan", "fichier": digest(OTHER)}
    porteur.post(f"{draft}/parties/page/fichiers/retirer", remove_other)
    bring(porteur, draft, ("c.pdf", THIRD), path="lettre")
    porteur.answer(draft, "page", {"jointe": "non"})
    document = finalise(house, porteur, draft)
    clear(house)
    found = kept_blobs(house) & {digest(each) for each in (PLAN, OTHER, THIRD)}
    assert (found, stored(house)) == ({digest(PLAN)}, {digest(PLAN)})
    assert porteur.client.get(f"{document}pieces/{digest(OTHER)}").status_code == 404


def test_finalised_document_takes_and_loses_no_file(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    page = porteur.get(f"{draft}/parties/page/")
    rev = page.hidden("_rev")
    finalise(house, porteur, draft)
    late = {"_csrf": porteur.token, "_rev": rev, "plan": [(BytesIO(OTHER), "b.pdf")]}
    brought = porteur.client.post(f"{draft}/parties/page/", data=late)
    removed = porteur.post(f"{draft}/parties/page/fichiers/retirer", {"question": "plan", "fichier": digest(PLAN)})
    assert (brought.status_code, removed.status, digest(OTHER) in kept_blobs(house)) == (409, 409, False)


def test_reserved_file_is_for_its_readers_alone(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    patient = house.visitor("patient_partenaire")
    let_in(porteur, draft, patient, "patient_partenaire")
    bring(patient, draft, ("secret.pdf", PLAN), path="secret", section="suite")
    url = f"{draft}/fichiers/{digest(PLAN)}"
    assert [each.client.get(url).status_code for each in (porteur, patient)] == [404, 200]
    forged = bring(porteur, draft, ("b.pdf", OTHER), path="secret", section="suite")
    assert (forged.status, digest(OTHER) in kept_blobs(house)) == (422, False)
    document = finalise(house, porteur, draft)
    clear(house)
    url = f"{document}pieces/{digest(PLAN)}"
    assert [each.client.get(url).status_code for each in (porteur, patient)] == [404, 200]
    assert "secret.pdf" not in porteur.get(f"{document}signer").text


def test_deleted_draft_leaves_no_file(house, porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    then = months_after(now(), -13)
    with open_session(house.settings.database_url) as session:
        with writing(session):
            mine = draft_table.c.id == draft.rpartition("/")[2]
            session.execute(update(draft_table).where(mine).values(updated_at=then, active_at=then))
        assert expire_once(workshop(house.settings, session).desk, Keeping(11, 12)) is True
    assert (stored(house), kept_blobs(house)) == (set(), {digest(PLAN)})
    assert (clear(house), kept_blobs(house)) == (1, set())
    with open_session(house.settings.database_url) as session, reading(session):
        assert session.execute(select(file_clearing)).all() == []


def test_copy_of_a_draft_has_no_file_of_it(porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    copy = porteur.post(f"{draft}/dupliquer", {}).url
    assert (shown(porteur, copy), 'value="Le jardin"' in porteur.get(f"{copy}/parties/page/").text) == ([], True)


def test_session_that_ended_keeps_the_words_and_says_that_the_file_is_lost(porteur, draft):
    page = porteur.get(f"{draft}/parties/page/")
    data = {
        "_csrf": porteur.token,
        "_rev": page.hidden("_rev"),
        "_who": page.hidden("_who"),
        "objet": "Le jardin",
        "plan": (BytesIO(PLAN), "plan.pdf"),
    }
    porteur.client.delete_cookie("session")
    answer = Page(porteur.client.post(f"{draft}/parties/page/", data=data, follow_redirects=True))
    assert "choisissez-le de nouveau ensuite" in answer.text


def test_other_answers_of_the_page_are_merged_as_if_no_file_had_come(porteur, draft):
    url = f"{draft}/parties/page/"
    rev = porteur.get(url).hidden("_rev")
    bring(porteur, draft, ("plan.pdf", PLAN), htmx=True)
    reply = porteur.autosave(url, rev, {"objet": "Le jardin"})
    assert (reply.status, re.fullmatch(r"\d+", reply.hidden("_rev")) is not None) == (200, True)


def test_frozen_answers_name_the_files(house, porteur, draft):
    porteur.answer(draft, "page", {"objet": "Le jardin"})
    bring(porteur, draft, ("plan.pdf", PLAN))
    document = finalise(house, porteur, draft)
    attached = read_attachments(porteur.client.get(f"{document}fichier.pdf").data)
    answers = json.loads(attached["reponses.json"])["answers"]
    assert answers["plan"] == [f"sha256:{digest(PLAN)} {len(PLAN)} application/pdf plan.pdf"]


def test_files_are_read_from_the_page_that_reads_all_again(porteur, draft):
    bring(porteur, draft, ("plan.pdf", PLAN))
    url = f"{draft}/fichiers/{digest(PLAN)}"
    assert porteur.get(f"{draft}/verifier").links(f"{draft}/fichiers/.*?") == [url]
