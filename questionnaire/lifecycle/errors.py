"""What a document's state forbids, in words for the person who tried."""

from questionnaire.errors import QuestionnaireError


class LifecycleError(QuestionnaireError):
    """The root of this room's errors."""


class AlreadyFinalised(LifecycleError):
    """The draft has become a document."""


class AlreadySigned(LifecycleError):
    """The step has its act."""


class NotAwaited(LifecycleError):
    """The circuit has no such step, or others come first."""


class WrongPerson(LifecycleError):
    """The step awaits someone else."""


class UnsignedAct(LifecycleError):
    """An act without the name typed or without the agreement."""


class NotComplete(LifecycleError):
    """A document was to be closed before all that it awaits was there."""


class BadReference(LifecycleError):
    """A pattern of references that cannot make them."""


class BadControlCode(LifecycleError):
    """A control code mistyped."""
