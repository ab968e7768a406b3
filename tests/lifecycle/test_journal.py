import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.lifecycle import GENESIS, Event, EventKind, journal_line, record, verify_chain

SALT = "ab" * 32
AT = datetime(2026, 3, 2, 10, 30, tzinfo=ZoneInfo("Europe/Paris"))
EVENT = Event(1, AT, EventKind.FINALISED, "Ana Bellec", "porteur_projet", {"digest": "d" * 64})
LINE = {
    "sequence": 1,
    "at": "2026-03-02T09:30:00+00:00",
    "kind": "finalised",
    "person": "Ana Bellec",
    "role": "porteur_projet",
    "details": {"digest": "d" * 64},
}


def test_entries_make_a_chain():
    first = record(EVENT, GENESIS, SALT)
    second = record(replace(EVENT, sequence=2, kind=EventKind.DRAWN), first.link.hash, SALT)
    assert verify_chain([first.link, second.link]) is None


def test_line_holds_what_is_needed_to_verify_it_alone():
    line = json.loads(json.dumps(journal_line(record(EVENT, GENESIS, SALT))))
    assert line["event"] == LINE
    content = json.dumps(line["event"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = sha256(bytes.fromhex(line["salt"]) + content.encode()).hexdigest()
    assert line["digest"] == digest
    assert line["hash"] == sha256(bytes.fromhex(line["previous"] + digest)).hexdigest()


def test_line_of_an_erased_event_keeps_its_place():
    entry = record(EVENT, GENESIS, SALT)
    erased = replace(entry, event=None, link=replace(entry.link, salt=None, content=None))
    assert journal_line(erased) == {
        "event": None,
        "sequence": 1,
        "salt": None,
        "digest": entry.link.digest,
        "previous": GENESIS,
        "hash": entry.link.hash,
    }
