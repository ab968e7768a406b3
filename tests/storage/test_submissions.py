from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from questionnaire.access import Role
from questionnaire.lifecycle import (
    AlreadySigned,
    Archive,
    Draw,
    MakeRevision,
    Progress,
    Revision,
    RevisionKind,
    Seal,
    State,
    sign,
)
from questionnaire.storage import acts, archive, drafts, revisions, submissions
from questionnaire.storage.errors import AlreadyMade, NotFound
from questionnaire.storage.records import ActTrace, SubmissionHead
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted
from tests.storage.world import (
    ANA,
    COPILOTE,
    LUC,
    NOW,
    PORTEUR,
    a_document,
    a_draft,
    a_submission,
    an_act,
)

TRACE = ActTrace("192.0.2.7", "Firefox")
HEAD = SubmissionHead(
    id="sub",
    organisation_id="a",
    project_id="project",
    draft_id="draft",
    form="fiche_projet",
    title="Bien vivre",
    reference="FP-2026-0001",
    state=State.A_SIGNER,
    frozen_at=NOW,
    archived_id=None,
    role=Role.COPILOTE,
    frozen_by="ana",
    digest="d" * 64,
)


def _revision(position, kind, act_id=None):
    return Revision(position, kind, act_id, f"{position:064}", 1000, NOW + timedelta(minutes=position))


@pytest.fixture
def frozen(session, world):
    submission = a_submission(world, PORTEUR, COPILOTE)
    with writing(session):
        submissions.add(session, world.here, submission)
    return submission


def _do(session, function, *arguments):
    with writing(session):
        function(session, *arguments)


def test_submission_comes_back_as_it_was_frozen(session, world, frozen):
    assert submissions.get(session, world.here, "sub") == frozen


def test_submission_comes_back_with_its_acts(session, world, frozen):
    act = an_act(PORTEUR)
    _do(session, acts.add, world.here, "sub", act, TRACE)
    submission, progress = submissions.load(session, world.here, "sub")
    assert submission == sign(frozen, act)
    assert progress == Progress((PORTEUR, COPILOTE), (act,), (), archived=False)


def test_submission_without_circuit_is_finished(session, world):
    _do(session, submissions.add, world.here, a_submission(world))
    assert submissions.get(session, world.here, "sub").steps == ()
    assert submissions.head(session, world.here, "sub", "ana").state is State.FINALISE


@pytest.mark.usefixtures("frozen")
def test_draft_knows_its_submission(session, world):
    assert submissions.of_draft(session, world.here, "draft") == "sub"
    assert submissions.of_draft(session, world.here, "other") is None


@pytest.mark.usefixtures("frozen")
def test_submission_is_found_by_its_reference(session, world):
    assert submissions.called(session, world.whole, "FP-2026-0001") == ("sub",)
    assert submissions.called(session, world.whole, "FP-2026-0002") == ()


@pytest.mark.usefixtures("frozen")
def test_draft_is_frozen_once(session, world):
    again = a_submission(world, id_="again", reference="FP-2026-0002")
    with pytest.raises(IntegrityError):
        _do(session, submissions.add, world.here, again)


@pytest.mark.usefixtures("frozen")
def test_reference_is_given_once_in_an_organisation(session, world):
    _do(session, drafts.add, world.here, a_draft("second"))
    twin = replace(a_submission(world, id_="twin"), draft_id="second")
    with pytest.raises(IntegrityError):
        _do(session, submissions.add, world.here, twin)


@pytest.mark.usefixtures("frozen")
def test_heads_give_the_role_of_the_person_who_asks(session, world):
    assert submissions.head(session, world.here, "sub", "luc") == HEAD
    assert submissions.of_project(session, world.here, "project", "luc") == (HEAD,)
    assert submissions.of_person(session, world.here, "luc") == (HEAD,)
    assert submissions.of_person(session, world.whole, "eve") == ()


@pytest.mark.usefixtures("frozen")
def test_head_takes_one_statement(session, world, engine):
    with reading(session), counted(engine) as statements:
        submissions.of_person(session, world.here, "luc")
    assert len(statements) == 1


@pytest.mark.usefixtures("frozen")
def test_step_is_signed_once(session, world):
    _do(session, acts.add, world.here, "sub", an_act(PORTEUR), TRACE)
    with pytest.raises(AlreadySigned):
        _do(session, acts.add, world.here, "sub", an_act(PORTEUR, LUC, "act2"), TRACE)
    assert submissions.get(session, world.here, "sub").acts == (an_act(PORTEUR),)


@pytest.mark.usefixtures("frozen")
def test_trace_of_an_act_stands_apart(session, world):
    _do(session, acts.add, world.here, "sub", an_act(PORTEUR), TRACE)
    assert acts.trace_of(session, world.here, "act") == TRACE


@pytest.mark.usefixtures("frozen")
def test_revisions_come_in_the_order_made(session, world):
    _do(session, acts.add, world.here, "sub", an_act(PORTEUR), TRACE)
    made = (_revision(1, RevisionKind.DRAWN), _revision(2, RevisionKind.SIGNATURE, "act"))
    for revision in reversed(made):
        _do(session, revisions.add, world.here, "sub", revision)
    assert revisions.of_submission(session, world.here, "sub") == made


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("again", [_revision(2, RevisionKind.SEAL), _revision(3, RevisionKind.SIGNATURE, "act")])
def test_a_place_and_an_act_have_one_revision(session, world, again):
    _do(session, acts.add, world.here, "sub", an_act(PORTEUR), TRACE)
    _do(session, revisions.add, world.here, "sub", _revision(2, RevisionKind.SIGNATURE, "act"))
    with pytest.raises(AlreadyMade):
        _do(session, revisions.add, world.here, "sub", again)


@pytest.mark.usefixtures("frozen")
def test_work_follows_what_is_stored(session, world):
    here = world.here
    first, second = an_act(PORTEUR), replace(an_act(COPILOTE, LUC, "act2"), at=NOW + timedelta(hours=1))
    sealed = _revision(4, RevisionKind.SEAL)
    seen = [submissions.to_do(session, here)]
    for function, *arguments in (
        (revisions.add, here, "sub", _revision(1, RevisionKind.DRAWN)),
        (acts.add, here, "sub", first, TRACE),
        (revisions.add, here, "sub", _revision(2, RevisionKind.SIGNATURE, "act")),
        (acts.add, here, "sub", second, TRACE),
        (revisions.add, here, "sub", _revision(3, RevisionKind.SIGNATURE, "act2")),
        (revisions.add, here, "sub", sealed),
        (archive.add, here, a_document("doc", sealed.sha256, sealed.size)),
    ):
        _do(session, function, *arguments)
        seen.append(submissions.to_do(session, here))
    works = [Draw(), None, MakeRevision(first), None, MakeRevision(second), Seal(), Archive(), None]
    assert seen == [(("sub", work),) if work else () for work in works]
    assert submissions.load(session, here, "sub")[1].archived is True


@pytest.mark.parametrize("number", [1, 4])
def test_work_takes_four_statements(session, world, engine, number):
    with writing(session):
        for rank in range(number):
            drafts.add(session, world.here, a_draft(f"d{rank}"))
            twin = a_submission(world, PORTEUR, id_=f"s{rank}", reference=f"R{rank}")
            submissions.add(session, world.here, replace(twin, draft_id=f"d{rank}"))
    with reading(session), counted(engine) as statements:
        assert len(submissions.to_do(session, world.here)) == number
    assert len(statements) == 4


def test_nothing_is_signed_or_made_from_elsewhere(session, world, frozen):
    with pytest.raises(NotFound):
        acts.add(session, world.there, "sub", an_act(PORTEUR, ANA), TRACE)
    with pytest.raises(NotFound):
        revisions.add(session, world.there, "sub", _revision(1, RevisionKind.DRAWN))
    with pytest.raises(NotFound):
        submissions.add(session, world.there, frozen)
