"""The library as a page of the authors' guide."""

from collections.abc import Iterator, Mapping, Sequence

from questionnaire.expressions.functions.record import Function, Type

_HEAD = """# Fonctions des expressions

Écrit par `flask --app wsgi forms functions`, d’après la bibliothèque elle-même
(`questionnaire/expressions/functions/`)\u00a0: rien n’y manque. Le dialecte est celui d’ODK et de XLSForm. Entre
crochets, ce qui peut manquer\u00a0; «\u00a0…\u00a0», ce qui peut se répéter.

Une réponse vide est un texte vide\u00a0; comme nombre, elle n’en est pas un, et ce qu’on en calcule n’en est pas un
non plus. Une date écrite `AAAA-MM-JJ` compte, dans un calcul, comme des jours depuis le 1er janvier 1970.
"""
_TYPES = {
    Type.ANY: "une valeur",
    Type.TEXT: "un texte",
    Type.NUMBER: "un nombre",
    Type.TRUTH: "vrai ou faux",
    Type.DATE: "une date",
    Type.NODES: "des réponses",
}
_FOOT = """
Dans le motif de `format-date()`, `%d` est le jour sur deux chiffres, `%e` sans zéro, `%a` son nom\u00a0; `%m` le mois,
`%n` sans zéro, `%b` son nom\u00a0; `%Y` l’année, `%y` ses deux derniers chiffres\u00a0; `%H` l’heure, `%h` sans zéro,
`%M` les minutes, `%S` les secondes, `%3` les millièmes\u00a0; `%%` le signe lui-même.

Un lieu est un texte `latitude longitude`, en degrés, avec si l’on veut l’altitude et la précision, en mètres\u00a0;
plusieurs lieux sont séparés par `;`.

Ce qui est tiré au sort l’est une fois par document et par question, puis gardé avec les réponses : le même à chaque
visite, au moment de finaliser et sur le papier. Seul un `calculation` (ou un `default`) tire ; une règle lit la
réponse qu’il garde. Un calcul qui lit des réponses tire dans `once()`, qui est alors toute la formule :
`once(if(${age} > 17, random(), ''))`. Un formulaire anonyme ne tire rien.
"""


def guide(groups: Mapping[str, tuple[Function, ...]]) -> str:
    """The whole page: a table for each group of functions, under its title."""
    return _HEAD + "".join(_chapter(title, functions) for title, functions in groups.items()) + _FOOT


def _chapter(title: str, functions: Sequence[Function]) -> str:
    return "\n".join(("", f"## {title}", "", *_table(functions), ""))


def _table(functions: Sequence[Function]) -> Iterator[str]:
    yield "| fonction | donne | sens |"
    yield "|---|---|---|"
    for function in sorted(functions, key=lambda each: each.name):
        yield f"| `{_call(function)}` | {_TYPES[function.result]} | {function.summary} |"


def _call(function: Function) -> str:
    sure = len(function.parameters) - (1 if function.of_self else function.optional)
    names = [each.name if rank < sure else f"[{each.name}]" for rank, each in enumerate(function.parameters)]
    return f"{function.name}({', '.join((*names, '…') if function.repeats else names)})"
