"""The language of conditions, constraints and calculations, over a tree of nodes; it knows no form."""

from questionnaire.expressions.checking import Checked, check
from questionnaire.expressions.deciding import deciding, settled
from questionnaire.expressions.drawing import draws_by_chance, is_kept
from questionnaire.expressions.errors import EvaluationError, ParseError, caret
from questionnaire.expressions.expression import Expression, parse
from questionnaire.expressions.faults import Fault
from questionnaire.expressions.functions import LIBRARY, NOT_YET, Function
from questionnaire.expressions.listing import Listing
from questionnaire.expressions.printing import unparse
from questionnaire.expressions.renaming import Names, naming
from questionnaire.expressions.scope import Atom, Node, NodeKind, NodeSet, Scope, Value, World
from questionnaire.expressions.shape import Around, Shape, list_shape, option_shape

__all__ = [
    "LIBRARY",
    "NOT_YET",
    "Around",
    "Atom",
    "Checked",
    "EvaluationError",
    "Expression",
    "Fault",
    "Function",
    "Listing",
    "Names",
    "Node",
    "NodeKind",
    "NodeSet",
    "ParseError",
    "Scope",
    "Shape",
    "Value",
    "World",
    "caret",
    "check",
    "deciding",
    "draws_by_chance",
    "is_kept",
    "list_shape",
    "naming",
    "option_shape",
    "parse",
    "settled",
    "unparse",
]
