"""Files that come with the page of a section: how much of a request is read, and what becomes of them."""

from dataclasses import replace

from flask import Flask, request
from flask_login import current_user

from questionnaire.filling import BadPath, Problem
from questionnaire.journeys.drafting import joining
from questionnaire.journeys.drafting.joining import Brought
from questionnaire.journeys.drafting.saving import Saved
from questionnaire.spec.file_types import LARGEST, MEGABYTE
from questionnaire.web import desk

LARGEST_POST = (LARGEST + 14) * MEGABYTE
"""Bytes of a page posted with its files: one of the greatest size, or several, and the answers."""
SECTION = "sections.section"
BRING = frozenset({SECTION, "files.adding"})
"""Endpoints of the pages that bring files."""
REFUSED = "file"
"""Code of a file that was not taken."""


def install(app: Flask) -> None:
    """Let the pages of those signed in bring files; any other request, and a larger one, is refused from its head.

    Registered before whatever reads the request. Files wait on the disk, not in memory, until they are judged.
    """

    @app.before_request
    def make_room() -> None:
        brings = request.method == "POST" and request.mimetype == "multipart/form-data"
        if brings and request.endpoint in BRING and current_user.is_authenticated:
            request.max_content_length = LARGEST_POST


def brings_files() -> bool:
    """Whether the request came with at least one file: an empty field posts one without a name."""
    return any(file.filename for file in request.files.values())


def brought_names() -> tuple[str, ...]:
    """The questions for which files came."""
    return tuple(name for name, files in request.files.lists() if any(file.filename for file in files))


def brought_for(name: str) -> list[Brought]:
    """The files that came in the field of that name."""
    return [Brought(file.filename or "", file.stream) for file in request.files.getlist(name) if file.filename]


def with_files(saved: Saved) -> Saved:
    """Join the files of the request, once the answers beside them are stored; why files were refused is told."""
    refused: list[Problem] = []
    strangers: list[Problem] = []
    for name in brought_names():
        try:
            joined = joining.join(
                desk.desk(), desk.actor(), desk.blobs(), saved.draft.draft.id, name, brought_for(name)
            )
        except BadPath as error:
            strangers.append(Problem(name, "unknown_field", str(error)))
            continue
        saved = replace(saved, draft=joined.draft)
        refused += [Problem(name, REFUSED, " ".join(joined.refusals))] if joined.refusals else []
    return replace(
        saved,
        filled=saved.draft.fill(),
        refused=tuple(refused),
        strangers=(*saved.strangers, *strangers),
    )
