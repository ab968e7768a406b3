"""What is kept of a person, in plain words: the subjects, each with its purpose, its time and its readers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periods:
    """How long things are kept where the person is: months for drafts, days for the rest."""

    draft_notice_months: int
    draft_months: int
    letter_days: int
    audit_days: int
    browser_days: int
    invitation_days: int
    copy_days: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Some parts that serve one purpose: ``why``, ``kept`` (how long) and ``seen`` (by whom) are sentences."""

    title: str
    why: str
    kept: str
    seen: str
    parts: tuple[str, ...]


_SUBJECTS = (
    Subject(
        "Votre identité et vos rôles",
        "Vous nommer dans les projets et les documents, et vous donner les droits de votre rôle.",
        "Tant que vous prenez part à un projet, ou jusqu’à votre demande d’effacement.",
        "Les équipes de vos projets, le référent partenariat et les administrateurs de votre établissement.",
        (
            *("identity", "former_records", "entered", "people_informed", "roles", "provided_roles"),
            *("projects_begun", "teams", "invitations_made", "invitations_accepted"),
        ),
    ),
    Subject(
        "Votre compte et vos connexions",
        "Vous ouvrir votre espace, à vous seul.",
        "Le compte, jusqu’à sa suppression\u00a0; une session laissée de côté, jusqu’à la connexion suivante\u00a0; un "
        "navigateur reconnu, {browser_days}\u00a0jours sans connexion\u00a0; une invitation, "
        "{invitation_days}\u00a0jours\u00a0; une copie de vos données, {copy_days}\u00a0jours.",
        "Vous. Les administrateurs voient votre adresse et si votre compte est ouvert, jamais votre mot de passe.",
        (
            *("account", "ways_in", "passkeys", "recovery_codes", "sessions", "known_browsers", "sign_in_codes"),
            "data_copies",
        ),
    ),
    Subject(
        "Ce que vous écrivez dans les dossiers",
        "Remplir à plusieurs les documents du partenariat, et retrouver qui a écrit quoi.",
        "Un brouillon que personne ne touche est annoncé après {draft_notice_months}\u00a0mois, et supprimé après "
        "{draft_months}\u00a0mois avec tout ce qui l’accompagne.",
        "Les personnes qui ont le droit de lire le dossier. Une réponse réservée n’est vue que de ceux qu’elle nomme.",
        (
            "drafts",
            "parts_given",
            "answers",
            "answer_changes",
            "consents",
            "reasons",
            "files",
            "unsaved_pages",
            "comments",
            "comments_settled",
            "help_received",
            "presences",
        ),
    ),
    Subject(
        "Vos documents finalisés et vos signatures",
        "Prouver ce qui a été convenu, par qui et quand.",
        "Aussi longtemps que votre établissement garde le document. Un document signé ne peut pas être changé\u00a0: "
        "sa preuve serait détruite.",
        "Les signataires, ceux qui ont le droit de lire le document, et le département qualité.",
        (
            "documents_finalised",
            "reserved_answers",
            "signatures_expected",
            "signatures",
            "signature_traces",
            "document_events",
        ),
    ),
    Subject(
        "Les messages que vous recevez",
        "Vous prévenir de ce qui vous attend.",
        "{letter_days}\u00a0jours. Les mots d’un message secret (code, lien d’invitation) sont effacés dès qu’il est "
        "envoyé\u00a0: ils ne sont pas ici.",
        "Vous. Les administrateurs voient si un message est parti.",
        ("letters", "letters_not_wanted", "letters_pace"),
    ),
    Subject(
        "Le journal d’audit",
        "Savoir qui a lu ou changé quoi, et repérer un usage anormal.",
        "{audit_days}\u00a0jours, puis les mots sont effacés.",
        "Les administrateurs de votre établissement.",
        ("acts", "acts_on_them"),
    ),
)


def subjects(periods: Periods) -> tuple[Subject, ...]:
    """All the subjects, in the order of the page, with the times of the house."""
    times = {name: getattr(periods, name) for name in periods.__slots__}
    return tuple(Subject(one.title, one.why, one.kept.format(**times), one.seen, one.parts) for one in _SUBJECTS)


TITLES: Mapping[str, str] = {
    "identity": "Identité",
    "former_records": "Autres fiches réunies avec la vôtre",
    "entered": "Votre inscription par une autre personne",
    "people_informed": "Personnes que vous avez informées de leur inscription",
    "roles": "Rôles dans les organisations",
    "provided_roles": "Rôles donnés par un fournisseur d’identité",
    "projects_begun": "Projets que vous avez commencés",
    "teams": "Équipes dont vous faites partie",
    "invitations_made": "Invitations que vous avez faites",
    "invitations_accepted": "Invitations que vous avez acceptées",
    "account": "Compte",
    "ways_in": "Comptes d’un fournisseur d’identité",
    "passkeys": "Clés d’accès",
    "recovery_codes": "Codes de secours restants",
    "sessions": "Sessions ouvertes",
    "known_browsers": "Navigateurs reconnus",
    "sign_in_codes": "Codes de connexion en cours",
    "data_copies": "Copie de vos données",
    "drafts": "Dossiers que vous avez commencés",
    "parts_given": "Parties qui vous sont confiées",
    "answers": "Réponses que vous avez données en dernier",
    "answer_changes": "Toutes les réponses que vous avez données",
    "consents": "Consentements donnés ou retirés",
    "reasons": "Raisons d’une réponse maintenue",
    "files": "Fichiers que vous avez joints",
    "unsaved_pages": "Pages envoyées une dernière fois",
    "comments": "Commentaires",
    "comments_settled": "Commentaires que vous avez réglés",
    "help_received": "Personnes que vous avez nommées comme aidant à remplir",
    "presences": "Dernières parties ouvertes",
    "documents_finalised": "Documents que vous avez finalisés",
    "reserved_answers": "Réponses réservées",
    "signatures_expected": "Signatures attendues de vous",
    "signatures": "Signatures",
    "signature_traces": "Adresse et navigateur de vos signatures",
    "document_events": "Vos actes au journal des documents",
    "letters": "Messages",
    "letters_not_wanted": "Messages que vous ne voulez pas par courriel",
    "letters_pace": "Rythme choisi pour les nouvelles de vos projets",
    "acts": "Ce que vous avez fait",
    "acts_on_them": "Ce qui a été fait à votre sujet",
}
"""What each part is called."""

COLUMNS: Mapping[str, str] = {
    "act": "Acte",
    "active": "Compte ouvert",
    "address": "Adresse ou numéro",
    "also": "Autres rôles",
    "asked_at": "Demandée le",
    "at": "Date",
    "consent": "Texte approuvé",
    "content": "Réponse",
    "created_at": "Commencé le",
    "details": "Précisions",
    "device": "Appareil",
    "dossier": "Dossier",
    "email": "Adresse électronique",
    "expires_at": "Valable jusqu’au",
    "fields": "Réponses de la page",
    "given": "Accepté",
    "finalised_at": "Finalisé le",
    "first_name": "Prénom",
    "form": "Formulaire",
    "form_digest": "Empreinte du formulaire",
    "ip": "Adresse IP",
    "issuer": "Fournisseur",
    "kind": "Nature",
    "last_at": "Dernière connexion",
    "last_name": "Nom",
    "means": "Moyens",
    "method": "Manière",
    "mobile": "Téléphone mobile",
    "name": "Nom",
    "organisation": "Organisation",
    "path": "Question",
    "project": "Projet",
    "read_at": "Lu le",
    "reason": "Raison",
    "reference": "Référence",
    "role": "Rôle",
    "section": "Partie",
    "seen_at": "Dernière utilisation",
    "sent_at": "Envoyé le",
    "shared": "Ordinateur partagé",
    "since": "Depuis le",
    "left": "Nombre",
    "size": "Taille (octets)",
    "state": "État",
    "informed_at": "Informé le",
    "pace": "Rythme",
    "subject": "Objet",
    "text": "Texte",
    "title": "Document",
    "typed_name": "Nom saisi",
    "until": "Jusqu’au",
    "updated_at": "Dernière réponse",
    "user_agent": "Navigateur",
    "value": "Réponse",
    "version": "Version",
}
"""What each column is called on paper and in the documentation of the file."""
