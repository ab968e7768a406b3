"""What stands in our language for the types that it has not, and what is said of it."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_PLACE = "sa place est notée dans un texte : latitude et longitude, en degrés"


@dataclass(frozen=True, slots=True)
class Substitute:
    """A kind of ours, what people are told to write, and what the author is told."""

    kind: str
    said: str = ""
    hint: str = ""


SUBSTITUTES: Final = MappingProxyType(
    {
        "calculate": Substitute("hidden"),
        "file": Substitute("file"),
        "image": Substitute("file", "la photo est demandée comme un fichier image à joindre."),
        "barcode": Substitute("text", "un code-barres ne se lit pas ici : il est écrit dans un texte."),
        "audio": Substitute(
            "text", "un son ne s’enregistre pas ici : la réponse est écrite.", "Décrivez en quelques mots."
        ),
        "video": Substitute(
            "text", "une vidéo ne s’enregistre pas ici : la réponse est écrite.", "Décrivez en quelques mots."
        ),
        "geopoint": Substitute(
            "text", f"un lieu ne se relève pas ici : {_PLACE}.", "Latitude et longitude : 48.85 2.35"
        ),
        "geotrace": Substitute(
            "text", f"un trajet ne se relève pas ici : {_PLACE}.", "Un lieu après l’autre : 48.85 2.35; 48.86 2.36"
        ),
        "geoshape": Substitute(
            "text", f"un contour ne se relève pas ici : {_PLACE}.", "Un lieu après l’autre : 48.85 2.35; 48.86 2.36"
        ),
    }
)
"""By the name that the sheet's types have once read; the others are kinds of ours."""
