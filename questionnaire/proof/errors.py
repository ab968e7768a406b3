"""What may go wrong on purpose while signing or verifying, with messages shown to people."""

from questionnaire.errors import QuestionnaireError


class ProofError(QuestionnaireError):
    """Any expected failure of this room."""


class IdentityError(ProofError):
    """The file of the seal's key and certificate cannot be used."""


class SigningError(ProofError):
    """A revision cannot be added to this document."""


class TrustError(ProofError):
    """A certificate given as trusted cannot be read."""
