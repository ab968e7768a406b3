"""Statements prepared once give what SQLAlchemy gives, on each database, and fail as it fails."""

from datetime import datetime

import pytest
from sqlalchemy import bindparam, literal, select, text
from sqlalchemy.exc import DBAPIError

from questionnaire.storage.prepared import Prepared
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.transaction import reading
from tests.storage.statements import counted

pytestmark = pytest.mark.usefixtures("world")

DRAFTS = select(draft, literal("é 100 %").label("word"), person.c.last_name).join(
    person, person.c.id == bindparam("person")
)
OF_DRAFT = DRAFTS.where(draft.c.id == bindparam("draft"))


def test_rows_are_those_of_sqlalchemy(session):
    parameters = {"draft": "draft", "person": "ana"}
    with reading(session):
        rows = Prepared(OF_DRAFT).rows(session, **parameters)
        assert rows == [tuple(row) for row in session.execute(OF_DRAFT, parameters)]
    assert rows[0]._fields == tuple(OF_DRAFT.selected_columns.keys())
    assert isinstance(rows[0].created_at, datetime)
    assert (rows[0].id, rows[0].created_at.tzinfo is None, rows[0].word) == ("draft", False, "é 100 %")


@pytest.mark.parametrize("value", ["' OR 1=1 --", "%(draft)s", "\u00e9", ""])
def test_parameters_are_values_and_nothing_else(session, value):
    with reading(session):
        assert Prepared(OF_DRAFT).rows(session, draft=value, person="ana") == []


def test_one_statement_serves_again_and_again(session, engine):
    prepared = Prepared(OF_DRAFT)
    with reading(session), counted(engine) as sent:
        found = [prepared.rows(session, draft="draft", person=name) for name in ("ana", "luc", "nobody")]
    assert [[row.last_name for row in rows] for rows in found] == [["Bellec"], ["Marin"], []]
    assert len(set(sent)) == 1
    assert len(sent) == 3


def test_a_failure_is_told_as_sqlalchemy_tells_it(session):
    broken = Prepared(select(text("nothing.missing AS x")).select_from(draft))
    with pytest.raises(DBAPIError), reading(session):
        broken.rows(session)
