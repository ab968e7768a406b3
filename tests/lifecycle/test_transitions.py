import pytest

from questionnaire.lifecycle import (
    AlreadyFinalised,
    ArchivedDocument,
    Freeze,
    NotComplete,
    RevisionKind,
    SignedDocument,
    State,
    WrongPerson,
    archive,
    close,
    finalise,
    sign,
)
from tests.lifecycle.building import DRAWN, FORM, NOW, PORTEUR, a_draft, a_revision, a_submission, an_act

ACT = an_act(PORTEUR)
SHOWN = a_revision(2, RevisionKind.SIGNATURE, ACT)
SEALED = a_revision(3, RevisionKind.SEAL)


def test_finalise_keeps_what_the_draft_was():
    submission = a_submission(PORTEUR)
    assert (submission.draft_id, submission.organisation_id, submission.form) == ("draft", "a", FORM)
    assert (submission.reference, submission.frozen_at, submission.frozen_by) == ("FP-2026-0001", NOW, "ana")


def test_finalise_refuses_a_draft_twice():
    freeze = Freeze("sub", "Titre", "FP-2026-0001", "CODE", "{}", "{}", NOW, "ana")
    with pytest.raises(AlreadyFinalised):
        finalise(a_draft(finalised_at=NOW), freeze, ())


def test_state_depends_on_the_circuit():
    assert a_submission(PORTEUR).state is State.A_SIGNER
    assert a_submission().state is State.FINALISE


def test_states_have_their_french_words():
    assert [state.label for state in State] == ["À signer", "Finalisé", "Signé"]


def test_sign_adds_the_act():
    assert sign(a_submission(PORTEUR), ACT).acts == (ACT,)


def test_sign_refuses_what_the_circuit_does_not_await():
    with pytest.raises(WrongPerson):
        sign(a_submission(PORTEUR), an_act(PORTEUR, role="copilote"))


def test_close_takes_the_seal_as_the_document():
    submission = sign(a_submission(PORTEUR), ACT)
    assert close(submission, (DRAWN, SHOWN, SEALED)) == SignedDocument(submission, SEALED)


@pytest.mark.parametrize(
    "submission,revisions",
    [
        (a_submission(PORTEUR), (DRAWN, SEALED)),
        (sign(a_submission(PORTEUR), ACT), ()),
        (sign(a_submission(PORTEUR), ACT), (DRAWN, SHOWN)),
        (sign(a_submission(PORTEUR), ACT), (DRAWN, SEALED)),
    ],
    ids=["not signed", "no file", "not sealed", "act not shown"],
)
def test_close_refuses_an_unfinished_document(submission, revisions):
    with pytest.raises(NotComplete):
        close(submission, revisions)


def test_archive_names_the_sealed_file():
    signed = close(a_submission(), (DRAWN, SEALED))
    assert archive(signed, "doc", NOW, "{}") == ArchivedDocument(
        id="doc",
        organisation_id="a",
        submission_id="sub",
        sha256=SEALED.sha256,
        size=SEALED.size,
        form="fiche_projet",
        title="Titre",
        reference="FP-2026-0001",
        archived_at=NOW,
        projection="{}",
    )
