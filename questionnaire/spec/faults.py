"""All that can be wrong with a spec, said once, with its remedy, in the words of those who write forms."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from questionnaire.errors import QuestionnaireError
from questionnaire.spec import (
    advice_details,
    anonymous_details,
    answer_details,
    blind_details,
    block_details,
    chance_details,
    consent_details,
    each_details,
    filing_details,
    folder_details,
    link_details,
    list_details,
    nesting_details,
    outline_details,
    person_details,
    score_details,
    table_details,
    text_details,
)
from questionnaire.spec.details import Detail
from questionnaire.spec.nodes import START, Origin, Place
from questionnaire.spec.typography import typeset


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake of an author: where (counted from 1), a stable code, a French sentence, a remedy."""

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """``file:line:column: code message (remedy)``."""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}{remedy}"


class SpecError(QuestionnaireError):
    """A file is no form: ``faults`` holds all that is wrong with it, in its order, never empty."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line, fault.column))
        super().__init__("\n".join(map(str, ordered)))
        self.faults = tuple(ordered)


class Faults:
    """The faults found in one file and in the blocks that it includes; ``origin`` where the file is itself a block."""

    def __init__(self, file: str, origin: Origin | None = None) -> None:
        self.file = file
        self.origin = origin
        self.found: list[Fault] = []

    def add(self, detail: Detail, place: Place = START, *, remedy: str | None = None, **words: object) -> None:
        """Record a fault of the catalogue; ``remedy`` takes the place of the usual one."""
        origin = place.origin or self.origin
        message = typeset(detail.message.format(**words)) + (f" ({origin.told()})" if origin else "")
        cure = typeset((detail.remedy if remedy is None else remedy).format(**words))
        file = origin.file if origin else self.file
        self.found.append(Fault(file, place.line, place.column, detail.code, message, cure))


def guess(word: str, known: Iterable[str], synonyms: dict[str, str] | None = None) -> str:
    """« Vouliez-vous dire … ? », or nothing when no known word is near."""
    by_lower = {candidate.lower(): candidate for candidate in sorted(known)}
    synonym = (synonyms or {}).get(word.lower(), "")
    close = [synonym] if synonym in by_lower else get_close_matches(word.lower(), by_lower, n=1)
    return f"Vouliez-vous dire « {by_lower[close[0]]} » ?".replace("{", "{{").replace("}", "}}") if close else ""


QUOTES = 'Mettez le texte entre guillemets droits : "…".'

# The file itself.
UNREADABLE_FILE = Detail("unreadable_file", "Le fichier ne peut pas être lu : {cause}.")
NOT_UTF8 = Detail("not_utf8", "Le fichier n’est pas écrit en UTF-8.", "Enregistrez-le avec l’encodage UTF-8.")
FILE_TOO_BIG = Detail("file_too_big", "Le fichier est trop grand ou répète trop de fois la même partie.", "Coupez-le.")
EMPTY_FILE = Detail("empty_file", "Le fichier est vide.", "Commencez par « form: » et « title: ».")
FORBIDDEN_CHARACTER = Detail(
    "forbidden_character", "Le caractère invisible U+{number:04X} n’est pas admis.", "Effacez-le."
)
SEVERAL_DOCUMENTS = Detail(
    "several_documents", "Le fichier contient plusieurs documents.", "Supprimez la ligne « --- »."
)
NESTED_TOO_DEEP = Detail("nested_too_deep", "Il y a trop de niveaux imbriqués ici.")

# YAML and French punctuation.
COLON_IN_TEXT = Detail("colon_in_text", "Ce texte contient « : », que YAML prend pour une nouvelle clé.", QUOTES)
QUESTION_MARK_IN_TEXT = Detail(
    "question_mark_in_text",
    "Ce texte contient « ? » entre accolades ou crochets, où YAML lui donne un autre sens.",
    QUOTES,
)
COMMA_IN_TEXT = Detail(
    "comma_in_text",
    "Ce texte contient une virgule entre accolades ou crochets : « {word} » en est séparé.",
    QUOTES,
)
HASH_IN_TEXT = Detail(
    "hash_in_text",
    "Ce qui suit « # » est un commentaire et ne fait pas partie du texte.",
    QUOTES + " Si c’est un commentaire, mettez-le sur sa propre ligne.",
)
BRACE_IN_TEXT = Detail(
    "brace_in_text", "Ce texte contient une accolade ou un crochet, que YAML prend pour une liste.", QUOTES
)
LEADING_CHARACTER = Detail(
    "leading_character", "Un texte ne peut pas commencer par « {sign} » sans guillemets.", QUOTES
)
QUOTE_IN_TEXT = Detail(
    "quote_in_text",
    "Le guillemet {sign} ferme le texte avant sa fin.",
    "Écrivez l’apostrophe ’, ou mettez le texte entre guillemets de l’autre sorte.",
)
UNCLOSED_QUOTE = Detail("unclosed_quote", "Ce guillemet n’est pas refermé.", "Ajoutez le guillemet final.")
UNCLOSED_BRACKET = Detail(
    "unclosed_bracket",
    "Cette accolade ou ce crochet n’est pas refermé.",
    "Ajoutez le signe final, ou une virgule.",
)
TAB = Detail("tab", "Cette ligne contient une tabulation devant son texte.", "Remplacez-la par des espaces.")
INDENTATION = Detail(
    "indentation",
    "Cette ligne n’est pas alignée avec celles du même niveau.",
    "Alignez-la avec les clés voisines, avec des espaces.",
)
MISSING_COLON = Detail(
    "missing_colon",
    "Cette ligne n’a pas la forme « clé: valeur ».",
    "Ajoutez « : » et une espace après la clé.",
)
UNREADABLE_YAML = Detail("unreadable_yaml", "YAML ne peut pas lire cette ligne ({cause}).", QUOTES)

# Keys and shapes.
DUPLICATE_KEY = Detail("duplicate_key", "La clé « {key} » est déjà donnée ligne {line}.", "Gardez-en une.")
BAD_KEY = Detail("bad_key", "Une clé est un mot simple.", QUOTES)
UNKNOWN_KEY = Detail("unknown_key", "La clé « {key} » n’existe pas ici.")
NOT_YET_SUPPORTED = Detail(
    "not_yet_supported", "Pas encore pris en charge par cette version : {what}.", "À retirer en attendant."
)
MISSING_KEY = Detail("missing_key", "Il manque la clé « {key} ».")
EXPECTED_KEYS = Detail("expected_keys", "« {key} » attend des clés, une par ligne.")
EXPECTED_LIST = Detail("expected_list", "« {key} » attend une liste.", "Commencez chaque élément par « - ».")
EXPECTED_VALUE = Detail("expected_value", "« {key} » attend une seule valeur.")
BLANK_VALUE = Detail("blank_value", "« {key} » est vide.", "Donnez une valeur, ou retirez la clé.")
EMPTY_LIST = Detail("empty_list", "« {key} » ne contient rien.", "Ajoutez au moins un élément.")

# Names.
BAD_NAME = Detail(
    "bad_name",
    "« {name} » ne peut pas servir de nom.",
    "Un nom commence par une lettre sans accent, puis lettres, chiffres et _ (64 au plus).",
)
BAD_CHOICE_NAME = Detail(
    "bad_choice_name",
    "« {name} » ne peut pas servir de nom de choix.",
    "Ni espace ni ponctuation autre que . : + - (64 signes au plus) ; le texte montré va dans « label ».",
)
RESERVED_NAME = Detail("reserved_name", "Le nom « {name} » est réservé à l’application.", "Choisissez un autre nom.")
DUPLICATE_NAME = Detail("duplicate_name", "Le nom « {name} » est déjà pris ligne {line}.", "Choisissez un autre nom.")

# Values.
BAD_BOOLEAN = Detail("bad_boolean", "« {key} » vaut true ou false, pas « {value} ».")
BAD_INTEGER = Detail("bad_integer", "« {key} » attend un nombre entier entre {least} et {most}, pas « {value} ».")
BAD_WORD = Detail("bad_word", "« {value} » n’est pas une valeur de « {key} ».", "Valeurs possibles : {known}.")
BAD_BOUND = Detail("bad_bound", "« {key} » attend {expected}, pas « {value} ».")
BOUNDS_REVERSED = Detail("bounds_reversed", "« min » ({low}) est plus grand que « max » ({high}).", "Échangez-les.")
BAD_PATH = Detail("bad_path", "« {value} » n’est pas un chemin sous le dossier du formulaire.")

# Questions.
UNKNOWN_KIND = Detail("unknown_kind", "Le genre de question « {kind} » n’existe pas.", "Genres : {known}.")
KEY_NOT_FOR_KIND = Detail("key_not_for_kind", "La clé « {key} » ne sert pas à une question « {kind} ».", "Retirez-la.")
CONSTRAINT_WITHOUT_MESSAGE = Detail(
    "constraint_without_message",
    "« constraint » est donné sans « constraint_message ».",
    "Dites à la personne ce qui est attendu.",
)
MESSAGE_WITHOUT_RULE = Detail(
    "message_without_rule", "« {key} » est donné sans « {rule} ».", "Ajoutez-le, ou retirez le message."
)
UNKNOWN_LIST = Detail("unknown_list", "La liste de choix « {name} » n’existe pas.")
DUPLICATE_CHOICE = Detail("duplicate_choice", "Le choix « {name} » est déjà dans cette liste.", "Changez son nom.")
EXCLUSIVE_CHOICE = Detail(
    "exclusive_choice",
    "Le choix « {name} » est exclusif, ce qui n’a de sens que dans select_multiple.",
    "Retirez « exclusive ».",
)
BAD_RATING = Detail(
    "bad_rating",
    "Le choix « {name} » d’une échelle n’est pas un nombre entier.",
    "Nommez les choix 0, 1, 2… ; « Je ne me prononce pas » s’écrit avec « may_decline ».",
)
DECLINE_CLASH = Detail(
    "decline_clash",
    "« {name} » est déjà une réponse possible de cette question.",
    "Retirez ce choix de la liste, ou donnez un autre nom à « may_decline ».",
)
BAD_DEFAULT = Detail("bad_default", "« {value} » ne peut pas être la réponse de départ : {cause}")

# Rules and texts.
SYNTAX = Detail("syntax", "« {key} » : {message}", "{cure}")
TOO_LONG = Detail("too_long", "« {key} » : {message}", "{cure}")
TOO_DEEP = Detail("too_deep", "« {key} » : {message}", "{cure}")
BARE_NAME = Detail("bare_name", "« {key} » : {message}", "{cure}")
PATH_NOT_SUPPORTED = Detail("path_not_supported", "« {key} » : {message}", "{cure}")
LEADS_NOWHERE = Detail("leads_nowhere", "« {key} » : {message}", "{cure}")
UNKNOWN_INSTANCE = Detail("unknown_instance", "« {key} » : {message}", "{cure}")
COMPUTED_NAME = Detail("computed_name", "« {key} » : {message}", "{cure}")
UNKNOWN_NAME = Detail("unknown_name", "« {key} » : {message}", "{cure}")
UNKNOWN_FUNCTION = Detail("unknown_function", "« {key} » : {message}", "{cure}")
FUNCTION_NOT_SUPPORTED = Detail("function_not_supported", "« {key} » : {message}", "{cure}")
WRONG_ARITY = Detail("wrong_arity", "« {key} » : {message}", "{cure}")
NODES_EXPECTED = Detail("nodes_expected", "« {key} » : {message}", "{cure}")
BAD_PATTERN = Detail("bad_pattern", "« {key} » : {message}", "{cure}")
NO_ANSWER = Detail("no_answer", "« {key} » lit la note « {name} », qui n’a pas de réponse.")
CIRCULAR_DEPENDENCY = Detail(
    "circular_dependency",
    "Ces questions dépendent l’une de l’autre : {cycle}.",
    "Retirez une de ces références.",
)
UNKNOWN_TERM = Detail("unknown_term", "Le terme {{{name}}} n’existe pas.")
UNKNOWN_ANSWER = Detail("unknown_answer", "Le texte cite la réponse ${{{name}}}, qui n’existe pas.")
BAD_MARK = Detail(
    "bad_mark",
    "« {mark} » n’est ni un terme ni une réponse.",
    "Écrivez {{terme}} ou ${{nom}}, sans espace ni format.",
)
BAD_REFERENCE = Detail(
    "bad_reference",
    "« {mark} » ne sert pas dans une référence.",
    "Écrivez {{year}}, {{number}} ou {{number:04}}.",
)

# Who signs.
ACCESS_OF_OTHERS = Detail(
    "access_of_others",
    "Les droits « {value} » sont ceux d’un formulaire « instances: {wanted} ».",
    "Écrivez « instances: {wanted} », ou retirez « access ».",
)
UNKNOWN_ROLE = Detail("unknown_role", "Le rôle « {role} » n’existe pas.", "Rôles : {known}.")
UNKNOWN_PARTY = Detail("unknown_party", "La partie « {name} » n’est pas déclarée sous « parties ».")
UNKNOWN_SECTION = Detail("unknown_section", "La section « {name} » n’existe pas dans ce formulaire.")
SECTION_IN_TWO_STAGES = Detail(
    "section_in_two_stages",
    "La section « {name} » est déjà dans l’étape de la ligne {line}.",
    "Une section est remplie en une seule étape : gardez-la dans l’une.",
)

ONE_OR_SEVERAL = Detail(
    "one_or_several", "Une étape a une partie (« party ») ou plusieurs (« any_order »), pas les deux.", "Retirez l’une."
)

# What comes before.
BAD_SOURCE = Detail(
    "bad_source",
    "« {value} » ne dit pas d’où vient la réponse.",
    "Écrivez formulaire.question, person.last_name ou organisation.name.",
)
UNKNOWN_FACT = Detail("unknown_fact", "On ne sait pas « {name} » d’une personne ou d’un établissement.")
UNKNOWN_FORM = Detail("unknown_form", "Le formulaire « {name} » n’existe pas.")
UNKNOWN_QUESTION = Detail("unknown_question", "Le formulaire « {form} » n’a pas de question « {name} ».")
NOT_IN_REPEAT = Detail("not_in_repeat", "« {name} » n’est pas une question de la répétition « {items} ».")
NOT_A_REPEAT = Detail("not_a_repeat", "« {name} » n’est pas une répétition de ce formulaire.")

_OTHERS = (
    advice_details,
    anonymous_details,
    answer_details,
    blind_details,
    block_details,
    chance_details,
    consent_details,
    each_details,
    filing_details,
    folder_details,
    link_details,
    list_details,
    nesting_details,
    outline_details,
    person_details,
    score_details,
    table_details,
    text_details,
)
_DETAILS = (*globals().values(), *(detail for room in _OTHERS for detail in vars(room).values()))
CATALOGUE = {detail.code: detail for detail in _DETAILS if isinstance(detail, Detail)}
