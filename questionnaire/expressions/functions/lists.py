"""Functions on the lists of a form: their entries, what stands in their columns, how their choices are read."""

import re

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import NodeSet, Scope

_QUESTION = re.compile(r"\s*(?:\$\{\s*(?P<name>[^{}]+?)\s*\}|(?:.*/)?(?P<last>[^/{}$]+?))\s*", re.DOTALL)


def instance(scope: Scope, name: str) -> NodeSet:
    """Return the place of a list, which holds its entries under `root/item`."""
    found = scope.world.instance(name)
    if not found:
        raise _unknown(name)
    return found


def pulled(scope: Scope, name: str, column: str, key_column: str, key: str) -> str:
    """Return what a column says in the first entry where another says `key`; blank where none does."""
    found = scope.world.cell(name, column, key_column, key)
    if found is None:
        raise _unknown(name)
    return found


def choice_name(scope: Scope, value: str, question: str) -> str:
    """Return how people read a choice of a question, named as `'${name}'`, by its path, or alone."""
    found = scope.world.label(question_of(question), value)
    if found is None:
        raise EvaluationError(f"La question «\u00a0{question}\u00a0» est inconnue.")
    return found


def question_of(text: str) -> str:
    """The name in the text that `jr:choice-name()` receives; the text itself where it has none."""
    match = _QUESTION.fullmatch(text)
    return text if match is None else match["name"] or match["last"]


def _unknown(name: str) -> EvaluationError:
    return EvaluationError(f"La liste «\u00a0{name}\u00a0» est inconnue.")


_LIST = Parameter("liste", Type.TEXT)

LISTS = (
    Function(
        "instance",
        "La liste de ce nom, dont les lignes sont root/item\u00a0: instance('lieux')/root/item[zone = ${zone}]/label.",
        (_LIST,),
        Type.NODES,
        instance,
    ),
    Function(
        "pulldata",
        "Ce que dit une colonne de la liste, sur la première ligne où l’autre colonne contient la valeur.",
        (
            _LIST,
            Parameter("colonne", Type.TEXT),
            Parameter("colonne cherchée", Type.TEXT),
            Parameter("valeur", Type.TEXT),
        ),
        Type.TEXT,
        pulled,
    ),
    Function(
        "jr:choice-name",
        "Le libellé d’un choix d’une question\u00a0: jr:choice-name(${lieu}, '${lieu}').",
        (Parameter("choix", Type.TEXT), Parameter("question", Type.TEXT)),
        Type.TEXT,
        choice_name,
    ),
)
