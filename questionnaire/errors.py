"""The root of every error that the product raises on purpose."""


class QuestionnaireError(Exception):
    """An expected failure, whose message may be shown to the person concerned."""
