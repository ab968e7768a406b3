"""What the installation keeps: rows and files, those that nothing names, those that are missing, the room left."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from questionnaire.config import Settings
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting import asking_blank
from questionnaire.journeys.papers.emblems import LOGOS
from questionnaire.journeys.personal import own_copies
from questionnaire.journeys.upkeep.checkup import (
    Finding,
    attention,
    failure,
    judge_disk,
    judge_integrity,
    ok,
)
from questionnaire.journeys.upkeep.state import InstallationState, read_state
from questionnaire.storage import schema
from questionnaire.storage.blobs import Blobs, StoredFile
from questionnaire.storage.named_files import NamedFiles, named_files
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading

DOCUMENTS, JOINED, BLANKS, COPIES = "documents", "joined", "blanks", "copies"
LOGO, CLEARING, FRESH, ORPHANS = "logos", "clearing", "fresh", "orphans"
KINDS: Mapping[str, str] = {
    DOCUMENTS: "Documents, à chacune de leurs étapes",
    JOINED: "Fichiers joints aux réponses",
    BLANKS: "Formulaires vierges",
    COPIES: "Copies de données de personnes",
    LOGO: "Logos, anciens compris",
    CLEARING: "À effacer par le programme «\u00a0runner\u00a0»",
    FRESH: "Écrits à l’instant, pas encore nommés",
    ORPHANS: "Orphelins\u00a0: rien ne les nomme",
}
"""What files are, by code, in the order in which they are told."""

JUST_WRITTEN = timedelta(hours=1)
"""A file is written before the row that names it: younger, it is nobody's orphan yet."""

SAME_BACKUP = (
    "Vérifiez que DATABASE_URL et DATA_DIR viennent de la même sauvegarde\u00a0; "
    "flask --app wsgi storage --list les nomme."
)

Name = tuple[str, str]
"""Whose a file is, by the name under which it is kept, and its SHA-256."""


@dataclass(frozen=True, slots=True)
class Heap:
    """How many files of a kind there are, and how many bytes they have together."""

    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """``rows`` by table, ``files`` by the codes of ``KINDS``; then the files that nothing names and those not there."""

    state: InstallationState
    rows: Mapping[str, int]
    files: Mapping[str, Heap]
    orphans: tuple[Name, ...]
    missing: tuple[Name, ...]
    findings: tuple[Finding, ...]


def read_holdings(desk: Desk, blobs: Blobs, settings: Settings) -> Holdings:
    """All that is kept, each file looked at but none opened; for the operator at a terminal."""
    state = read_state(desk, settings)
    stored = tuple(blobs.every())
    with reading(desk.session) as session:
        rows, named = schema.rows(session), named_files(session, whole_perimeter(session))
    kinds = _kinds_of(named)
    heaps = _sorted_out(blobs, stored, kinds, named.clearing, state.now)
    seen = {each.name for each in stored}
    # Looked for again: it may have been written since the files were listed.
    missing = tuple(sorted(name for name in kinds if name not in seen and not blobs.exists(*name)))
    return Holdings(
        state=state,
        rows=rows,
        files={kind: Heap(len(heap), sum(each.size for each in heap)) for kind, heap in heaps.items()},
        orphans=tuple(sorted(each.name for each in heaps[ORPHANS])),
        missing=missing,
        findings=tuple(_judge(state, len(heaps[ORPHANS]), len(missing))),
    )


def _kinds_of(named: NamedFiles) -> dict[Name, str]:
    """What each file is that a row names, by the name under which it is kept."""
    return {
        **dict.fromkeys(named.documents, DOCUMENTS),
        **dict.fromkeys(named.joined, JOINED),
        **{(asking_blank.owner_of(place), sha256): BLANKS for place, sha256 in named.blanks},
        **{(own_copies.owner_of(person), sha256): COPIES for person, sha256 in named.copies},
    }


def _sorted_out(
    blobs: Blobs, stored: Iterable[StoredFile], kinds: Mapping[Name, str], clearing: frozenset[str], now: datetime
) -> dict[str, list[StoredFile]]:
    heaps: dict[str, list[StoredFile]] = {kind: [] for kind in KINDS}
    for each in stored:
        kind = kinds.get(each.name) or _unnamed(each, clearing, now)
        # Looked for again: it may have gone with its row since the files were listed.
        if kind != ORPHANS or blobs.exists(*each.name):
            heaps[kind].append(each)
    return heaps


def _unnamed(file: StoredFile, clearing: frozenset[str], now: datetime) -> str:
    if file.owner == LOGOS:
        return LOGO
    if file.owner in clearing:
        return CLEARING
    return FRESH if file.at > now - JUST_WRITTEN else ORPHANS


def _judge(state: InstallationState, orphans: int, missing: int) -> Iterator[Finding]:
    yield judge_disk(state.disk_free, state.disk_total)
    yield judge_integrity(state)
    title = "Fichiers"
    if missing:
        said = f"il en manque {missing} que la base nomme."
        yield failure("missing", title, said, f"Restaurez-les de la sauvegarde. {SAME_BACKUP}")
    if orphans:
        yield attention("orphans", title, f"{orphans} que rien ne nomme dans la base.", SAME_BACKUP)
    if not missing and not orphans:
        yield ok("files", title, "chacun de ceux que la base nomme est là, et aucun n’est de trop.")
