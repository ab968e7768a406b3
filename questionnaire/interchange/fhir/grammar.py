"""The grammar of FHIRPath, as its published parser reads it; what it would mend by guessing is refused."""

from collections.abc import Mapping
from typing import Any, NoReturn, cast

from antlr4 import CommonTokenStream, InputStream, ParseTreeWalker
from antlr4.error.ErrorListener import ErrorListener
from fhirpathpy.parser.ASTPathListener import ASTPathListener
from fhirpathpy.parser.generated.FHIRPathLexer import FHIRPathLexer
from fhirpathpy.parser.generated.FHIRPathParser import FHIRPathParser

Node = Mapping[str, Any]


class Unparsed(Exception):
    """The text is no FHIRPath."""


class _Strict(ErrorListener):  # type: ignore[misc]  # the library has no types
    def syntaxError(self, *_found: object) -> NoReturn:  # noqa: N802  # the library's name
        raise Unparsed


def parse(expression: str) -> Node:
    """The tree of an expression: nodes with a ``type``, their ``text`` and ``children``. Raises Unparsed."""
    made = ASTPathListener()
    lexer = FHIRPathLexer(InputStream(expression))
    parser = FHIRPathParser(CommonTokenStream(lexer))
    for each in (lexer, parser):
        each.removeErrorListeners()
        each.addErrorListener(_Strict())
    ParseTreeWalker().walk(made, parser.entireExpression())
    return cast("Node", made.parentStack[0])
