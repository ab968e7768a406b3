"""``storage``: what is kept, what nothing names, what is missing, the room left."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from questionnaire.journeys.papers.emblems import LOGOS
from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.blanks import blank
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.files import file_clearing, joined_file
from questionnaire.storage.tables.organisations import organisation
from questionnaire.storage.transaction import writing

LONG_AGO = datetime.now(UTC) - timedelta(days=2)


@pytest.fixture
def archived(scene) -> Any:
    return scene("archived")


def told(command: Any, scene: Any) -> tuple[int, dict[str, Any]]:
    result = command(scene.house, "storage", "--json")
    return result.exit_code, json.loads(result.stdout)


def counted(found: dict[str, Any]) -> dict[str, int]:
    """How many files there are of each kind that has some."""
    return {kind: heap["count"] for kind, heap in found["files"].items() if heap["count"]}


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {finding["code"]: finding["verdict"] for finding in found["findings"]}


def folder(scene: Any) -> Path:
    root: Path = scene.house.settings.data_dir / "documents"
    return root


def put(scene: Any, owner: str, data: bytes, *, at: datetime = LONG_AGO) -> str:
    """A file that no row names, written at a moment; its name."""
    sha256 = FolderBlobs(folder(scene)).put(owner, data)
    path = folder(scene) / owner[:2] / owner / sha256
    os.utime(path, (at.timestamp(), at.timestamp()))
    return f"{owner}/{sha256}"


def test_all_that_is_named_is_there_and_nothing_is_too_many(command, archived):
    _, found = told(command, archived)
    assert counted(found) == {"documents": 3}  # drawn, signed, sealed
    assert (found["orphans"], found["missing"], verdicts(found)["files"]) == ([], [], "ok")
    assert (found["database"]["rows"]["archived_document"], found["database"]["rows"]["revision"]) == (1, 3)
    assert found["database"]["bytes"] > found["files"]["documents"]["bytes"] // 100 > 0
    assert found["disk"]["total"] >= found["disk"]["free"] > 0


def test_files_that_nothing_names_are_orphans_once_their_hour_is_over(command, archived):
    orphan = put(archived, "nobody", b"left by a crash")
    put(archived, "somebody", b"about to be named", at=datetime.now(UTC))
    put(archived, LOGOS, b"a logo of before")
    code, found = told(command, archived)
    assert (code, found["orphans"]) == (1, [orphan])
    assert counted(found) == {"documents": 3, "logos": 1, "fresh": 1, "orphans": 1}
    assert verdicts(found)["orphans"] == "attention"


def test_files_of_drafts_blank_forms_and_copies_are_known_by_their_rows(command, archived):
    blobs = FolderBlobs(folder(archived))
    with open_session(archived.house.settings.database_url) as session, writing(session):
        head = session.execute(submission.select()).one()
        place, person, now = head.organisation_id, head.frozen_by, datetime.now(UTC)
        joined = {"draft_id": head.draft_id, "sha256": blobs.put(head.draft_id, b"plan"), "person_id": person}
        about = {"path": "plan", "name": "plan.png", "media_type": "image/png", "size": 4, "at": now}
        session.execute(joined_file.insert().values(**joined, **about))
        drawn = {"sha256": blobs.put(f"vierge-{place}", b"blank"), "digest": "d" * 64, "words": "e" * 64}
        session.execute(blank.insert().values(organisation_id=place, settings="{}", asked_at=now, **drawn))
        copy = {"person_id": person, "organisation_id": place, "places": "[]", "asked_at": now}
        session.execute(data_copy.insert().values(**copy, sha256=blobs.put(f"donnees-{person}", b"copy")))
    assert counted(told(command, archived)[1]) == {"documents": 3, "joined": 1, "blanks": 1, "copies": 1}


def test_files_to_be_cleared_are_no_orphans(command, archived):
    put(archived, "draft", b"taken away")
    with open_session(archived.house.settings.database_url) as session, writing(session):
        place = session.execute(organisation.select()).first()
        assert place is not None
        session.execute(file_clearing.insert().values(draft_id="draft", organisation_id=place.id))
    assert counted(told(command, archived)[1]) == {"documents": 3, "clearing": 1}


def test_missing_file_fails_and_is_named(command, archived):
    kept = next(FolderBlobs(folder(archived)).every())
    FolderBlobs(folder(archived)).delete(*kept.name)
    code, found = told(command, archived)
    assert (code, found["missing"], verdicts(found)["missing"]) == (2, ["/".join(kept.name)], "echec")
    said = command(archived.house, "storage", "--list").stdout
    assert f"Manquants\u00a0: 1\n  {kept.owner}/{kept.sha256}\n" in said
    assert "Orphelins\u00a0: 0\n" in said


def test_text_counts_in_words(command, archived):
    said = command(archived.house, "storage").stdout
    assert "Documents archivés                                1\n" in said
    assert "] Place sur le disque\u00a0: " in said
    assert "[OK] Fichiers\u00a0: chacun de ceux que la base nomme est là" in said
