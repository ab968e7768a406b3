"""Nothing of an organisation is seen or touched from another: every function is tried from outside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from inspect import getmembers, isfunction, signature

import pytest

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.access.claims import RoleChanges
from questionnaire.access.deeds import Deed, DeedKind
from questionnaire.filling import Change
from questionnaire.lifecycle import EventKind, FormRef, Revision, RevisionKind
from questionnaire.spec.values import FileRef
from questionnaire.storage import (
    accounts,
    acts,
    answers,
    archive,
    assignments,
    assistance,
    authors,
    blanks,
    comments,
    consents,
    copies,
    counters,
    deeds,
    drafts,
    expiring,
    extracts,
    failures,
    files,
    gathering,
    handovers,
    identities,
    invitations,
    journal,
    manuscripts,
    marks,
    mergeable,
    merging,
    moving,
    named_files,
    notices,
    organisations,
    outbox,
    own,
    parts,
    people,
    persons,
    presences,
    projects,
    provided_roles,
    publications,
    queued,
    recipients,
    register,
    register_lines,
    rekeying,
    reserved,
    revisions,
    submissions,
    surveys,
    trial_copies,
    upheld,
)
from questionnaire.storage.accounts import NewAccount
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.deeds import Sought
from questionnaire.storage.errors import NotFound, StaleRevision
from questionnaire.storage.extracts import Sought as Extracted
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.storage.marks import Marks
from questionnaire.storage.merging import Pair
from questionnaire.storage.moving import Target
from questionnaire.storage.named_files import NamedFiles
from questionnaire.storage.notices import Entered
from questionnaire.storage.organisations import OrganisationRecord
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.parts import Parts
from questionnaire.storage.persons import SoughtPeople
from questionnaire.storage.publications import Publication
from questionnaire.storage.queued import Tally
from questionnaire.storage.records import ActTrace, Project
from questionnaire.storage.register_lines import Line, Made
from questionnaire.storage.reserved import ReservedAnswer
from questionnaire.storage.surveys import Survey
from questionnaire.storage.tables.drafts import left_version
from questionnaire.storage.transaction import writing
from tests.storage.world import LUC, NOW, PORTEUR, a_document, a_draft, a_submission, an_act, open_account

REPOSITORIES = [
    *(
        accounts,
        acts,
        answers,
        archive,
        counters,
        drafts,
        journal,
        moving,
        parts,
        people,
        projects,
        register,
        revisions,
    ),
    *(invitations, manuscripts, presences, publications, submissions, reserved, surveys, upheld),
    *(assignments, assistance, authors, blanks, comments, consents, deeds, expiring, files, marks, organisations),
    *(extracts, handovers, persons, identities, provided_roles, mergeable, merging, named_files, queued),
    *(copies, failures, gathering, notices, outbox, own, recipients, register_lines, rekeying, trial_copies),
]
CHANGE = Change("titre", None, "x")
DRAWN = Revision(1, RevisionKind.DRAWN, None, "0" * 64, 1, NOW)
AN_INVITATION = Invitation("e" * 64, "a", "project", "X", Role.COPILOTE, "ana", NOW, NOW + timedelta(days=1))
A_DEED = Deed("a", 0, NOW, DeedKind.SIGNED, "sub", "ana", "Ana Bellec", "X")
SSO = "https://sso.example"
AN_IDENTITY = identities.Identity(SSO, "1234", opened=False, since=NOW, last_at=NOW)
GIVEN = frozenset({("a", Role.QUALITE)})
NO_CHANGE = RoleChanges(frozenset(), frozenset(), frozenset())
A_BLANK = blanks.Blank("a", "0" * 64, "{}")
A_TRIAL = trial_copies.TrialCopy("manuscript", "a", "form: x", "{}", NOW)
A_DRAWN_TRIAL = replace(A_TRIAL, manuscript_id="drawn")
A_DRAWN_BLANK = replace(A_BLANK, digest="1" * 64)
A_LINE = Line(
    submission_id="sub", organisation_id="a", project_id="project", document_id=None, form="fiche_projet", version="1",
    access="fiche_projet", reference="FP-2026-0001", title="X", project="X", people="", state="a_signer", at=NOW,
)  # fmt: skip
A_COPY = copies.DataCopy("ana", "a", frozenset("a"), NOW)
A_SETBACK = failures.Setback(1, "X", NOW, NOW)
A_FILE = FileRef("e" * 64, "plan.pdf", 12, "application/pdf")
HERE = Organisation("a", "group", OrganisationKind.ETABLISSEMENT, "X", "sanitaire", "Europe/Paris")
A_LETTER = OutboxLetter(
    "x", "a", "key", "ana", "comment", "a@demo.example", "Ana", "X", "X", "X", secret=True, created_at=NOW, next_try=NOW
)
A_KEPT_LETTER = replace(A_LETTER, id="letter", key="kept", over_at=NOW)
A_SENT_LETTER = replace(A_LETTER, id="sent", key="sent", state=LetterState.SENT)
A_GATHERED_LETTER = replace(
    A_LETTER, id="gathered", key="gathered", person_id="ana", secret=False, state=LetterState.GATHERED
)
A_SENT_LETTER = replace(A_LETTER, id="sent", key="sent", state=LetterState.SENT, sent_at=NOW)
A_MANUSCRIPT = Manuscript("new", "a", "form: x\n", 1, NOW, NOW)
A_PUBLICATION = Publication("new", "a", "fiche_projet", "1", "d" * 64, NOW)
AN_ENTRY = Entered("eve", "a", NOW, "admin")
NOWHERE = object()
"""Stands for NotFound or StaleRevision in the table below."""

CALLS = {
    "accounts.id_of_person": (("ana",), NOWHERE),
    "accounts.open_account": ((NewAccount("ana", "x@demo.example", "hash", "unique"),), NOWHERE),
    "acts.add": (("sub", an_act(PORTEUR, id_="x"), ActTrace(None, None)), NOWHERE),
    "acts.trace_of": (("act",), NOWHERE),
    "assignments.give": (("draft", "page", "eve", NOW), NOWHERE),
    "assignments.holder": (("draft", "page"), None),
    "assignments.release": (("draft", "page"), False),
    "assistance.add": (("draft", "X", ("lecture",)), NOWHERE),
    "assistance.count": (("draft",), 0),
    "assistance.of_draft": (("draft",), ()),
    "assistance.remove": (("draft", "x"), NOWHERE),
    "authors.of_draft": (("draft",), ()),
    "comments.add": (("draft", "titre", "X"), NOWHERE),
    "comments.all_of": (("draft",), ()),
    "comments.count": (("draft",), 0),
    "comments.remove": (("draft", "x", "eve"), NOWHERE),
    "comments.reopen": (("draft", "titre"), False),
    "comments.settle": (("draft", "titre", "ana", NOW), False),
    "comments.thread": (("draft", "titre"), ()),
    "answers.all_of": (("draft",), ()),
    "answers.give": (("draft", ()), NOWHERE),
    "answers.history": (("draft", "titre"), ()),
    "answers.log": (("draft", 10), ()),
    "answers.save": (("draft", 1, [CHANGE]), NOWHERE),
    "answers.values_at": (("draft", 0, ["titre"]), {}),
    "consents.erase": (("draft", bool), NOWHERE),
    "consents.note": (("draft", ()), NOWHERE),
    "manuscripts.add": ((A_MANUSCRIPT,), NOWHERE),
    "manuscripts.change": (("manuscript", 1, "x", NOW), False),
    "manuscripts.delete": (("manuscript",), False),
    "manuscripts.get": (("manuscript",), NOWHERE),
    "manuscripts.listing": ((), ()),
    "publications.add": ((A_PUBLICATION,), NOWHERE),
    "publications.hold": (("a",), NOWHERE),
    "publications.get": (("publication",), NOWHERE),
    "publications.listing": ((), ()),
    "publications.withdraw": (("publication", NOW), False),
    "surveys.add": ((Survey("x", "a", "fiche_projet", "d" * 64, NOW.date()),), NOWHERE),
    "surveys.answers_of": (("survey",), NOWHERE),
    "surveys.close": (("survey", NOW.date()), False),
    "surveys.get": (("survey",), NOWHERE),
    "surveys.listing": ((), ()),
    "surveys.number": (("survey",), NOWHERE),
    "archive.add": ((a_document("x", "0" * 64, 1),), NOWHERE),
    "archive.by_sha256": (("f" * 64,), None),
    "archive.get": (("doc",), NOWHERE),
    "archive.listing": ((), ()),
    "extracts.forms": ((), ()),
    "extracts.number": ((Extracted("fiche_projet"),), 0),
    "extracts.rows": ((Extracted("fiche_projet"),), ()),
    "trial_copies.ask": ((A_TRIAL,), NOWHERE),
    "trial_copies.drawn": (("drawn", NOW), None),
    "trial_copies.forget": ((NOW + timedelta(days=9),), False),
    "trial_copies.forget_one": (("manuscript",), False),
    "trial_copies.is_asked": (("manuscript", NOW), False),
    "trial_copies.made": ((A_TRIAL, b"%PDF-"), False),
    "trial_copies.waiting": ((), None),
    "blanks.ask": ((A_BLANK, NOW), NOWHERE),
    "blanks.kept": ((A_DRAWN_BLANK,), None),
    "blanks.made": ((A_BLANK, "0" * 64), False),
    "blanks.waiting": ((), None),
    "copies.ask": ((A_COPY,), NOWHERE),
    "copies.get": (("ana",), None),
    "copies.made": ((A_COPY, "0" * 64), False),
    "copies.over": ((NOW + timedelta(days=1),), None),
    "copies.remove": (("ana",), False),
    "copies.waiting": ((), None),
    "counters.next_number": (("a", "FP"), NOWHERE),
    "deeds.add": ((A_DEED,), NOWHERE),
    "deeds.erase": ((NOW + timedelta(days=1),), 0),
    "deeds.every": ((Sought(),), ()),
    "deeds.links": (("a",), ()),
    "deeds.search": ((Sought(), 10), ()),
    "drafts.add": ((a_draft("x"),), NOWHERE),
    "drafts.close": (("draft", 1, NOW), NOWHERE),
    "drafts.delete": (("draft",), NOWHERE),
    "drafts.head": (("draft", "ana"), NOWHERE),
    "drafts.touch": (("draft", NOW), NOWHERE),
    "expiring.expire": ((a_draft("begun"), NOW + timedelta(days=1), NOW), False),
    "expiring.next_due": ((NOW + timedelta(days=1),), None),
    "expiring.untouched": ((NOW + timedelta(days=1),), ()),
    "mergeable.everybody": ((), ()),
    "merging.merge": ((Pair("ana", "luc", "ana"), ()), NOWHERE),
    "merging.weigh": (("ana",), NOWHERE),
    "marks.last_places": (("ana",), {}),
    "marks.of_draft": (("draft", "ana"), Marks()),
    "marks.with_head": (("draft", "ana"), NOWHERE),
    "drafts.of_person": (("ana",), ()),
    "drafts.of_project": (("project", "ana"), ()),
    "failures.all_of": ((), ()),
    "failures.hasten": (("sub", NOW), False),
    "failures.note": (("sub", A_SETBACK), NOWHERE),
    "failures.settle": (("sub",), False),
    "files.add": (("draft", "plan", [A_FILE]), NOWHERE),
    "files.clear": (("begun", "a"), NOWHERE),
    "files.cleared": (("draft",), False),
    "files.keep_only": (("draft", ()), NOWHERE),
    "files.next_clearing": ((), None),
    "files.of_draft": (("draft",), ()),
    "gathering.people": ((), ()),
    "gathering.take": (("ana", NOW + timedelta(days=1)), ()),
    "handovers.carried": (("project", "ana"), NOWHERE),
    "handovers.give_draft": (("begun", "luc"), False),
    "handovers.give_parts": (("project", "ana", "luc"), 0),
    "handovers.leave": (("project", "luc"), NOWHERE),
    "handovers.set_roles": (("project", "luc", Role.COPILOTE, ()), NOWHERE),
    "identities.add": ((1, replace(AN_IDENTITY, subject="x")), NOWHERE),
    "identities.by_email": (("luc@demo.example",), None),
    "identities.by_id": ((1,), NOWHERE),
    "identities.known": ((SSO, "1234"), None),
    "invitations.add": ((AN_INVITATION,), NOWHERE),
    "invitations.get": (("f" * 64,), NOWHERE),
    "invitations.revoke": (("project", "f" * 64), False),
    "invitations.remind": (("f" * 64, "a" * 64), False),
    "invitations.unused": ((NOW - timedelta(days=99), NOW + timedelta(days=99)), ()),
    "invitations.use": (("f" * 64, "eve", NOW), False),
    "invitations.waiting": (("project", NOW), ()),
    "journal.read": (("draft",), ()),
    "journal.write": (("draft", EventKind.DRAWN, NOW), NOWHERE),
    "moving.left": (("draft",), ()),
    "moving.move": (("draft", Target(FormRef("demo", "2", "d" * 64), "d" * 64, 1), [CHANGE]), NOWHERE),
    "named_files.named_files": ((), NamedFiles()),
    "notices.add": ((AN_ENTRY,), NOWHERE),
    "notices.answered": (("ana",), NOWHERE),
    "notices.ask": (("ana", "effacement", "X", NOW), NOWHERE),
    "notices.find": (("ana",), None),
    "notices.follow": ((), False),
    "notices.listing": ((), ()),
    "notices.posted": (("luc", "key", None, NOW), False),
    "notices.to_tell": ((), ()),
    "notices.told": (("ana", NOW, None), NOWHERE),
    "organisations.change": ((OrganisationRecord(HERE),), NOWHERE),
    "organisations.lineage": (("a",), NOWHERE),
    "organisations.record": (("a",), NOWHERE),
    "organisations.set_archived": (("a", NOW), NOWHERE),
    "organisations.within": ((), ()),
    "outbox.add": ((A_LETTER,), NOWHERE),
    "outbox.again": ((A_KEPT_LETTER, "X", NOW), False),
    "outbox.clear": ((NOW + timedelta(days=1),), False),
    "outbox.failed": ((A_KEPT_LETTER, "X"), False),
    "outbox.forget_words": ((NOW,), False),
    "outbox.get": (("letter",), NOWHERE),
    "outbox.hold": (("X", NOW + timedelta(days=1)), False),
    "outbox.is_untidy": ((NOW, NOW), False),
    "outbox.last_to": (("ana", "a@demo.example"), None),
    "outbox.latest": ((9,), ()),
    "outbox.next_due": ((NOW,), None),
    "outbox.of_keys": ((["kept"],), {}),
    "outbox.sent": ((A_KEPT_LETTER, NOW), False),
    "outbox.take": ((A_KEPT_LETTER, NOW), False),
    "outbox.withdraw": (("kept",), False),
    "own.read": (("ana",), NOWHERE),
    "parts.parts_of": ((["sub"],), {"sub": Parts()}),
    "people.add_person": (("a", Person("x", "X", "Y")), NOWHERE),
    "people.email_of": (("ana",), NOWHERE),
    "people.get_organisation": (("a",), NOWHERE),
    "people.get_people": ((["ana"],), {}),
    "people.get_person": (("ana",), NOWHERE),
    "people.grant": (("eve", "a", Role.QUALITE), NOWHERE),
    "persons.close": (("luc", "x"), NOWHERE),
    "persons.get": (("ana",), NOWHERE),
    "persons.mobile_of": (("ana",), NOWHERE),
    "persons.set_mobile": (("ana", "+33612345678"), NOWHERE),
    "persons.listing": ((SoughtPeople("Bellec"),), ()),
    "persons.rename": ((Person("ana", "X", "Y"),), NOWHERE),
    "persons.reopen": (("luc",), NOWHERE),
    "persons.set_email": (("ana", "x@demo.example"), NOWHERE),
    "persons.withdraw": (("ana", "a", Role.PORTEUR_PROJET), False),
    "presences.call": (("draft", "eve", "a", NOW), NOWHERE),
    "presences.others": (("draft", "eve", NOW), ()),
    "projects.add": ((Project("x", "a", "X", NOW, "eve", None),), NOWHERE),
    "projects.addresses": (("project",), {}),
    "projects.get": (("project", "ana"), NOWHERE),
    "projects.join": (("project", "eve", Role.COPILOTE), NOWHERE),
    "projects.of_person": (("ana",), ()),
    "projects.rename": (("project", "X"), NOWHERE),
    "projects.team": (("project",), ()),
    "provided_roles.apply": (("ana", SSO, NO_CHANGE), NOWHERE),
    "provided_roles.held": (("ana",), frozenset()),
    "provided_roles.provided": (("ana", SSO), (frozenset(), frozenset())),
    "queued.trials": ((), Tally()),
    "queued.blanks": ((), Tally()),
    "queued.clearings": ((), 0),
    "queued.copies": ((), Tally()),
    "queued.letters": ((), {}),
    "recipients.recipients": ((["luc"], "comment"), ()),
    "register_lines.moulds": ((), ()),
    "register_lines.recast": (("a", "fiche_projet", "e" * 64), NOWHERE),
    "register_lines.to_make": ((NOW.date(),), None),
    "register_lines.touch_project": (("project",), False),
    "register_lines.write": ((Made(A_LINE, "x"), NOW.date()), NOWHERE),
    "register.verify_register": ((), ()),
    "rekeying.drafts": ((), ()),
    "rekeying.reseal_draft": (("draft", bool), NOWHERE),
    "rekeying.reseal_submission": (("sub",), NOWHERE),
    "rekeying.submissions": ((), ()),
    "reserved.add": (("sub", ()), NOWHERE),
    "reserved.erase": (("sub",), NOWHERE),
    "reserved.of_submission": (("sub",), ()),
    "revisions.add": (("sub", DRAWN), NOWHERE),
    "revisions.of_submission": (("sub",), NOWHERE),
    "submissions.add": (("a submission",), NOWHERE),
    "submissions.awaiting": ((), ()),
    "submissions.called": (("FP-2026-0001",), ()),
    "submissions.get": (("sub",), NOWHERE),
    "submissions.head": (("sub", "ana"), NOWHERE),
    "submissions.load": (("sub",), NOWHERE),
    "submissions.of_draft": (("draft",), None),
    "submissions.of_person": (("ana",), ()),
    "submissions.of_project": (("project", "ana"), ()),
    "submissions.to_do": ((), ()),
    "submissions.waiting_works": ((), ()),
    "upheld.keep": (("draft", {"titre": ("f" * 64, "X")}), NOWHERE),
    "upheld.of_draft": (("draft",), {}),
}


def _scoped():
    """The repository functions that take a perimeter."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": function
        for module in REPOSITORIES
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "perimeter" in signature(function).parameters
    }


@pytest.fixture
def full(session, world):
    """One row of everything in the first hospital."""
    submission = a_submission(world, PORTEUR)
    account_id = open_account(session, LUC)
    with writing(session):
        answers.save(session, world.here, "draft", 0, [CHANGE], person_id="ana", at=NOW)
        session.execute(left_version.insert().values(draft_id="draft", revision=1, digest="d" * 64, at=NOW))
        journal.write(session, world.here, "draft", EventKind.CREATED, NOW)
        submissions.add(session, world.here, submission)
        acts.add(session, world.here, "sub", an_act(PORTEUR), ActTrace("192.0.2.7", "Firefox"))
        archive.add(session, world.here, a_document("doc", "f" * 64, 1))
        register_lines.keep_mould(session, "a", "fiche_projet", "d" * 64)
        deeds.add(session, world.here, A_DEED)
        copies.ask(session, world.here, A_COPY)
        drafts.add(session, world.here, a_draft("begun"))
        assignments.give(session, world.here, "draft", "page", "ana", NOW)
        upheld.keep(session, world.here, "draft", {"titre": ("f" * 64, "X")}, person_id="ana", at=NOW)
        reserved.add(session, world.here, "sub", [ReservedAnswer("titre", "x", "ana")])
        assistance.add(session, world.here, "draft", "X", ("lecture",), person_id="ana", at=NOW)
        files.add(session, world.here, "draft", "plan", [A_FILE], person_id="ana", at=NOW)
        files.clear(session, world.here, "draft", "a")
        comments.add(session, world.here, "draft", "titre", "X", person_id="ana", at=NOW)
        presences.call(session, world.here, "draft", "ana", "a", NOW + timedelta(seconds=1))
        invitations.add(session, world.here, replace(AN_INVITATION, digest="f" * 64))
        identities.add(session, world.here, account_id, AN_IDENTITY)
        provided_roles.apply(session, world.here, "ana", SSO, RoleChanges(GIVEN, frozenset(), GIVEN))
        for each in (A_KEPT_LETTER, A_SENT_LETTER):
            outbox.add(session, world.here, each)
        outbox.add(session, world.here, A_GATHERED_LETTER)
        outbox.add(session, world.here, A_SENT_LETTER)
        for entered in ("ana", "luc"):
            notices.add(session, world.here, replace(AN_ENTRY, person_id=entered))
        notices.posted(session, world.here, "ana", "sent", None, NOW)
        failures.note(session, world.here, "sub", A_SETBACK)
        for copy in (A_BLANK, A_DRAWN_BLANK):
            blanks.ask(session, world.here, copy, NOW)
        blanks.made(session, world.here, A_DRAWN_BLANK, "f" * 64)
        manuscripts.add(session, world.here, replace(A_MANUSCRIPT, id="manuscript"))
        for tried in (A_TRIAL, A_DRAWN_TRIAL):
            trial_copies.ask(session, world.here, tried)
        trial_copies.made(session, world.here, A_DRAWN_TRIAL, b"%PDF-")
        publications.add(session, world.here, replace(A_PUBLICATION, id="publication"))
        surveys.add(session, world.here, Survey("survey", "a", "fiche_projet", "d" * 64, NOW.date()))
    return submission


SIGNED = {
    *("answers.give", "answers.save", "assistance.add", "comments.add", "files.add", "moving.move", "upheld.keep")
}
"""Functions that say who acts, and when."""


def _outcome(name, session, perimeter, full, tmp_path):
    """What a function gives under a perimeter, NOWHERE if it finds nothing. Nothing that it did stays."""
    arguments = [full if argument == "a submission" else argument for argument in CALLS[name][0]]
    signed = name in SIGNED
    keywords = {"person_id": "eve", "at": NOW} if signed else {}
    keywords |= {"sensitive": True} if name == "rekeying.reseal_submission" else {}
    blobs = [FolderBlobs(tmp_path)] if name == "register.verify_register" else []
    try:
        outcome = _scoped()[name](session, *blobs, perimeter, *arguments, **keywords)
        if isinstance(outcome, Iterator):
            return tuple(outcome)
        # The other organisation sees itself, and those whom it knows.
        own = {"organisations.within": "b", "mergeable.everybody": "eve"}.get(name)
        return outcome if own is None else tuple(each for each in outcome if each.id != own)
    except (NotFound, StaleRevision):
        return NOWHERE
    finally:
        session.rollback()


def test_every_repository_function_is_tried():
    assert sorted(_scoped()) == sorted(CALLS)


@pytest.mark.parametrize("outside", [Perimeter(frozenset({"b"})), Perimeter(frozenset())], ids=["b", "none"])
def test_from_elsewhere_there_is_nothing(session, full, tmp_path, outside):
    outcomes = {name: _outcome(name, session, outside, full, tmp_path) for name in CALLS}
    assert outcomes == {name: nothing for name, (_, nothing) in CALLS.items()}


def test_from_inside_there_is_something(session, world, full, tmp_path):
    # Without this the test above would pass on an empty database.
    reads = [name for name, (_, nothing) in CALLS.items() if nothing is not NOWHERE]
    empty = [name for name in reads if _outcome(name, session, world.here, full, tmp_path) == CALLS[name][1]]
    # The only document is archived: it has no work left, and waits for nobody.
    assert empty == ["submissions.awaiting", "submissions.to_do", "submissions.waiting_works"]
