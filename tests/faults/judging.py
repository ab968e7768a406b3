"""What is left in a data folder once everything has been done: each thing once, nothing more."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from questionnaire import create_app
from questionnaire.cli import register
from questionnaire.config import Settings
from questionnaire.lifecycle import verify_chain
from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from questionnaire.storage import archive, journal, people, submissions
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.archive import register_entry
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.transaction import reading
from tests.journeys.house import settings_in


@dataclass(frozen=True)
class Outcome:
    """What was found; compare with ``EXPECTED``."""

    archived: int
    registered: int
    journal: tuple[str, ...]
    chain_broken_at: int | None
    verdict: str
    signers: tuple[str, ...]
    files: Counter[str]
    archive_verify: tuple[int, str]


EXPECTED = Outcome(
    archived=1,
    registered=1,
    journal=("created", "finalised", "drawn", "signed", "signature_added", "sealed", "archived"),
    chain_broken_at=None,
    verdict="authentic",
    signers=("Nadia Lemoine",),
    files=Counter(drawn=1, signature=1, seal=1),
    archive_verify=(0, "Le registre et les fichiers sont intègres.\n"),
)


def submission_in(folder: Path) -> str:
    """The id of the only submission."""
    with open_session(settings_in(folder).database_url) as session:
        return str(session.execute(select(submission.c.id)).scalar_one())


def outcome_in(folder: Path) -> Outcome:
    """Everything that can be told of the only document."""
    settings = settings_in(folder)
    blobs = FolderBlobs(settings.data_dir / "documents")
    certificate = load_identity(settings.seal_file, None).certificate_pem
    with open_session(settings.database_url) as session, reading(session):
        whole = people.whole_perimeter(session)
        id_ = session.execute(select(submission.c.id)).scalar_one()
        frozen, progress = submissions.load(session, whole, id_)
        entries = journal.read(session, whole, frozen.draft_id)
        kinds = {revision.sha256: revision.kind.value for revision in progress.revisions}
        report = verify(blobs.get(id_, progress.revisions[-1].sha256), [certificate])
        return Outcome(
            archived=len(archive.listing(session, whole)),
            registered=len(session.execute(select(register_entry)).all()),
            journal=tuple(entry.event.kind.value for entry in entries if entry.event),
            chain_broken_at=verify_chain(entry.link for entry in entries),
            verdict=report.verdict.value,
            signers=tuple(fact.name for fact in report.signatures),
            files=Counter(kinds.get(sha256, "orphan") for sha256 in blobs.list(id_)),
            archive_verify=_archive_verify(settings),
        )


def _archive_verify(settings: Settings) -> tuple[int, str]:
    app = create_app(settings)
    register(app)
    result = app.test_cli_runner().invoke(args=["archive", "verify"])
    return result.exit_code, result.output
