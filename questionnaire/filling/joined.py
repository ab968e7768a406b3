"""The files that a filled form names, in page order."""

from collections.abc import Iterator

from questionnaire.filling.filled import FilledForm, Place
from questionnaire.spec.values import FileRef, Files


def joined_files(filled: FilledForm) -> Iterator[tuple[Place, FileRef]]:
    """Each file that counts, with the question that it answers: none of a hidden question."""
    for section in filled.sections():
        for place in filled.places(section):
            value = filled.values.get(place.path)
            for ref in value.refs if isinstance(value, Files) else ():
                yield place, ref
