"""Joined files as their control, and the pages of documents, show them."""

from collections.abc import Callable, Iterable
from typing import Any

from questionnaire.filling import FilledForm, Place
from questionnaire.spec.file_types import FileRules, listed
from questionnaire.spec.kinds.files import told
from questionnaire.spec.values import FileRef, Files
from questionnaire.web.screens import FileView, Link

TOO_LARGE = "Ce fichier dépasse {most}\u00a0Mo. Il n’a pas été envoyé\u00a0: choisissez-en un plus petit."


def shown_files(filled: FilledForm, place: Place) -> dict[str, Any]:
    """What a question for files has more than the others; nothing for any other question."""
    rules = place.question.files
    if rules is None:
        return {}
    value = filled.answer(place.path)
    refs = value.refs if isinstance(value, Files) else ()
    return {
        "files": tuple(_file(place.path, ref) for ref in refs),
        "accept": ",".join([*(f".{end}" for real in rules.types for end in real.endings), *_media_types(rules)]),
        "multiple": rules.most > 1,
        "largest": rules.max_bytes,
        "too_large": TOO_LARGE.format(most=rules.max_size),
    }


def limits_of_files(rules: FileRules) -> str:
    """« PDF, image JPEG ou image PNG, 10 Mo au plus. 3 fichiers au plus. »."""
    kinds = listed(rules.types)
    count = f"{rules.most}\u00a0fichiers au plus" if rules.most > 1 else "Un seul fichier\u00a0: un autre le remplace"
    return f"{kinds[0].upper()}{kinds[1:]}, {rules.max_size}\u00a0Mo au plus. {count}."


def file_links(refs: Iterable[FileRef], url: Callable[[str], str]) -> tuple[Link, ...]:
    """Files to download, with their type and size."""
    return tuple(Link(f"{ref.name} ({told(ref)})", url(ref.sha256)) for ref in refs)


def _file(path: str, ref: FileRef) -> FileView:
    # From the page of a section: /dossiers/…/parties/…/
    return FileView(ref.name, f"../../fichiers/{ref.sha256}", told(ref), f"detach:{path}:{ref.sha256}")


def _media_types(rules: FileRules) -> Iterable[str]:
    """Media types beside the endings: by those of images, a phone offers its camera."""
    return dict.fromkeys(real.media_type for real in rules.types)
