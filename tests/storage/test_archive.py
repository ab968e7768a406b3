from dataclasses import replace
from datetime import timedelta

import pytest

from questionnaire.access import Perimeter
from questionnaire.lifecycle import GENESIS, State
from questionnaire.storage import archive, drafts, submissions
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.errors import AlreadyMade, NotFound
from questionnaire.storage.records import RegisterFault
from questionnaire.storage.register import verify_register
from questionnaire.storage.tables.archive import archived_document, counter, register_entry
from questionnaire.storage.transaction import writing
from tests.storage.world import NOW, PORTEUR, a_document, a_draft, a_submission

CONTENTS = [b"%PDF one", b"%PDF two", b"%PDF three"]


@pytest.fixture
def blobs(tmp_path):
    return FolderBlobs(tmp_path / "blobs")


@pytest.fixture
def documents(session, world, blobs):
    """Three documents in the register of the first hospital."""
    made = []
    for rank, content in enumerate(CONTENTS, start=1):
        with writing(session):
            drafts.add(session, world.here, a_draft(f"d{rank}"))
            submission = a_submission(world, PORTEUR, id_=f"s{rank}", reference=f"R{rank}")
            submissions.add(session, world.here, replace(submission, draft_id=f"d{rank}"))
        sha256 = blobs.put(f"s{rank}", content)
        document = a_document(f"doc{rank}", sha256, len(content), f"s{rank}")
        made.append(replace(document, reference=f"R{rank}", archived_at=NOW + timedelta(hours=rank)))
        with writing(session, durable=True):
            archive.add(session, world.here, made[-1])
    return made


def _change(session, statement):
    with writing(session):
        session.execute(statement)


def _faults(session, blobs, perimeter):
    faults = verify_register(session, blobs, perimeter)
    session.commit()
    return [(fault.sequence, fault.document_id, fault.kind) for fault in faults]


def test_documents_are_listed_latest_first(session, world, documents):
    assert archive.listing(session, world.here) == tuple(reversed(documents))
    assert archive.listing(session, world.here, limit=1, offset=1) == (documents[1],)


def test_document_is_found_by_id_and_by_hash(session, world, documents):
    assert archive.get(session, world.here, "doc2") == documents[1]
    assert archive.by_sha256(session, world.here, documents[2].sha256) == documents[2]
    assert archive.by_sha256(session, world.here, "0" * 64) is None


def test_archiving_makes_the_submission_signed(session, world, documents):
    head = submissions.head(session, world.here, "s1", "ana")
    assert (head.state, head.archived_id) == (State.SIGNE, documents[0].id)


def test_document_without_signature_stays_finished(session, world):
    with writing(session):
        submissions.add(session, world.here, a_submission(world))
        archive.add(session, world.here, a_document("doc", "0" * 64, 1))
    assert submissions.head(session, world.here, "sub", "ana").state is State.FINALISE


def test_submission_is_archived_once(session, world, documents, blobs):
    with pytest.raises(AlreadyMade), writing(session):
        archive.add(session, world.here, replace(documents[0], id="again"))
    assert _faults(session, blobs, world.here) == []
    assert len(archive.listing(session, world.here)) == 3


def test_links_follow_each_other(session, world):
    links = []
    for rank in (1, 2):
        with writing(session):
            drafts.add(session, world.here, a_draft(f"d{rank}"))
            submission = a_submission(world, id_=f"s{rank}", reference=f"R{rank}")
            submissions.add(session, world.here, replace(submission, draft_id=f"d{rank}"))
            links.append(archive.add(session, world.here, a_document(f"doc{rank}", "0" * 64, 1, f"s{rank}")))
    assert [(link.sequence, link.previous) for link in links] == [(1, GENESIS), (2, links[0].hash)]


@pytest.mark.usefixtures("documents")
def test_register_in_order_has_no_fault(session, world, blobs):
    assert _faults(session, blobs, world.whole) == []


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    "change",
    [{"title": "Autre"}, {"reference": "R9"}, {"sha256": "0" * 64}, {"size": 1}, {"archived_at": NOW}],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_document_breaks_the_chain_at_its_entry(session, world, blobs, change):
    _change(session, archived_document.update().where(archived_document.c.id == "doc2").values(**change))
    assert (2, "doc2", "chain") in _faults(session, blobs, world.here)


@pytest.mark.usefixtures("documents")
def test_the_projection_may_be_made_again(session, world, blobs):
    _change(session, archived_document.update().values(projection='{"domaine":"soins"}'))
    assert _faults(session, blobs, world.here) == []


@pytest.mark.usefixtures("documents")
def test_a_removed_entry_is_found(session, world, blobs):
    _change(session, register_entry.delete().where(register_entry.c.sequence == 2))
    assert _faults(session, blobs, world.here) == [(2, None, "chain"), (0, "doc2", "chain")]


@pytest.mark.usefixtures("documents")
def test_a_register_cut_short_is_found(session, world, blobs):
    _change(session, register_entry.delete().where(register_entry.c.sequence == 3))
    _change(session, archived_document.delete().where(archived_document.c.id == "doc3"))
    assert _faults(session, blobs, world.here) == [(3, None, "chain")]


@pytest.mark.usefixtures("documents")
def test_an_emptied_register_is_found(session, world, blobs):
    _change(session, register_entry.delete())
    _change(session, archived_document.delete())
    assert _faults(session, blobs, world.here) == [(1, None, "chain")]


@pytest.mark.usefixtures("documents")
def test_a_register_replaced_with_its_counter_leaves_unregistered_documents(session, world, blobs):
    _change(session, register_entry.delete())
    _change(session, counter.delete())
    assert _faults(session, blobs, world.here) == [(0, f"doc{rank}", "chain") for rank in (1, 2, 3)]


@pytest.mark.usefixtures("documents")
def test_an_eliminated_document_leaves_a_chain_that_verifies(session, world, blobs):
    _change(session, archived_document.delete().where(archived_document.c.id == "doc2"))
    _change(session, register_entry.update().where(register_entry.c.sequence == 2).values(salt=None))
    assert _faults(session, blobs, world.here) == []


@pytest.mark.usefixtures("documents")
def test_a_document_removed_without_elimination_is_found(session, world, blobs):
    _change(session, archived_document.delete().where(archived_document.c.id == "doc2"))
    assert _faults(session, blobs, world.here) == [(2, "doc2", "chain")]


def test_a_missing_file_is_found(session, world, blobs, documents):
    blobs.delete("s1", documents[0].sha256)
    assert verify_register(session, blobs, world.here) == (
        RegisterFault("a", 1, "doc1", "missing", "Le fichier de R1 manque."),
    )


def test_an_altered_file_is_found(session, world, blobs, documents, tmp_path):
    path = tmp_path / "blobs" / "s3" / "s3" / documents[2].sha256
    path.chmod(0o600)
    path.write_bytes(b"%PDF thr33")
    assert _faults(session, blobs, world.here) == [(3, "doc3", "altered")]


@pytest.mark.usefixtures("documents")
def test_registers_are_verified_within_the_perimeter(session, world, blobs):
    _change(session, register_entry.update().values(hash="0" * 64))
    assert _faults(session, blobs, world.there) == []
    assert _faults(session, blobs, Perimeter(frozenset())) == []


def test_nothing_is_archived_from_elsewhere(session, world):
    with pytest.raises(NotFound):
        archive.add(session, world.there, a_document("doc", "0" * 64, 1))
