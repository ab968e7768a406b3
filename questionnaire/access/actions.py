"""What a journey may ask to do."""

from enum import StrEnum


class Action(StrEnum):
    """Something that a person does with a document, with what stands around it, or with people."""

    CREATE_PROJECT = "create_project"
    READ_PROJECT = "read_project"
    CREATE_DRAFT = "create_draft"
    READ_DRAFT = "read_draft"
    EDIT_DRAFT = "edit_draft"
    FILL_PART = "fill_part"
    INVITE = "invite"
    ASSIGN = "assign"
    HAND_OVER = "hand_over"
    DELETE_DRAFT = "delete_draft"
    FINALISE = "finalise"
    READ_DOCUMENT = "read_document"
    READ_TOTALS = "read_totals"
    COUNT = "count"
    READ_CARD = "read_card"
    SIGN = "sign"
    GIVE_OPINION = "give_opinion"
    DECIDE = "decide"
    NOTE = "note"
    LIST_ARCHIVE = "list_archive"
    OPEN_ARCHIVE = "open_archive"
    VERIFY_ARCHIVE = "verify_archive"
    MANAGE_ORGANISATIONS = "manage_organisations"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_AUDIT = "read_audit"
    READ_INSTALLATION = "read_installation"
    READ_PROCESSING = "read_processing"
    WRITE_FORMS = "write_forms"

    # Rights are asked several times for each page; the hash of an Enum is a call of its own.
    __hash__ = str.__hash__
