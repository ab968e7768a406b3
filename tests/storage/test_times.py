from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from questionnaire.storage.tables.forms import form_version
from questionnaire.storage.transaction import writing

PARIS = datetime(2026, 7, 14, 9, 30, 0, 123456, tzinfo=ZoneInfo("Europe/Paris"))


def _keep(session, moment):
    with writing(session):
        session.execute(
            form_version.insert(),
            {"digest": "d", "form": "f", "version": "1", "source": "", "first_used_at": moment},
        )


def test_moment_comes_back_in_utc(session):
    _keep(session, PARIS)
    found = session.execute(select(form_version.c.first_used_at)).scalar_one()
    assert found == PARIS
    assert found.tzinfo is UTC


def test_moment_without_zone_is_refused(session):
    with pytest.raises(StatementError, match="without time zone"):
        _keep(session, datetime(2026, 7, 14, 9, 30))  # noqa: DTZ001  the fault under test
