"""Nothing that names a person is forgotten: every column that does is read for them, or left out for a reason."""

import re
from datetime import timedelta

import pytest

from questionnaire.content.own_words import COLUMNS, TITLES, Periods, subjects
from questionnaire.filling import Change
from questionnaire.storage import answers, comments, own
from questionnaire.storage.errors import NotFound
from questionnaire.storage.own_parts import LEFT_OUT, PARTS
from questionnaire.storage.tables import metadata
from questionnaire.storage.transaction import reading, writing
from tests.storage.world import ANA, NOW, open_account

NAMES_SOMEBODY = re.compile(r"(person|account|author|subject)_id|\w+_by")
WHO = {"person.id", "account.id"}


def names_somebody(column):
    keys = {key.target_fullname for key in column.foreign_keys}
    return bool(NAMES_SOMEBODY.fullmatch(column.name) or keys & WHO)


def columns_that_name_a_person():
    return {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if table.name not in LEFT_OUT and names_somebody(column)
    }


def read_for_them():
    return {by for part in PARTS.values() for by in part.by}


def test_every_column_that_names_a_person_is_in_a_part():
    assert columns_that_name_a_person() - read_for_them() == set()


def test_every_table_is_in_a_part_or_left_out_with_a_reason():
    read = {by.partition(".")[0] for by in read_for_them()}
    assert read | set(LEFT_OUT) == set(metadata.tables)
    assert (read & set(LEFT_OUT), all(LEFT_OUT.values())) == (set(), True)


def test_every_part_and_column_has_words_and_one_subject():
    told = [part for subject in subjects(Periods(*range(7))) for part in subject.parts]
    assert sorted(told) == sorted(PARTS) == sorted(TITLES)
    shown = {column.name for part in PARTS.values() for column in part.statement.selected_columns}
    assert shown - own.HIDDEN == set(COLUMNS)


def test_person_reads_their_own_rows_and_no_other(session, world):
    open_account(session, ANA)
    with writing(session):
        answers.save(session, world.here, "draft", 0, [Change("titre", None, "Bien")], person_id="ana", at=NOW)
        answers.save(session, world.here, "draft", 1, [Change("titre", "Bien", "Mieux")], person_id="luc", at=NOW)
        comments.add(session, world.here, "draft", "titre", "Trop long", person_id="luc", at=NOW + timedelta(days=1))
    with reading(session):
        ana, luc = (own.read(session, world.here, each) for each in ("ana", "luc"))
    assert [row["value"] for row in ana["answer_changes"]] == ["Bien"]
    assert (ana["answers"], ana["comments"]) == ((), ())
    assert [row["value"] for row in luc["answers"]] == ["Mieux"]
    assert luc["comments"] == (
        {
            "dossier": "draft",
            "form": "fiche_projet",
            "form_digest": "d" * 64,
            "project": "Bien vivre",
            "path": "titre",
            "text": "Trop long",
            "at": "2026-03-03T09:30:00+00:00",
        },
    )
    assert ana["account"][0]["email"] == "ana@demo.example"


def test_person_is_not_found_from_elsewhere(session, world):
    with reading(session), pytest.raises(NotFound):
        own.read(session, world.there, "ana")
