"""What may go wrong on purpose while signing or verifying, with messages shown to people."""

from questionnaire.errors import QuestionnaireError


class ProofError(QuestionnaireError):
    """Any expected failure of this room."""


class IdentityError(ProofError):
    """The file of the seal's key and certificate cannot be used: the ``problem``, and its ``remedy``."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem, self.remedy = problem, remedy


class SigningError(ProofError):
    """A revision cannot be added to this document."""


class TrustError(ProofError):
    """A certificate given as trusted cannot be read."""
