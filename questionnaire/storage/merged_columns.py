"""What becomes of every column that names a person or an account when two records of one human being are merged.

A test walks the tables: a new column that names somebody needs its line here.
"""

from collections.abc import Mapping
from enum import StrEnum


class Outcome(StrEnum):
    """What merging does to the rows that name the leftover record through a column."""

    MOVED = "moved"
    """They name the record that is kept."""
    JOINED = "joined"
    """The same, but rows that it has already become one, or that another rule of ``merging`` chooses from."""
    LEFT = "left"
    """They stay as they were written: proofs, links of chains, history."""
    DROPPED = "dropped"
    """They go: of the moment only, or of the account that is closed."""


COLUMNS: Mapping[str, Outcome] = {
    "person.merged_into": Outcome.MOVED,
    "account.person_id": Outcome.JOINED,  # one account stays; the other is closed
    "identity.account_id": Outcome.JOINED,
    "membership.person_id": Outcome.JOINED,
    "provided_role.person_id": Outcome.JOINED,
    "project_member.person_id": Outcome.JOINED,
    "unwanted_mail.person_id": Outcome.JOINED,
    "mail_pace.person_id": Outcome.JOINED,
    "entered_person.person_id": Outcome.JOINED,  # what the other asked is asked still
    "entered_person.informed_by": Outcome.MOVED,
    "circuit_step.person_id": Outcome.JOINED,  # those without an act; the others stand beside the act, as it was done
    "project.created_by": Outcome.MOVED,
    "invitation.created_by": Outcome.MOVED,
    "invitation.accepted_by": Outcome.MOVED,
    "draft.author_id": Outcome.MOVED,
    "answer.person_id": Outcome.MOVED,
    "upheld.person_id": Outcome.MOVED,
    "reserved_answer.person_id": Outcome.MOVED,  # its author alone reads and erases it
    "joined_file.person_id": Outcome.MOVED,
    "comment.person_id": Outcome.MOVED,
    "comment.resolved_by": Outcome.MOVED,
    "assignment.person_id": Outcome.MOVED,
    "assistance.person_id": Outcome.MOVED,
    "submission.frozen_by": Outcome.MOVED,
    "letter.person_id": Outcome.MOVED,
    "answer_change.person_id": Outcome.LEFT,
    "act.person_id": Outcome.LEFT,
    "consent.person_id": Outcome.LEFT,
    "journal_event.person_id": Outcome.LEFT,
    "deed_detail.person_id": Outcome.LEFT,
    "deed_detail.subject_id": Outcome.LEFT,
    "presence.person_id": Outcome.DROPPED,
    "data_copy.person_id": Outcome.DROPPED,  # it tells of one record only: another may be asked for
    "session_opened.account_id": Outcome.DROPPED,
    "passkey.account_id": Outcome.DROPPED,
    "recovery_code.account_id": Outcome.DROPPED,
    "known_browser.account_id": Outcome.DROPPED,
    "sign_in_code.account_id": Outcome.DROPPED,
    "kept_post.account_id": Outcome.DROPPED,
    "roles_users.user_id": Outcome.DROPPED,  # always empty
}
"""By ``table.column``; those of an account count where both records have one."""
