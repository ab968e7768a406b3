"""Why a document could not be drawn."""

from questionnaire.errors import QuestionnaireError


class DrawingError(QuestionnaireError):
    """A content that no valid PDF can show."""
