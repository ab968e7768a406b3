"""Somebody whom people may reach: the person who can help, and who answers for personal data."""

import re
from dataclasses import dataclass

LONGEST_NAME = 120
LONGEST_ADDRESS = 254
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{4,24}")
_EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """``name`` with its function, if any (« Irène Caron, référente partenariat »); ``phone`` as people write it."""

    name: str
    phone: str = ""
    email: str = ""

    @property
    def dialled(self) -> str:
        """The telephone number without what separates its digits."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def faults_of(contact: Contact) -> dict[str, str]:
    """What is wrong with a contact, by field, in words with a remedy; empty when nothing is."""
    faults = {}
    if not contact.name:
        faults["name"] = "Écrivez le nom de la personne ou du service à joindre."
    elif len(contact.name) > LONGEST_NAME:
        faults["name"] = f"Écrivez un nom de {LONGEST_NAME} caractères au plus."
    if contact.phone and not _PHONE.fullmatch(contact.phone):
        faults["phone"] = "Écrivez un numéro comme 01\u00a023\u00a045\u00a067\u00a089."
    if contact.email and not is_address(contact.email):
        faults["email"] = "Écrivez une adresse comme partenariat@hopital.fr."
    if not contact.phone and not contact.email:
        faults["phone"] = "Donnez un téléphone ou une adresse électronique\u00a0: l’un des deux suffit."
    return faults


def is_address(text: str) -> bool:
    """Whether a text has the shape of an electronic address that mail servers carry.

    Nothing unseen is in one: no control character, no mark that turns the direction of writing, no half of a pair.
    """
    return len(text) <= LONGEST_ADDRESS and text.isprintable() and _EMAIL.fullmatch(text) is not None
