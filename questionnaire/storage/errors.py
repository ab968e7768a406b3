"""What can go wrong in storage, as the person concerned may read it."""

from questionnaire.errors import QuestionnaireError


class StorageError(QuestionnaireError):
    """The root of this room's errors."""


class StorageBusy(StorageError):
    """Another writer held the database for too long; trying again is safe."""


class NotFound(StorageError):
    """Nothing of that name within the perimeter (it may exist elsewhere: the message is the same)."""


class StaleRevision(StorageError):
    """Someone saved this draft between our reading and our writing; read again and merge."""


class FormVersionChanged(StorageError):
    """A form's text differs from the one already used under the same version."""


class BlobConflict(StorageError):
    """A file is already kept under this name with another content."""


class BlobMissing(StorageError):
    """No such file is kept."""


class BlobDamaged(StorageError):
    """A kept file no longer has the content that was stored."""


class AlreadyThere(StorageError):
    """Another transaction stored the same account a moment ago; trying again finds it."""


class AlreadyMade(StorageError):
    """This was stored before, by another runner or before a crash: read the state and go on from there."""
