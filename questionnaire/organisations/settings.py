"""The settings that an organisation may say for itself, each typed, read from words, and shown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from questionnaire.errors import QuestionnaireError
from questionnaire.lifecycle import Keeping
from questionnaire.organisations.contacts import is_address


class BadSetting(QuestionnaireError):
    """A setting is written in a way that cannot be read; the message says what is expected."""


REMINDER_DAYS, ESCALATION_DAYS = (7, 14), 30
"""Where no organisation says otherwise: days after which who must sign is reminded, and the référent told."""

INVITATION_REMINDER_DAYS = 3
"""Where no organisation says otherwise: days before the end of an invitation at which who is invited is reminded."""


@dataclass(frozen=True, slots=True)
class OrganisationSettings:
    """What an organisation decides; None leaves it to the organisation above, and in the end to the installation.

    Months of ``draft_months`` and ``draft_notice_months`` count from the last activity; ``reminder_days`` and
    ``escalation_days`` from the request to sign; ``invitation_reminder_days`` back from the end of an invitation,
    0 for no reminder. ``any_order_forms`` are signed in any order, whatever their circuit.
    """

    draft_months: int | None = None
    draft_notice_months: int | None = None
    reminder_days: tuple[int, ...] | None = None
    escalation_days: int | None = None
    invitation_reminder_days: int | None = None
    sender_name: str | None = None
    reply_to: str | None = None
    shared_computers: bool | None = None
    unused_forms: tuple[str, ...] | None = None
    any_order_forms: tuple[str, ...] | None = None
    second_step_roles: tuple[str, ...] | None = None
    confirm_to_sign: bool | None = None

    def under(self, above: "OrganisationSettings") -> "OrganisationSettings":
        """These settings completed by those of the organisation above."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        taken = {name: getattr(above, name) if value is None else value for name, value in said.items()}
        return OrganisationSettings(**taken)

    @property
    def reminders(self) -> tuple[int, ...]:
        """The days of reminder that hold here."""
        return REMINDER_DAYS if self.reminder_days is None else self.reminder_days

    @property
    def escalation(self) -> int:
        """The day of escalation that holds here."""
        return self.escalation_days or ESCALATION_DAYS

    @property
    def invitation_reminder(self) -> int:
        """The days before the end of an invitation that hold here; 0: nobody is reminded."""
        return INVITATION_REMINDER_DAYS if self.invitation_reminder_days is None else self.invitation_reminder_days

    def keeping(self, default: Keeping) -> Keeping:
        """How long drafts are kept here; people are always told a month before at least."""
        life = default.life if self.draft_months is None else self.draft_months
        notice = default.notice if self.draft_notice_months is None else self.draft_notice_months
        return Keeping(min(notice, life - 1), life)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: what it is called, what it means, how it is read from words and written in words.

    ``default`` is what holds where no organisation says anything, unless the installation says otherwise.
    """

    label: str
    hint: str
    read: Callable[[str], object]
    show: Callable[[Any], str]
    default: object
    choices: tuple[tuple[str, str], ...] = ()


MOST_MONTHS = 64
LONGEST_DELAY = 365
LONGEST_SENDER = 80
_FORM = re.compile(r"[a-z][a-z0-9_]{0,62}")
_YES_NO = (("oui", "Oui"), ("non", "Non"))


def _months(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text.isdecimal() and least <= int(text) <= MOST_MONTHS:
            return int(text)
        raise BadSetting(f"Écrivez un nombre entier de mois, de {least} à {MOST_MONTHS}.")

    return read


def _days(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= LONGEST_DELAY:
        return int(text)
    raise BadSetting(f"Écrivez un nombre entier de jours, de 1 à {LONGEST_DELAY}.")


def _days_or_none(text: str) -> int:
    return 0 if text.lower() == "aucun" else _days(text)


def _list_of_days(text: str) -> tuple[int, ...]:
    if text.lower() == "aucun":
        return ()
    days = tuple(_days(part) for part in re.split(r"[,; ]+", text) if part)
    if list(days) != sorted(set(days)):
        raise BadSetting("Écrivez les jours du plus petit au plus grand, chacun une fois\u00a0: 7, 14.")
    return days


def _sender(text: str) -> str:
    if len(text) > LONGEST_SENDER or any(sign in text for sign in '<>"\r\n'):
        raise BadSetting(f"Écrivez un nom de {LONGEST_SENDER} caractères au plus, sans guillemets ni chevrons.")
    return text


def _address(text: str) -> str:
    if not is_address(text):
        raise BadSetting("Écrivez une adresse comme partenariat@hopital.fr.")
    return text


def _yes_no(text: str) -> bool:
    if text not in {"oui", "non"}:
        raise BadSetting("Choisissez oui ou non.")
    return text == "oui"


def _forms(text: str) -> tuple[str, ...]:
    if text.lower() == "aucun":
        return ()
    names = tuple(dict.fromkeys(part for part in re.split(r"[,; ]+", text) if part))
    if not all(_FORM.fullmatch(name) for name in names):
        raise BadSetting("Écrivez des noms techniques, séparés par des virgules.")
    return names


def _joined(values: tuple[object, ...]) -> str:
    return ", ".join(map(str, values)) or "aucun"


SETTINGS: Mapping[str, Setting] = {
    "draft_months": Setting(
        "Conservation des brouillons (mois)",
        "Mois sans activité après lesquels un brouillon est supprimé.",
        _months(2),
        str,
        12,
    ),
    "draft_notice_months": Setting(
        "Annonce de la suppression (mois)",
        "Mois sans activité à partir desquels l’équipe est prévenue\u00a0; moins que la conservation.",
        _months(1),
        str,
        11,
    ),
    "reminder_days": Setting(
        "Rappels de signature (jours)",
        "Jours après la demande, par exemple\u00a0: 7, 14. Écrivez «\u00a0aucun\u00a0» pour ne rien rappeler.",
        _list_of_days,
        _joined,
        REMINDER_DAYS,
    ),
    "escalation_days": Setting(
        "Alerte du référent (jours)",
        "Jours après la demande de signature au bout desquels le référent partenariat est prévenu.",
        _days,
        str,
        ESCALATION_DAYS,
    ),
    "invitation_reminder_days": Setting(
        "Rappel des invitations (jours)",
        "Jours avant la fin d’une invitation auxquels la personne invitée reçoit un rappel. Écrivez "
        "«\u00a0aucun\u00a0» pour ne rien rappeler.",
        _days_or_none,
        lambda value: str(value or "aucun"),
        INVITATION_REMINDER_DAYS,
    ),
    "sender_name": Setting(
        "Nom de l’expéditeur des messages",
        "Ce que les personnes lisent dans leur messagerie.",
        _sender,
        str,
        "Partenariat en santé",
    ),
    "reply_to": Setting(
        "Adresse de réponse",
        "Les réponses aux messages y arrivent.",
        _address,
        str,
        "",
    ),
    "shared_computers": Setting(
        "Ordinateurs partagés",
        "Oui\u00a0: la connexion propose d’abord le mode «\u00a0ordinateur partagé\u00a0».",
        _yes_no,
        lambda value: "oui" if value else "non",
        default=False,
        choices=_YES_NO,
    ),
    "unused_forms": Setting(
        "Documents non proposés",
        "Noms techniques des formulaires que l’établissement n’utilise pas, par exemple\u00a0: barometre_soins. "
        "Écrivez «\u00a0aucun\u00a0» pour tous les proposer.",
        _forms,
        _joined,
        (),
    ),
    "any_order_forms": Setting(
        "Documents signés sans ordre",
        "Noms techniques des formulaires que chacun signe quand il le peut, sans attendre les autres, par "
        "exemple\u00a0: fiche_projet. Écrivez «\u00a0aucun\u00a0» pour suivre l’ordre prévu par chaque formulaire.",
        _forms,
        _joined,
        (),
    ),
    "second_step_roles": Setting(
        "Rôles à double vérification",
        "Codes des rôles dont les titulaires se connectent en deux étapes, en plus de ceux de l’installation, par "
        "exemple\u00a0: admin, qualite. Écrivez «\u00a0aucun\u00a0» pour n’en ajouter aucun.",
        _forms,
        _joined,
        (),
    ),
    "confirm_to_sign": Setting(
        "Confirmer son identité avant de signer",
        "Oui\u00a0: qui s’est connecté depuis un moment montre à nouveau qui il est avant de signer.",
        _yes_no,
        lambda value: "oui" if value else "non",
        default=False,
        choices=_YES_NO,
    ),
}
"""Every setting of an organisation, by its field of ``OrganisationSettings``, in the order of the page."""


def read_setting(name: str, text: str) -> object:
    """The value that words stand for; None for empty words. Raises BadSetting."""
    if name not in SETTINGS:
        raise BadSetting(f"Il n’y a pas de réglage «\u00a0{name}\u00a0». Connus\u00a0: {', '.join(SETTINGS)}.")
    words = " ".join(text.split())
    return SETTINGS[name].read(words) if words else None
