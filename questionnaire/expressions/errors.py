"""The two ways an expression fails: it cannot be read, or it cannot be evaluated."""

from questionnaire.errors import QuestionnaireError


class ParseError(QuestionnaireError):
    """The text is not an expression of the language.

    `code` is `syntax`, `too_long`, `too_deep` or `path_not_supported` (right XLSForm, not served yet);
    `position` counts characters from 0; `remedy` says what to write instead, or is empty.
    """

    def __init__(self, message: str, position: int, remedy: str = "", code: str = "syntax") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.remedy = remedy
        self.code = code


class EvaluationError(QuestionnaireError):
    """An expression that was read could not be computed on these answers."""


def caret(source: str, position: int) -> str:
    """Return the line of `source` that holds `position`, and under it a `^` below that character."""
    position = max(0, min(position, len(source)))
    start = source.rfind("\n", 0, position) + 1
    end = source.find("\n", position)
    line = source[start:] if end < 0 else source[start:end]
    pad = "".join("\t" if character == "\t" else " " for character in source[start:position])
    return f"{line}\n{pad}^"
