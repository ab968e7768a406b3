"""States as types and transitions as functions: Draft, Submission, SignedDocument, ArchivedDocument (pure).

``circuit`` says whose signature is awaited, ``work`` what the runner has to do next, ``chain`` and
``journal`` how events prove their own order, ``reference`` and ``control_code`` how a document is named.
"""

from questionnaire.lifecycle.chain import (
    GENESIS,
    Link,
    append,
    canonical_json,
    chain,
    salted_digest,
    verify_chain,
)
from questionnaire.lifecycle.circuit import Act, ActKind, Method, Step, awaited, check_act, in_any_order, is_complete
from questionnaire.lifecycle.control_code import make_control_code, parse_control_code
from questionnaire.lifecycle.draft import Draft
from questionnaire.lifecycle.errors import (
    AlreadyFinalised,
    AlreadySigned,
    BadControlCode,
    BadReference,
    LifecycleError,
    NotAwaited,
    NotComplete,
    UnsignedAct,
    WrongPerson,
)
from questionnaire.lifecycle.expiry import Keeping, months_after
from questionnaire.lifecycle.forms import FormRef
from questionnaire.lifecycle.journal import Event, EventKind, JournalEntry, journal_line, record
from questionnaire.lifecycle.reference import check_pattern, make_reference, series
from questionnaire.lifecycle.revision import Revision, RevisionKind
from questionnaire.lifecycle.states import SEALED, UNFILED, ArchivedDocument, Freeze, SignedDocument, State, Submission
from questionnaire.lifecycle.transitions import archive, close, finalise, sign
from questionnaire.lifecycle.work import Archive, Draw, MakeRevision, Progress, Seal, Work, next_work, waits_since

__all__ = [
    "GENESIS",
    "SEALED",
    "UNFILED",
    "Act",
    "ActKind",
    "AlreadyFinalised",
    "AlreadySigned",
    "Archive",
    "ArchivedDocument",
    "BadControlCode",
    "BadReference",
    "Draft",
    "Draw",
    "Event",
    "EventKind",
    "FormRef",
    "Freeze",
    "JournalEntry",
    "Keeping",
    "LifecycleError",
    "Link",
    "MakeRevision",
    "Method",
    "NotAwaited",
    "NotComplete",
    "Progress",
    "Revision",
    "RevisionKind",
    "Seal",
    "SignedDocument",
    "State",
    "Step",
    "Submission",
    "UnsignedAct",
    "Work",
    "WrongPerson",
    "append",
    "archive",
    "awaited",
    "canonical_json",
    "chain",
    "check_act",
    "check_pattern",
    "close",
    "finalise",
    "in_any_order",
    "is_complete",
    "journal_line",
    "make_control_code",
    "make_reference",
    "months_after",
    "next_work",
    "parse_control_code",
    "record",
    "salted_digest",
    "series",
    "sign",
    "verify_chain",
    "waits_since",
]
