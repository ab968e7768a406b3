"""What is stored of a person, part by part: the columns that name them, and the statement that reads their own rows.

Every table stands here or in LEFT_OUT with its reason: a test walks the tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Column, ColumnElement, FromClause, Select, bindparam, case, func, or_, select

from questionnaire.storage.scope import inside
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.answers import answer, answer_change
from questionnaire.storage.tables.apart import reserved_answer, upheld
from questionnaire.storage.tables.browsers import known_browser
from questionnaire.storage.tables.codes import sign_in_code
from questionnaire.storage.tables.consents import consent
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.deeds import deed, deed_detail
from questionnaire.storage.tables.documents import act, act_trace, circuit_step, submission
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.files import joined_file
from questionnaire.storage.tables.identities import identity, provided_role
from questionnaire.storage.tables.invitations import invitation
from questionnaire.storage.tables.journal import journal_event
from questionnaire.storage.tables.kept import kept_post
from questionnaire.storage.tables.letters import letter, mail_pace, unwanted_mail
from questionnaire.storage.tables.notices import entered_person
from questionnaire.storage.tables.organisations import membership, organisation, person
from questionnaire.storage.tables.passkeys import passkey
from questionnaire.storage.tables.presence import presence
from questionnaire.storage.tables.projects import project, project_member
from questionnaire.storage.tables.second_step import recovery_code
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.tables.together import assignment, assistance, comment


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of rows. ``by`` names the columns through which they name the person, as ``table.column``.

    ``statement`` takes ``person``, and ``address`` where letters are looked for; run it with ``bound(perimeter)``.
    """

    by: tuple[str, ...]
    statement: Select[Any]


_ME: BindParameter[str] = bindparam("person")
_MERGED = select(person.c.id).where(person.c.merged_into == _ME)
_ACCOUNT = select(account.c.id).where(account.c.person_id == _ME).scalar_subquery()
_ADDRESS: BindParameter[str] = bindparam("address")


def _by(column: Column[Any], *shown: ColumnElement[Any], within: FromClause | None = None) -> Part:
    """The rows in which a column is the person, or their account; ``within`` is what holds their organisation."""
    mine = column == _ACCOUNT if column.name == "account_id" else is_me(column)
    return _part(f"{column.table}.{column.name}", select(*shown).where(mine, *_inside(within)))


def is_me(column: Column[Any]) -> ColumnElement[bool]:
    """The condition that a column is the person, under whichever of the records that were merged into theirs."""
    if column.table is person:
        return column == _ME
    return or_(column == _ME, column.in_(_MERGED))


def _part(by: str, statement: Select[Any]) -> Part:
    return Part((by,), statement)


def _inside(within: FromClause | None) -> tuple[ColumnElement[bool], ...]:
    return () if within is None else (inside(within),)


def _of_draft(column: Column[Any], *shown: ColumnElement[Any]) -> Part:
    """Rows of drafts: which form and which project, then ``shown``."""
    about = (draft.c.id.label("dossier"), draft.c.form, draft.c.digest.label("form_digest"))
    part = _by(column, *about, project.c.title.label("project"), *shown)
    joined = part.statement.join_from(column.table, draft, draft.c.id == column.table.c.draft_id)
    return Part(part.by, joined.join(project, project.c.id == draft.c.project_id).where(inside(draft)))


def _of_document(column: Column[Any], *shown: ColumnElement[Any]) -> Part:
    """Rows of finalised documents: their title and reference, then ``shown``."""
    part = _by(column, submission.c.title, submission.c.reference, *shown)
    joined = part.statement.join_from(column.table, submission, submission.c.id == column.table.c.submission_id)
    return Part(part.by, joined.where(inside(submission)))


def _of_project(column: Column[Any], *shown: ColumnElement[Any]) -> Part:
    part = _by(column, project.c.title.label("project"), *shown, within=project)
    return Part(part.by, part.statement.join_from(column.table, project, project.c.id == column.table.c.project_id))


def _of_organisation(column: Column[Any], *shown: ColumnElement[Any]) -> Part:
    part = _by(column, organisation.c.name.label("organisation"), *shown)
    table = column.table
    return Part(part.by, part.statement.join_from(table, organisation, organisation.c.id == table.c.organisation_id))


_SAME_DEED = (deed_detail.c.organisation_id == deed.c.organisation_id) & (deed_detail.c.sequence == deed.c.sequence)
_WORDS = case((letter.c.secret, ""), else_=letter.c.text).label("text")
"""The words of a secret letter open a door: they are in no export."""

PARTS: Mapping[str, Part] = {
    "identity": _of_organisation(person.c.id, person.c.first_name, person.c.last_name, person.c.email, person.c.mobile),
    "former_records": _of_organisation(person.c.merged_into, person.c.first_name, person.c.last_name),
    "entered": _by(
        entered_person.c.person_id,
        *(entered_person.c.entered_at.label("at"), entered_person.c.entered_as.label("role")),
        *(entered_person.c.informed_at, entered_person.c.request_text.label("text")),
    ),
    "people_informed": _by(entered_person.c.informed_by, entered_person.c.informed_at.label("at")),
    "account": _by(account.c.person_id, account.c.email, account.c.active, account.c.create_datetime.label("since")),
    "ways_in": _by(identity.c.account_id, identity.c.issuer, identity.c.subject, identity.c.since, identity.c.last_at),
    "passkeys": _by(passkey.c.account_id, passkey.c.name, passkey.c.since, passkey.c.last_at),
    # How many are left: a code is of no use but to whoever has it on paper.
    "recovery_codes": _part(
        "recovery_code.account_id",
        select(func.count().label("left")).where(recovery_code.c.account_id == _ACCOUNT).having(func.count() > 0),
    ),
    "sessions": _by(
        session_opened.c.account_id,
        session_opened.c.since,
        session_opened.c.seen_at,
        session_opened.c.device,
        session_opened.c.shared,
    ),
    "known_browsers": _by(known_browser.c.account_id, known_browser.c.seen_at),
    "sign_in_codes": _by(sign_in_code.c.account_id, sign_in_code.c.expires_at),
    "roles": _of_organisation(membership.c.person_id, membership.c.role, membership.c.until),
    "provided_roles": _of_organisation(provided_role.c.person_id, provided_role.c.role, provided_role.c.issuer),
    "projects_begun": _by(
        project.c.created_by, project.c.title.label("project"), project.c.created_at.label("at"), within=project
    ),
    "data_copies": _by(data_copy.c.person_id, data_copy.c.asked_at, within=data_copy),
    "teams": _of_project(project_member.c.person_id, project_member.c.role, project_member.c.also),
    "invitations_made": _of_project(
        invitation.c.created_by, invitation.c.role, invitation.c.created_at.label("at"), invitation.c.expires_at
    ),
    "invitations_accepted": _of_project(
        invitation.c.accepted_by, invitation.c.role, invitation.c.accepted_at.label("at")
    ),
    "drafts": _by(
        draft.c.author_id,
        draft.c.id.label("dossier"),
        *(
            draft.c.form,
            draft.c.digest.label("form_digest"),
            draft.c.version,
            draft.c.created_at,
            draft.c.updated_at,
            draft.c.finalised_at,
        ),
        within=draft,
    ),
    "parts_given": _of_draft(assignment.c.person_id, assignment.c.section, assignment.c.at),
    "answers": _of_draft(answer.c.person_id, answer.c.path, answer.c.value, answer.c.at),
    # What stood before may be another's.
    "answer_changes": _of_draft(
        answer_change.c.person_id, answer_change.c.path, answer_change.c.after.label("value"), answer_change.c.at
    ),
    "consents": _of_draft(consent.c.person_id, consent.c.path, consent.c.text, consent.c.given, consent.c.at),
    "reasons": _of_draft(upheld.c.person_id, upheld.c.path, upheld.c.reason, upheld.c.at),
    "reserved_answers": _of_document(
        reserved_answer.c.person_id,
        submission.c.id.label("submission_id"),
        reserved_answer.c.path,
        reserved_answer.c.content,
    ),
    "files": _of_draft(
        joined_file.c.person_id, joined_file.c.path, joined_file.c.name, joined_file.c.size, joined_file.c.at
    ),
    "unsaved_pages": _of_draft(
        kept_post.c.account_id, kept_post.c.account_id, kept_post.c.section, kept_post.c.fields, kept_post.c.at
    ),
    "comments": _of_draft(comment.c.person_id, comment.c.path, comment.c.text, comment.c.at),
    # The words settled may be another's.
    "comments_settled": _of_draft(comment.c.resolved_by, comment.c.path, comment.c.resolved_at.label("at")),
    "help_received": _of_draft(assistance.c.person_id, assistance.c.name, assistance.c.means, assistance.c.at),
    "presences": _of_draft(presence.c.person_id, presence.c.section, presence.c.at),
    "documents_finalised": _by(
        submission.c.frozen_by,
        *(submission.c.title, submission.c.reference, submission.c.state, submission.c.frozen_at.label("at")),
        within=submission,
    ),
    "signatures_expected": _of_document(circuit_step.c.person_id, circuit_step.c.act, circuit_step.c.role),
    "signatures": _of_document(
        act.c.person_id, act.c.name, act.c.typed_name, act.c.role, act.c.method, act.c.consent, act.c.at
    ),
    "signature_traces": _part(
        "act_trace.act_id",
        select(submission.c.reference, act_trace.c.ip, act_trace.c.user_agent, act.c.at)
        .join(act, act.c.id == act_trace.c.act_id)
        .join(submission, submission.c.id == act.c.submission_id)
        .where(is_me(act.c.person_id), inside(submission)),
    ),
    "document_events": _of_draft(
        journal_event.c.person_id, journal_event.c.kind, journal_event.c.role, journal_event.c.at
    ),
    "letters": Part(
        ("letter.person_id",),
        select(letter.c.kind, letter.c.address, letter.c.subject, _WORDS, letter.c.state)
        .add_columns(letter.c.created_at.label("at"), letter.c.sent_at, letter.c.read_at)
        .where(or_(is_me(letter.c.person_id), (func.lower(letter.c.address) == _ADDRESS) & inside(letter))),
    ),
    "letters_not_wanted": _by(unwanted_mail.c.person_id, unwanted_mail.c.kind),
    "letters_pace": _by(mail_pace.c.person_id, mail_pace.c.pace),
    "acts": _part(
        "deed_detail.person_id",
        select(deed.c.kind, deed_detail.c.subject, deed_detail.c.details, deed.c.at)
        .join(deed_detail, _SAME_DEED)
        .where(is_me(deed_detail.c.person_id), inside(deed)),
    ),
    # Who did them, and in which words, is of those who did.
    "acts_on_them": _part(
        "deed_detail.subject_id",
        select(deed.c.kind, deed.c.at)
        .join(deed_detail, _SAME_DEED)
        .where(
            is_me(deed_detail.c.subject_id),
            or_(deed_detail.c.person_id.is_(None), ~is_me(deed_detail.c.person_id)),
            inside(deed),
        ),
    ),
}
"""Every part by its name in the file that a person takes away; the names never change."""

LEFT_OUT: Mapping[str, str] = {
    "account_role": "Empty: the library of accounts demands it.",
    "roles_users": "Empty: the library of accounts demands it.",
    "archived_document": "The finalised document itself, which its signatories download.",
    "attempt": "Counts under digests that tell nobody's name.",
    "blank": "A form without answers.",
    "counter": "Numbers of documents.",
    "deed": "Links without words; those that name somebody are in deed_detail.",
    "expired_draft": "A draft's form and dates, without anybody.",
    "file_clearing": "Drafts whose files are to be deleted.",
    "form_version": "Forms.",
    "installation_note": "What the runner saw of the installation.",
    "left_version": "Versions of forms that drafts left, without anybody.",
    "trial_copy": "Answers made up to try a form, for a day.",
    "manuscript": "Forms being written; who did what with them is in the audit log.",
    "organisation": "Organisations; their contacts are the professional numbers that they publish.",
    "prefilled": "Where first answers came from; the answers are in theirs.",
    "publication": "Forms published.",
    "register_alert": "What draws attention to a document, in the words of its form.",
    "register_cell": "Made from the documents of their people, and again when these change.",
    "register_entry": "Digests of archived documents.",
    "register_line": "Made from the documents of their people, and again when these change.",
    "register_mould": "Versions of forms.",
    "revision": "Files of documents.",
    "survey": "What is asked of unknown people.",
    "survey_answer": "Answers of unknown people: nobody can tell whose.",
    "work_failure": "Why a step of a document failed.",
}
"""Tables without any row of a person, each with the reason."""
