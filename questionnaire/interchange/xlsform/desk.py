"""What is at hand while rows become questions: the names, the lists, the rewriting, the remarks."""

from dataclasses import dataclass

from questionnaire.interchange.wording import plain_text
from questionnaire.interchange.xlsform.lists import Lists
from questionnaire.interchange.xlsform.naming import Names
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import ListWords, Rewriter
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.nodes import Scalar

Values = dict[str, Scalar]


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of one form that its questions share."""

    names: Names
    lists: Lists
    rewriter: Rewriter
    remarks: Remarks

    def text(self, cell: Scalar, node: Node | None) -> Scalar:
        """A text that people read."""
        return self.rewriter.text(plain_text(cell, self.remarks), node)

    def rule(self, cell: Scalar, node: Node, done: str, words: ListWords | None = None) -> Scalar | None:
        """A rule; None where it cannot be kept, which is said with what was ``done`` instead."""
        return self.rewriter.rule(cell, node, done, words)
