"""All the advice that a form may get, said once: how serious it is, its sentence and its remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a piece of advice is, in the word that authors read, the most serious first."""

    ALERT = "alerte"
    ADVICE = "conseil"
    NOTICE = "information"


@dataclass(frozen=True, slots=True)
class Detail:
    """An entry of the catalogue; sentences have words to fill in."""

    code: str
    severity: Severity
    message: str
    remedy: str


UNLABELLED_GRID = Detail(
    "unlabelled_grid",
    Severity.ALERT,
    "Le tableau « {name} » ne dit pas ce que l’on y répond : « {label} ».",
    "Donnez-lui pour libellé une vraie question : elle est lue à voix haute avant chaque ligne.",
)
BARE_SCALE = Detail(
    "bare_scale",
    Severity.ALERT,
    "Dans « {name} », des réponses n’ont aucun mot : {labels}.",
    "Écrivez en mots ce que chaque réponse veut dire, au moins aux deux bouts de l’échelle.",
)
COLOUR_ONLY_SCALE = Detail(
    "colour_only_scale",
    Severity.ALERT,
    "Les réponses de « {name} » ne disent qu’une couleur : {labels}.",
    "Écrivez ce que la couleur veut dire : « Vert : tout va bien ».",
)
COLOUR_IN_TEXT = Detail(
    "colour_in_text",
    Severity.ALERT,
    "Ce texte désigne quelque chose par sa couleur : « {words} ».",
    "Nommez-le aussi par ce qui y est écrit : tout le monde ne voit pas les couleurs.",
)
DOUBLE_NEGATIVE = Detail(
    "double_negative", Severity.ALERT, "Double négation : « {words} ».", "Dites la même chose sans négation."
)
NEGATIVE_QUESTION = Detail(
    "negative_question",
    Severity.ADVICE,
    "On répond par oui ou par non à une phrase négative : « {words} ».",
    "Posez la question à la forme positive.",
)
MEDIAN_POINT = Detail(
    "median_point",
    Severity.ADVICE,
    "« {word} » se lit mal, et s’entend mal dans un lecteur d’écran.",
    "Écrivez les deux formes (« patient ou patiente »), ou un mot qui vaut pour tous (« personne »).",
)
LONG_LABEL = Detail(
    "long_label",
    Severity.ADVICE,
    "Ce libellé a {count} mots ; au-delà de {most}, on perd le fil.",
    "Gardez la question seule, et mettez le reste dans « hint » ou dans une note.",
)
UNKNOWN_ACRONYM = Detail(
    "unknown_acronym",
    Severity.ADVICE,
    "Le sigle « {word} » n’est expliqué ni dans ce formulaire ni dans le lexique{more}.",
    "Écrivez ses mots en entier avant lui, ou ajoutez-le à lexicon.yaml.",
)
JARGON = Detail(
    "jargon",
    Severity.ADVICE,
    "« {word} » est un mot de métier, que le lexique n’explique pas{more}.",
    "Dites plutôt « {plain} », ou ajoutez-le à lexicon.yaml.",
)
LEXICON_OFF = Detail(
    "lexicon_off",
    Severity.ADVICE,
    "Ce formulaire emploie des mots du lexique ({words}) sans que ses pages les expliquent.",
    "Ajoutez « lexicon: true ».",
)
MISSING_EASY = Detail(
    "missing_easy",
    Severity.ADVICE,
    "Des patients ou leurs proches répondent à « {name} », qui n’a pas de version facile.",
    "Ajoutez « easy » avec son « label », puis faites-le relire par des personnes concernées.",
)
HARD_TEXT = Detail(
    "hard_text",
    Severity.ADVICE,
    "Texte très difficile à lire : {score} sur 100 (Kandel et Moles), {count} mots.",
    "Coupez les phrases, prenez des mots plus courts et plus courants.",
)
READING_LEVEL = Detail(
    "reading_level",
    Severity.NOTICE,
    "Lecture {level} : {score} sur 100 par la formule de Kandel et Moles, sur {count} mots.",
    "60 et plus se lit sans peine ; en dessous, voyez d’abord les textes les plus longs.",
)
TIME_TO_FILL = Detail(
    "time_to_fill",
    Severity.NOTICE,
    "Temps estimé : {span} ({words} mots à lire, {answers} réponses, {open} à rédiger).",
    "C’est une estimation : mesurez-le avec quelques personnes avant de publier.",
)
MINUTES_MISSING = Detail(
    "minutes_missing",
    Severity.ADVICE,
    "Le formulaire n’annonce pas sa durée.",
    "Ajoutez « minutes », par exemple {longest}, après un essai avec quelques personnes.",
)
MINUTES_OFF = Detail(
    "minutes_off",
    Severity.ADVICE,
    "Le formulaire annonce {minutes} minutes ; l’estimation est de {span}.",
    "Vérifiez « minutes » avec quelques personnes.",
)
UNUSED_ACKNOWLEDGEMENT = Detail(
    "unused_acknowledgement",
    Severity.ADVICE,
    "« acknowledged » répond à un conseil qui n’est plus donné : « {code} ».",
    "Retirez cette ligne.",
)

CATALOGUE = {detail.code: detail for detail in tuple(globals().values()) if isinstance(detail, Detail)}
"""Every entry by its code, in the order above."""
