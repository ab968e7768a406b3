"""The kinds of letters, in one table: what each is about, what it must be told, where it leads.

The words of a kind are in ``templates/emails/<kind>.txt``: one text, drawn plain and as HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.errors import QuestionnaireError


class UnknownKind(QuestionnaireError):
    """No letter of that name exists."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter.

    ``label`` names it in lists, ``subject`` is a pattern over the ``facts``, which are all needed and no other.
    ``path`` is the pattern of the page that it leads to, ``button`` the words of that link. A ``secret`` letter loses
    its words once it is sent or too old. An ``optional`` one may be switched off by who receives it. One with a
    ``line`` asks nothing of them: it may wait for a ``digest``, which tells it by that line, a pattern over the facts.
    """

    label: str
    subject: str
    facts: frozenset[str]
    path: str = ""
    button: str = ""
    secret: bool = False
    optional: bool = False
    line: str = ""
    digest: bool = False

    @property
    def is_chosen(self) -> bool:
        """Whether the page of preferences lets one switch it off by itself."""
        return self.optional and not self.digest


def _facts(words: str) -> frozenset[str]:
    return frozenset(words.split())


KINDS: Mapping[str, Kind] = {
    "sign_in_code": Kind(
        "Code de connexion",
        "Votre code de connexion",
        # The code is typed on the page that asked for it: a link would sign in whoever follows it, scanners first.
        _facts("code minutes"),
        secret=True,
    ),
    "password_changed": Kind(
        "Mot de passe modifié",
        "Votre mot de passe a été modifié",
        _facts("when"),
    ),
    "password_lent": Kind(
        "Mot de passe provisoire",
        "Un mot de passe provisoire vous est donné",
        _facts("by until"),
        "/connexion",
        "Me connecter",
    ),
    "password_removed": Kind(
        "Mot de passe retiré",
        "Le mot de passe de votre compte a été retiré",
        _facts("when"),
    ),
    "new_sign_in": Kind(
        "Connexion depuis un nouvel appareil",
        "Nouvelle connexion à votre compte",
        _facts("when device"),
    ),
    "second_step_on": Kind(
        "Double vérification activée",
        "La double vérification de votre compte est activée",
        _facts("when"),
    ),
    "second_step_off": Kind(
        "Double vérification arrêtée",
        "La double vérification de votre compte est arrêtée",
        _facts("when"),
    ),
    "recovery_code_used": Kind(
        "Code de secours utilisé",
        "Un code de secours de votre compte a servi",
        _facts("when left"),
    ),
    "second_step_reset": Kind(
        "Double vérification retirée par un administrateur",
        "La double vérification et les clés d’accès de votre compte ont été retirées",
        _facts("when by"),
    ),
    "passkey_added": Kind(
        "Clé d’accès ajoutée",
        "Une clé d’accès a été ajoutée à votre compte",
        _facts("when name"),
    ),
    "passkey_removed": Kind(
        "Clé d’accès retirée",
        "Une clé d’accès a été retirée de votre compte",
        _facts("when name"),
    ),
    "account_opened": Kind(
        "Compte ouvert",
        "Un compte vous est ouvert",
        _facts("opener address"),
        "/connexion/premiere-fois",
        "Me connecter",
    ),
    "way_in_changed": Kind(
        "Adresse ou mobile modifié",
        "{title}",
        _facts("by when what title"),
    ),
    "records_merged": Kind(
        "Fiches réunies",
        "Vos deux fiches ont été réunies",
        _facts("by when one other"),
    ),
    "invitation": Kind(
        "Invitation dans un projet",
        "{inviter} vous invite à rejoindre «\u00a0{project}\u00a0»",
        _facts("inviter project role until privacy secret"),
        "/invitations/{secret}",
        "Voir l’invitation",
        secret=True,
    ),
    "invitation_reminder": Kind(
        "Rappel d’invitation",
        "Rappel\u00a0: {inviter} vous invite à rejoindre «\u00a0{project}\u00a0»",
        _facts("inviter project role until secret"),
        "/invitations/{secret}",
        "Voir l’invitation",
        secret=True,
    ),
    "invitation_over": Kind(
        "Invitation restée sans réponse",
        "Une invitation dans «\u00a0{project}\u00a0» n’a pas servi",
        _facts("invited project role day project_id"),
        "/projets/{project_id}/",
        "Ouvrir le projet",
        optional=True,
        line="L’invitation de {invited} n’a pas servi",
    ),
    "invitation_returned": Kind(
        "Invitation non arrivée",
        "Votre invitation n’est pas arrivée à {address}",
        _facts("address project why project_id"),
        "/projets/{project_id}/",
        "Ouvrir le projet",
    ),
    "data_notice": Kind(
        "Information sur vos données",
        "Vos données dans le logiciel «\u00a0Partenariat en santé\u00a0»",
        _facts("origin held basis privacy secret"),
        "/vos-donnees/{secret}",
        "Voir ce qui est gardé de moi",
        secret=True,
    ),
    "data_request": Kind(
        "Demande d’une personne sur ses données",
        "Une demande sur des données personnelles\u00a0: {person}",
        _facts("person request until"),
        "/administration/information/",
        "Ouvrir la demande",
    ),
    "assignment": Kind(
        "Partie à remplir",
        "Une partie à remplir dans «\u00a0{project}\u00a0»",
        _facts("giver project document section draft part"),
        "/dossiers/{draft}/parties/{part}/",
        "Ouvrir cette partie",
        optional=True,
    ),
    "comment": Kind(
        "Commentaire",
        "Un commentaire dans «\u00a0{project}\u00a0»",
        _facts("author project document section draft"),
        "/dossiers/{draft}/commentaires/",
        "Lire les commentaires",
        optional=True,
        line="{author} a écrit un commentaire\u00a0: {document}, «\u00a0{section}\u00a0»",
    ),
    "to_sign": Kind(
        "Document à signer",
        "Votre signature est attendue\u00a0: {document}",
        _facts("document reference project submission"),
        "/documents/{submission}/",
        "Lire et signer",
        optional=True,
    ),
    "sign_reminder": Kind(
        "Rappel de signature",
        "Rappel\u00a0: votre signature est attendue, {document}",
        _facts("document reference project submission"),
        "/documents/{submission}/",
        "Lire et signer",
        optional=True,
    ),
    "sign_late": Kind(
        "Signature en retard",
        "Signature attendue depuis {days} jours\u00a0: {document}",
        _facts("document reference project submission days signers"),
        "/documents/{submission}/",
        "Ouvrir le document",
        optional=True,
    ),
    "signed": Kind(
        "Document signé par tous",
        "Le document est signé\u00a0: {document}",
        _facts("document reference project submission"),
        "/documents/{submission}/",
        "Ouvrir le document",
        optional=True,
        line="Signé par tous\u00a0: {document} ({reference})",
    ),
    "digest": Kind(
        "Résumé",
        "Votre résumé {period}\u00a0: {number}",
        _facts("period number"),
        "/messages/",
        "Voir tous vos messages",
        optional=True,
        digest=True,
    ),
    "draft_expiring": Kind(
        "Brouillon bientôt supprimé",
        "Le brouillon «\u00a0{document}\u00a0» sera supprimé le {day}",
        _facts("document project day draft"),
        "/dossiers/{draft}",
        "Ouvrir le brouillon",
    ),
}
"""Every kind of letter, in the order of the page of preferences."""


def kind_of(name: str) -> Kind:
    """A kind by its name; raises UnknownKind."""
    if name not in KINDS:
        raise UnknownKind(f"Il n’y a pas de message «\u00a0{name}\u00a0».")
    return KINDS[name]
