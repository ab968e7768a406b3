"""What an author is told of an expression that reads well and cannot work."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from questionnaire.expressions.functions import LIBRARY, NOT_YET, Function


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in an expression, in words for its author."""

    code: str
    """unknown_name, unknown_column, bare_name, path_not_supported, unknown_function, function_not_supported,
    wrong_arity, nodes_expected or bad_pattern."""

    message: str
    position: int
    """Characters from the start of the source, from 0."""

    remedy: str = ""
    """What to write instead; may be empty."""


def unknown_name(name: str, position: int, known: Collection[str]) -> Fault:
    """`${name}` names nothing in the form."""
    remedy = _suggestion(name, known, "${{{}}}")
    return Fault("unknown_name", f"Le nom «\u00a0{name}\u00a0» est inconnu.", position, remedy)


def unknown_column(name: str, position: int, columns: Collection[str], names: Collection[str]) -> Fault:
    """A name alone is no column of the list; it may be that of an answer."""
    remedy = _suggestion(name, columns, "{}") or _suggestion(name, names, "${{{}}}")
    return Fault("unknown_column", f"La liste n’a pas de colonne «\u00a0{name}\u00a0».", position, remedy)


def bare_name(name: str, position: int, known: Collection[str]) -> Fault:
    """A name alone where no list is chosen from: most often a forgotten `${}`."""
    wanted = name if name in known else next(iter(get_close_matches(name, known, n=1)), name)
    return Fault(
        "bare_name",
        f"«\u00a0{name}\u00a0», seul, ne désigne aucune réponse ici.",
        position,
        f"Pour désigner une réponse, écrivez ${{{wanted}}}\u00a0; pour un texte, '{name}'.",
    )


def path_not_served(position: int) -> Fault:
    """A location path in a rule of a form."""
    return Fault(
        "path_not_supported",
        "Les chemins ne sont pas encore pris en charge dans les formulaires.",
        position,
        "Désignez la réponse par son nom\u00a0: ${nom}.",
    )


def missing_function(name: str, position: int) -> Fault:
    """A function that the library lacks: one still to come, or one that the language does not have."""
    if name in NOT_YET or name in LIBRARY:
        message = f"La fonction {name}() n’est pas encore prise en charge."
        return Fault("function_not_supported", message, position)
    remedy = _suggestion(name, (*LIBRARY, *NOT_YET), "{}()")
    return Fault("unknown_function", f"La fonction {name}() est inconnue.", position, remedy)


def wrong_arity(function: Function, count: int, position: int) -> Fault:
    """Too many arguments, or too few."""
    names = ", ".join(parameter.name for parameter in function.parameters) + (", …" if function.repeats else "")
    received = "elle n’en reçoit aucune" if count == 0 else f"elle en reçoit {count}"
    message = f"La fonction {function.name}() {_expected(function)}, {received}."
    return Fault("wrong_arity", message, position, f"Écrivez {function.name}({names}).")


def nodes_expected(function: Function, position: int) -> Fault:
    """A number or a text stands where answers must be named."""
    wanted, written = "les réponses d’une question ou d’une répétition", "${nom}"
    if function.name == "position":
        wanted, written = "l’élément d’une répétition", ".."
    message = f"La fonction {function.name}() attend {wanted}."
    return Fault("nodes_expected", message, position, f"Écrivez {function.name}({written}).")


def bad_pattern(message: str, position: int) -> Fault:
    """A literal pattern of regex() that cannot be used."""
    return Fault("bad_pattern", message, position)


def _suggestion(name: str, known: Collection[str], form: str) -> str:
    """Say « vouliez-vous dire » when a known name is close, whatever the case of the letters."""
    by_lower = {candidate.lower(): candidate for candidate in sorted(known)}
    close = get_close_matches(name.lower(), by_lower, n=1)
    return f"Vouliez-vous dire {form.format(by_lower[close[0]])}\u00a0?" if close else ""


def _expected(function: Function) -> str:
    fewest, most = function.fewest, function.most
    if most is None:
        return f"attend au moins {_values(fewest)}"
    if most == 0:
        return "n’attend aucune valeur"
    return f"attend {_values(most)}" if fewest == most else f"attend {fewest} à {_values(most)}"


def _values(count: int) -> str:
    return "une valeur" if count == 1 else f"{count} valeurs"
