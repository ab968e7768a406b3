"""The sentences told to an author whose expression cannot be read."""

from questionnaire.expressions.errors import ParseError

TYPOGRAPHIC_QUOTES = "‘’“”«»„‚"
_NOT_YET = "path_not_supported"


def open_quote(position: int) -> ParseError:
    """A literal begins and does not end."""
    return ParseError(
        "Ce texte s’ouvre par un guillemet et ne se referme pas.", position, "Ajoutez le guillemet final."
    )


def typographic_quote(character: str, position: int) -> ParseError:
    """Quotes changed by a word processor."""
    return ParseError(
        f"Le guillemet {character} n’est pas admis dans une expression.",
        position,
        "Écrivez le texte entre guillemets droits, ' ou \".",
    )


def operator_expected(position: int) -> ParseError:
    """Two values follow each other."""
    return ParseError(
        "Un opérateur est attendu ici.",
        position,
        "Opérateurs\u00a0: + - * div mod = != < <= > >= and or (en minuscules).",
    )


def operand_expected(found: str, position: int) -> ParseError:
    """An operator, a comma or the end stands where a value should."""
    where = f"avant «\u00a0{found}\u00a0»" if found else "à la fin de l’expression"
    return ParseError(f"Il manque une valeur {where}.", position)


def bad_reference(text: str, position: int) -> ParseError:
    """`${` is not followed by a name and `}`."""
    end = text.find("}", position)
    if end < 0:
        return ParseError("L’accolade de ${ n’est pas refermée.", position, "Écrivez ${nom}.")
    inside = text[position + 2 : end].strip()
    if inside.startswith("last-saved#"):
        return ParseError("${last-saved#…} n’est pas encore pris en charge.", position, code=_NOT_YET)
    return ParseError(
        f"«\u00a0{inside}\u00a0» n’est pas un nom de question.",
        position,
        "Un nom commence par une lettre et n’a ni espace ni ponctuation\u00a0: ${date_debut}.",
    )


def foreign_character(character: str, position: int) -> ParseError:
    """A character that the language does not use."""
    remedies = {
        "&": "Écrivez and pour « et ».",
        "!": "Écrivez not(…) pour la négation, != pour « différent de ».",
        "$": "Écrivez ${nom} pour désigner une réponse.",
        "{": "Écrivez ${nom} pour désigner une réponse.",
        "%": "Écrivez mod pour le reste d’une division.",
    }
    remedy = remedies.get(character, "").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return ParseError(f"Le caractère «\u00a0{character}\u00a0» n’a pas de sens ici.", position, remedy)


def unexpected(found: str, position: int) -> ParseError:
    """A comma or parenthesis too many."""
    return ParseError(f"«\u00a0{found}\u00a0» est de trop ici.", position)


def open_parenthesis(position: int) -> ParseError:
    """A parenthesis opens and does not close."""
    return ParseError("Cette parenthèse n’est pas refermée.", position, "Ajoutez la parenthèse finale.")


def open_bracket(position: int) -> ParseError:
    """A condition on answers opens and does not close."""
    return ParseError("Ce crochet n’est pas refermé.", position, "Ajoutez le crochet final.")


def step_expected(found: str, position: int) -> ParseError:
    """What follows a slash, an axis or `@` is no name."""
    where = f"«\u00a0{found}\u00a0»" if found else "la fin de l’expression"
    return ParseError(
        f"Un nom est attendu dans ce chemin, au lieu de {where}.", position, "Exemple de chemin\u00a0: ../nom."
    )


def unknown_axis(name: str, position: int) -> ParseError:
    """What stands before `::` is no direction of a path."""
    return ParseError(
        f"«\u00a0{name}::\u00a0» n’est pas une direction de chemin.",
        position,
        "Directions\u00a0: child, parent, self, ancestor, descendant, following-sibling, preceding-sibling…",
    )


def too_long(limit: int) -> ParseError:
    """More characters than any honest expression has."""
    return ParseError(
        f"L’expression dépasse {limit} caractères.", limit, "Découpez-la en questions calculées.", "too_long"
    )


def too_deep(position: int) -> ParseError:
    """More nesting than the evaluator accepts."""
    return ParseError(
        "L’expression a trop de niveaux imbriqués.",
        position,
        "Découpez-la en questions calculées.",
        "too_deep",
    )


def number_too_big(position: int) -> ParseError:
    """A literal beyond what a double holds."""
    return ParseError("Ce nombre est trop grand.", position)
