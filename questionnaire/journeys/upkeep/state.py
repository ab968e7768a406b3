"""How the installation is, from what the runner noted, the database and the disk; nothing here is about a person."""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import datetime

from questionnaire.config import CHECKOUT, Settings
from questionnaire.journeys.desk import Desk
from questionnaire.storage import notes, schema
from questionnaire.storage.notes import InstallationNote
from questionnaire.storage.transaction import reading

RUNNER, SEAL, FILES, INTEGRITY = "runner", "seal", "files", "integrity"
"""What is noted: that the runner lives, its seal, the files that it measured, the last reading of the archive."""

TIMESTAMPING = "aucune autorité, l’heure des signatures est celle du serveur"
"""Who tells the hour of signatures."""

MIGRATIONS = CHECKOUT / "migrations"


@dataclass(frozen=True, slots=True)
class RunnerLife:
    """The runner's last sign, since when that process runs, and its version of the product."""

    at: datetime
    since: datetime
    version: str


@dataclass(frozen=True, slots=True)
class SealState:
    """The certificate that the runner seals with; ``authorities`` from its issuer up, ``whole`` up to the root."""

    name: str
    issuer: str
    authorities: tuple[str, ...]
    whole: bool
    key: str
    not_before: datetime
    not_after: datetime
    demo: bool


@dataclass(frozen=True, slots=True)
class FilesState:
    """The files kept: how many, how many bytes, when they were counted."""

    at: datetime
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class InstallationState:
    """``applied`` and ``latest`` are migrations, sizes are in bytes, ``integrity`` is (when, faults found)."""

    now: datetime
    version: str
    runner: RunnerLife | None
    seal: SealState | None
    files: FilesState | None
    integrity: tuple[datetime, int] | None
    database: str
    database_size: int
    applied: str | None
    latest: str
    disk_free: int
    disk_total: int


def version() -> str:
    """The version of the product."""
    told = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def read_state(desk: Desk, settings: Settings) -> InstallationState:
    """The state now; the database must answer."""
    disk = shutil.disk_usage(settings.data_dir)
    with reading(desk.session) as session:
        applied = schema.applied(session)
        # Before its migrations, the database knows no notes.
        noted = notes.read(session) if schema.has_notes(session) else {}
        return InstallationState(
            now=desk.clock(),
            version=version(),
            runner=_runner(noted.get(RUNNER)),
            seal=_seal(noted.get(SEAL)),
            files=_files(noted.get(FILES)),
            integrity=_integrity(noted.get(INTEGRITY)),
            database=schema.kind(session),
            database_size=schema.size(session),
            applied=applied,
            latest=schema.latest(MIGRATIONS),
            disk_free=disk.free,
            disk_total=disk.total,
        )


def _runner(note: InstallationNote | None) -> RunnerLife | None:
    if note is None:
        return None
    return RunnerLife(note.at, _moment(note, "since"), str(note.facts["version"]))


def _seal(note: InstallationNote | None) -> SealState | None:
    if note is None:
        return None
    facts = note.facts
    authorities = facts["authorities"]
    return SealState(
        name=str(facts["name"]),
        issuer=str(facts["issuer"]),
        authorities=tuple(authorities) if isinstance(authorities, list) else (),
        whole=bool(facts["whole"]),
        key=str(facts["key"]),
        not_before=_moment(note, "not_before"),
        not_after=_moment(note, "not_after"),
        demo=bool(facts["demo"]),
    )


def _files(note: InstallationNote | None) -> FilesState | None:
    return None if note is None else FilesState(note.at, _number(note, "count"), _number(note, "bytes"))


def _integrity(note: InstallationNote | None) -> tuple[datetime, int] | None:
    return None if note is None else (note.at, _number(note, "faults"))


def _moment(note: InstallationNote, name: str) -> datetime:
    return datetime.fromisoformat(str(note.facts[name]))


def _number(note: InstallationNote, name: str) -> int:
    return int(str(note.facts[name]))
