"""Joining files to an answer of a draft, taking them away, putting them back."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from questionnaire.access import Actor
from questionnaire.errors import QuestionnaireError
from questionnaire.files.inspecting import Received, receive
from questionnaire.files.naming import visible_name
from questionnaire.files.refusals import NotAccepted
from questionnaire.filling import BadPath, Change, FilledForm, parse_path
from questionnaire.filling.answers import question_at, unknown
from questionnaire.filling.paths import Path
from questionnaire.filling.reading import has_item
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.saving import load_part, store
from questionnaire.spec.model import Question
from questionnaire.spec.values import FileRef, Files
from questionnaire.storage import files
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import BlobMissing
from questionnaire.storage.transaction import reading, writing

MOST_KEPT = 200
"""Files ever joined to one draft, those taken away included: a bound on what one draft may store."""
ONE_ALREADY = "Un seul fichier est demandé ici."
FULL = "Ce dossier a déjà reçu trop de fichiers. Finalisez-le, ou commencez-en un autre."


class NoSuchFile(QuestionnaireError):
    """The file is not there, or not any more."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as somebody brings it: its name as given, and a stream that is read only as far as needed."""

    name: str
    stream: IO[bytes]


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of files: the draft as it stands afterwards, those joined, and why the others were refused."""

    draft: OpenDraft
    refs: tuple[FileRef, ...]
    refusals: tuple[str, ...]


def join(desk: Desk, actor: Actor, blobs: Blobs, draft_id: str, path: str, brought: Sequence[Brought]) -> Joined:
    """Check files, keep them, and add them to the answer at ``path``; where one file is asked, it takes its place.

    Raises BadPath where no file is asked, and what ``load_part`` raises. Nothing is read before that is known.
    """
    with reading(desk.session) as session:
        question = _asked(load_part(desk, actor, draft_id, path), path)
        room = MOST_KEPT - len(files.of_draft(session, actor.perimeter, draft_id))
    received, refusals = _receive(question, brought, room)
    for each in received:
        blobs.put(draft_id, each.data)
    try:
        return _record(desk, actor, draft_id, path, received, refusals)
    except QuestionnaireError:
        _forget(desk, actor, blobs, draft_id, received)
        raise


def open_field(desk: Desk, actor: Actor, draft_id: str, path: str) -> OpenDraft:
    """A draft in which the actor may join files at a path; raises as ``join`` does."""
    with reading(desk.session):
        opened = load_part(desk, actor, draft_id, path)
        _asked(opened, path)
    return opened


def _receive(question: Question, brought: Sequence[Brought], room: int) -> tuple[list[Received], list[str]]:
    """The files that may be kept, and a sentence for each of the others."""
    rules = question.files
    received: list[Received] = []
    refusals: list[str] = []
    for each in brought:
        try:
            if rules is None or len(received) >= min(rules.most, room):
                refusals.append(FULL if room <= len(received) else _too_many(question))
                break
            received.append(receive(each.name, each.stream, rules))
        except NotAccepted as error:
            refusals.append(
                f"«\u00a0{visible_name(each.name)[:60]}\u00a0»\u00a0: {error}" if len(brought) > 1 else str(error)
            )
    return received, list(dict.fromkeys(refusals))


def _record(
    desk: Desk, actor: Actor, draft_id: str, path: str, received: Sequence[Received], refusals: list[str]
) -> Joined:
    with writing(desk.session) as session:
        opened = load_part(desk, actor, draft_id, path)
        question = _asked(opened, path)
        before = refs_at(opened, question, path)
        after = _added(question, before, [each.ref for each in received])
        new = [ref for ref in after if ref not in before]
        if any(each.ref.sha256 not in {ref.sha256 for ref in after} for each in received):
            refusals = [*refusals, _too_many(question)]
        files.add(session, actor.perimeter, draft_id, path, new, person_id=actor.person.id, at=opened.context.now)
        stored = _stored(desk, actor, opened, question, path, after)
    return Joined(stored, tuple(new), tuple(dict.fromkeys(refusals)))


def _added(question: Question, before: tuple[FileRef, ...], new: Sequence[FileRef]) -> tuple[FileRef, ...]:
    """The files with the new ones that find room. The same content again is the same file."""
    most = question.files.most if question.files else 0
    known = {ref.sha256 for ref in before}
    fresh = tuple({ref.sha256: ref for ref in new if ref.sha256 not in known}.values())
    return fresh[-1:] or before if most == 1 else (*before, *fresh)[: max(most, len(before))]


def _forget(desk: Desk, actor: Actor, blobs: Blobs, draft_id: str, received: Sequence[Received]) -> None:
    """Take back blobs that no row names."""
    with reading(desk.session) as session:
        named = {each.ref.sha256 for each in files.of_draft(session, actor.perimeter, draft_id)}
    for each in received:
        if each.ref.sha256 not in named:
            with suppress(BlobMissing):
                blobs.delete(draft_id, each.ref.sha256)


def take_away(desk: Desk, actor: Actor, draft_id: str, path: str, sha256: str) -> None:
    """Take a file out of an answer. It is kept, to be put back, until the draft is frozen or deleted."""
    with writing(desk.session):
        opened = load_part(desk, actor, draft_id, path)
        question = _asked(opened, path)
        before = refs_at(opened, question, path)
        named(before, sha256)
        _stored(desk, actor, opened, question, path, tuple(ref for ref in before if ref.sha256 != sha256))


def put_back(desk: Desk, actor: Actor, draft_id: str, path: str, sha256: str) -> None:
    """Put back a file that was taken away. Raises NoSuchFile, also where there is no room for it any more."""
    with writing(desk.session) as session:
        opened = load_part(desk, actor, draft_id, path)
        question = _asked(opened, path)
        known = files.of_draft(session, actor.perimeter, draft_id)
        ref = named((each.ref for each in known if each.path == path), sha256)
        before = refs_at(opened, question, path)
        if ref not in before and len(before) >= (question.files.most if question.files else 0):
            raise NoSuchFile(_too_many(question))
        _stored(desk, actor, opened, question, path, _added(question, before, [ref]))


def refs_at(opened: OpenDraft, question: Question, path: str) -> tuple[FileRef, ...]:
    """The files that the answer at a path holds now."""
    row = opened.stored.get(path)
    value = question.kind.from_json(row.value, question) if row else None
    return value.refs if isinstance(value, Files) else ()


def refs_in(filled: FilledForm, path: str) -> tuple[FileRef, ...]:
    """The files that count at a path."""
    value = filled.values.get(path)
    return value.refs if isinstance(value, Files) else ()


def named(refs: Iterable[FileRef], sha256: str) -> FileRef:
    """The file of that content; raises NoSuchFile."""
    found = next((ref for ref in refs if ref.sha256 == sha256), None)
    if found is None:
        raise NoSuchFile("Ce fichier n’est pas joint à ce dossier, ou il en a été retiré.")
    return found


def _stored(
    desk: Desk, actor: Actor, opened: OpenDraft, question: Question, path: str, refs: tuple[FileRef, ...]
) -> OpenDraft:
    before = opened.stored[path].value if path in opened.stored else None
    after = question.kind.write(Files(refs)) if refs else None
    return opened if before == after else store(desk, actor, opened, (Change(path, before, after),))


def _asked(opened: OpenDraft, path: str) -> Question:
    """The question for files at a path, where it is asked of this reader; raises BadPath."""
    place = parse_path(path)
    question = question_at(opened.form, place)
    filled = opened.fill()
    if filled.veil.hides(path):
        raise unknown(place)
    if question.kind.name != "file" or place.name is None:
        raise BadPath(f"La question «\u00a0{path}\u00a0» ne demande pas de fichier.")
    if not _is_open(filled, place):
        raise BadPath("Ce fichier n’est plus demandé ici, d’après vos réponses. Il n’a pas été ajouté.")
    return question


def _is_open(filled: FilledForm, place: Path) -> bool:
    path = str(place)
    return has_item(filled, place) and filled.is_relevant(path) and path not in filled.read_only


def _too_many(question: Question) -> str:
    most = question.files.most if question.files else 0
    return f"Gardez {most} fichiers au plus\u00a0: retirez-en un pour en ajouter un autre." if most > 1 else ONE_ALREADY
