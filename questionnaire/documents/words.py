"""What the paper itself says around the content, in the languages of the product."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences of the head, the foot and the last page. Callables take what the sentence names."""

    version: Callable[[str, date], str]
    no_reference: str
    page: Callable[[int, int], str]
    signatures: str
    boxes: str
    signature_box: Callable[[str, str], str]
    identity: str
    control_code: str
    verify: str
    scan: str
    then_reference: str
    then_code: str
    compare: str
    qr: Callable[[str], str]
    ticked: str
    unticked: str
    continued: Callable[[str], str]
    by_hand: str
    name_and_day: str
    trail: str
    trail_heads: tuple[str, str, str]
    helped: Callable[[Sequence[str]], str]


_MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def words_for(language: str) -> Words:
    """The words of a language tag, « fr-FR » or « en »; French when the language is not known."""
    return _WORDS.get(language.partition("-")[0].lower(), _WORDS["fr"])


def _french_day(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{_MONTHS['fr'][day.month - 1]} {day.year}"


def _english_day(day: date) -> str:
    return f"{day.day}\u00a0{_MONTHS['en'][day.month - 1]} {day.year}"


_WORDS = {
    "fr": Words(
        version=lambda version, day: f"Version {version}, {_french_day(day)}",
        no_reference="Sans référence",
        page=lambda number, total: f"Page {number} sur {total}",
        signatures="Signatures",
        boxes="Chaque personne signe dans sa case. Le cachet de l’établissement clôt ensuite le document.",
        signature_box=lambda act, expected: f"{act}\u00a0: {expected}",
        identity="Identité du document",
        control_code="Code de contrôle",
        verify="Vérifier ce document",
        scan="Photographiez ce code, ou allez à ",
        then_reference=" et donnez la référence ",
        then_code=" suivie du code de contrôle ",
        compare="Vous y lirez qui a signé, et l’empreinte à comparer avec celle de votre fichier.",
        qr=lambda url: f"Code QR de vérification\u00a0: {url}",
        ticked="Case cochée",
        unticked="Case à cocher",
        continued=lambda title: f"Suite\u00a0: {title}",
        by_hand="Chaque personne écrit son nom et la date, puis signe dans sa case.",
        name_and_day="Nom, date\u00a0:",
        trail="Qui a rempli quoi",
        trail_heads=("Partie", "Remplie par", "Dernier changement"),
        helped=lambda helpers: "Rempli avec l’aide de\u00a0: " + "\u00a0; ".join(helpers) + ".",
    ),
    "en": Words(
        version=lambda version, day: f"Version {version}, {_english_day(day)}",
        no_reference="No reference",
        page=lambda number, total: f"Page {number} of {total}",
        signatures="Signatures",
        boxes="Each person signs in their box. The seal of the establishment then closes the document.",
        signature_box=lambda act, expected: f"{act}: {expected}",
        identity="Identity of the document",
        control_code="Control code",
        verify="Verify this document",
        scan="Photograph this code, or go to ",
        then_reference=" and give the reference ",
        then_code=" followed by the control code ",
        compare="It tells who signed, and the digest to compare with that of your file.",
        qr=lambda url: f"Verification QR code: {url}",
        ticked="Ticked box",
        unticked="Box to tick",
        continued=lambda title: f"Continued: {title}",
        by_hand="Each person writes their name and the date, then signs in their box.",
        name_and_day="Name, date:",
        trail="Who filled what",
        trail_heads=("Part", "Filled by", "Last change"),
        helped=lambda helpers: "Filled with the help of: " + "; ".join(helpers) + ".",
    ),
}
