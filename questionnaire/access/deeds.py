"""The audit log: who did what to what, and when; each deed a link of its organisation's hash chain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from questionnaire.lifecycle.chain import canonical_json


class DeedKind(StrEnum):
    """What is recorded. The codes are stored, for years: never change one."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    PROJECT_CREATED = "project_created"
    DRAFT_BEGUN = "draft_begun"
    DRAFT_DELETED = "draft_deleted"
    DRAFT_EXPIRED = "draft_expired"
    INVITED = "invited"
    INVITATION_REVOKED = "invitation_revoked"
    JOINED = "joined"
    HANDED_OVER = "handed_over"
    CAPACITY_CHANGED = "capacity_changed"
    PART_ASSIGNED = "part_assigned"
    FINALISED = "finalised"
    SIGNED = "signed"
    DOCUMENT_READ = "document_read"
    DOCUMENT_DOWNLOADED = "document_downloaded"
    ARCHIVE_LISTED = "archive_listed"
    ARCHIVE_READ = "archive_read"
    ARCHIVE_DOWNLOADED = "archive_downloaded"
    ANSWERS_EXPORTED = "answers_exported"
    AUDIT_READ = "audit_read"
    AUDIT_EXPORTED = "audit_exported"
    ADMINISTERED = "administered"
    IDENTITY_LINKED = "identity_linked"
    IDENTITY_UNLINKED = "identity_unlinked"
    ACCOUNT_PROVIDED = "account_provided"
    ACCOUNT_BY_INVITATION = "account_by_invitation"
    ROLE_PROVIDED = "role_provided"
    ROLE_WITHDRAWN = "role_withdrawn"
    SESSION_CLOSED = "session_closed"
    OWN_DATA_TAKEN = "own_data_taken"
    PERSON_ERASED = "person_erased"
    PERSONS_MERGED = "persons_merged"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  # a code of the log
    PASSWORD_REMOVED = "password_removed"  # noqa: S105  # same
    SECOND_STEP_ON = "second_step_on"
    SECOND_STEP_OFF = "second_step_off"
    RECOVERY_CODE_USED = "recovery_code_used"
    RECOVERY_CODES_RENEWED = "recovery_codes_renewed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    INFORMED = "informed"
    FORM_WRITTEN = "form_written"
    FORM_DISCARDED = "form_discarded"
    FORM_PUBLISHED = "form_published"
    FORM_WITHDRAWN = "form_withdrawn"
    DATA_REQUESTED = "data_requested"
    DATA_REQUEST_ANSWERED = "data_request_answered"


DEED_LABELS: dict[DeedKind, str] = {
    DeedKind.SIGNED_IN: "Connexion",
    DeedKind.SIGNED_OUT: "Déconnexion",
    DeedKind.PROJECT_CREATED: "Projet créé",
    DeedKind.DRAFT_BEGUN: "Document commencé",
    DeedKind.DRAFT_DELETED: "Brouillon supprimé",
    DeedKind.DRAFT_EXPIRED: "Brouillon supprimé faute d’activité",
    DeedKind.INVITED: "Invitation créée",
    DeedKind.INVITATION_REVOKED: "Invitation annulée",
    DeedKind.JOINED: "Invitation acceptée",
    DeedKind.HANDED_OVER: "Place transmise",
    DeedKind.CAPACITY_CHANGED: "Qualité changée dans un projet",
    DeedKind.PART_ASSIGNED: "Partie confiée",
    DeedKind.FINALISED: "Document finalisé",
    DeedKind.SIGNED: "Document signé",
    DeedKind.DOCUMENT_READ: "Document consulté",
    DeedKind.DOCUMENT_DOWNLOADED: "Document téléchargé",
    DeedKind.ARCHIVE_LISTED: "Registre consulté",
    DeedKind.ARCHIVE_READ: "Archive consultée",
    DeedKind.ARCHIVE_DOWNLOADED: "Archive téléchargée",
    DeedKind.ANSWERS_EXPORTED: "Réponses exportées",
    DeedKind.AUDIT_READ: "Journal d’audit consulté",
    DeedKind.AUDIT_EXPORTED: "Journal d’audit exporté",
    DeedKind.ADMINISTERED: "Administration",
    DeedKind.IDENTITY_LINKED: "Moyen de connexion ajouté",
    DeedKind.IDENTITY_UNLINKED: "Moyen de connexion retiré",
    DeedKind.ACCOUNT_PROVIDED: "Compte ouvert par un fournisseur d’identité",
    DeedKind.ACCOUNT_BY_INVITATION: "Compte ouvert sur invitation",
    DeedKind.ROLE_PROVIDED: "Rôle donné par un fournisseur d’identité",
    DeedKind.ROLE_WITHDRAWN: "Rôle retiré par un fournisseur d’identité",
    DeedKind.SESSION_CLOSED: "Session fermée à distance",
    DeedKind.INFORMED: "Personne informée de ses données",
    DeedKind.FORM_WRITTEN: "Formulaire écrit",
    DeedKind.FORM_DISCARDED: "Brouillon de formulaire supprimé",
    DeedKind.FORM_PUBLISHED: "Formulaire publié",
    DeedKind.FORM_WITHDRAWN: "Formulaire retiré",
    DeedKind.DATA_REQUESTED: "Demande d’une personne sur ses données",
    DeedKind.DATA_REQUEST_ANSWERED: "Demande sur ses données traitée",
    DeedKind.PERSON_ERASED: "Personne effacée",
    DeedKind.PERSONS_MERGED: "Fiches d’une même personne réunies",
    DeedKind.OWN_DATA_TAKEN: "Données d’une personne exportées",
    DeedKind.PASSWORD_CHANGED: "Mot de passe changé",
    DeedKind.PASSWORD_REMOVED: "Mot de passe retiré",
    DeedKind.SECOND_STEP_ON: "Double vérification activée",
    DeedKind.SECOND_STEP_OFF: "Double vérification arrêtée",
    DeedKind.RECOVERY_CODE_USED: "Code de secours utilisé",
    DeedKind.RECOVERY_CODES_RENEWED: "Codes de secours renouvelés",
    DeedKind.PASSKEY_ADDED: "Clé d’accès ajoutée",
    DeedKind.PASSKEY_REMOVED: "Clé d’accès retirée",
}
"""What each deed is called on screens."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log.

    ``person_name`` is empty for what the machine did by itself; ``subject`` says in words what was touched, and
    ``subject_id`` which row it was; ``details`` are words by name, never an answer, an address or a browser.
    """

    organisation_id: str
    sequence: int
    at: datetime
    kind: DeedKind
    subject_id: str = ""
    person_id: str | None = None
    person_name: str = ""
    subject: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def deed_content(deed: Deed) -> str:
    """What a link's digest covers."""
    return canonical_json(
        {
            "organisation": deed.organisation_id,
            "sequence": deed.sequence,
            "at": deed.at.astimezone(UTC).isoformat(),
            "kind": deed.kind,
            "subject_id": deed.subject_id,
            "person": deed.person_id,
            "name": deed.person_name,
            "subject": deed.subject,
            "details": dict(deed.details),
        }
    )
