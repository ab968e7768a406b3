"""What an author is told of an expression that reads well and cannot work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from questionnaire.expressions.axes import ANY_NODE
from questionnaire.expressions.functions import LIBRARY, NOT_YET, Function
from questionnaire.expressions.functions.chance import KEEPS

_FEW = 6
"""Names told at most, so that a fault stays short."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in an expression, in words for its author."""

    code: str
    """unknown_name, unknown_column, bare_name, leads_nowhere, unknown_instance, computed_name, unknown_function,
    function_not_supported, wrong_arity, nodes_expected, bad_pattern, drawn_in_rule, drawn_again or once_inside."""

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


def leads_nowhere(name: str, position: int, known: Collection[str]) -> Fault:
    """A step of a path finds nothing, whatever is answered."""
    here = sorted(filter(None, known))
    remedy = _suggestion(name, here, "{}") or (f"À cet endroit du chemin\u00a0: {_listed(here)}." if here else "")
    if name == ANY_NODE:
        return Fault("leads_nowhere", "Ce chemin sort du formulaire.", position)
    message = f"Ce chemin ne mène à rien\u00a0: «\u00a0{name}\u00a0» n’est pas là."
    return Fault("leads_nowhere", message, position, remedy)


def unknown_list(name: str, position: int, known: Collection[str]) -> Fault:
    """`instance('name')` of a list that the form has not."""
    remedy = _suggestion(name, known, "'{}'")
    return Fault("unknown_instance", f"Le formulaire n’a pas de liste «\u00a0{name}\u00a0».", position, remedy)


def computed_name(of: str, position: int) -> Fault:
    """A name is computed where a text is expected: nobody can tell before the form is filled what is read."""
    return Fault("computed_name", f"Écrivez le nom de la {of} entre apostrophes.", position)


def missing_function(name: str, position: int) -> Fault:
    """A function that the library lacks: one still to come, or one that the language does not have."""
    if name in NOT_YET:
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


def drawn_in_rule(name: str, position: int) -> Fault:
    """A rule draws: it would say one thing now and another at the next page."""
    why = "tire au sort\u00a0: la règle changerait à chaque page"
    if name == KEEPS:
        why = "garde une valeur\u00a0: une règle n’en garde pas"
    message = f"La fonction {name}() {why}."
    remedy = "Tirez dans une question calculée («\u00a0calculation\u00a0»), et lisez ici sa réponse."
    return Fault("drawn_in_rule", message, position, remedy)


def drawn_again(name: str, position: int) -> Fault:
    """A formula draws and reads answers: nothing says whether the draw stands when they change."""
    message = f"La fonction {name}() tirerait à nouveau chaque fois qu’une réponse lue ici change."
    remedy = "Pour garder la première valeur, mettez toute la formule dans once(…)."
    return Fault("drawn_again", message, position, remedy)


def once_inside(position: int) -> Fault:
    """``once()`` is a part of a formula, where it is the whole answer that is kept."""
    message = "La fonction once() garde la réponse entière\u00a0: elle doit être toute la formule."
    return Fault("once_inside", message, position, "Écrivez once(…) autour de tout le reste.")


def _suggestion(name: str, known: Collection[str], form: str) -> str:
    """Say « vouliez-vous dire » when a known name is close, whatever the case of the letters."""
    by_lower = {candidate.lower(): candidate for candidate in sorted(known)}
    close = get_close_matches(name.lower(), by_lower, n=1)
    return f"Vouliez-vous dire {form.format(by_lower[close[0]])}\u00a0?" if close else ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")


def _expected(function: Function) -> str:
    fewest, most = function.fewest, function.most
    if most is None:
        return f"attend au moins {_values(fewest)}"
    if most == 0:
        return "n’attend aucune valeur"
    return f"attend {_values(most)}" if fewest == most else f"attend {fewest} à {_values(most)}"


def _values(count: int) -> str:
    return "une valeur" if count == 1 else f"{count} valeurs"
