"""How a query stays within a perimeter."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Delete, FromClause, Row, Select, Update, bindparam
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.errors import NotFound

_PARAMETER = "perimeter"
UNKNOWN = "Ce document n’existe pas, ou n’est pas accessible avec votre compte."


def inside(table: FromClause) -> ColumnElement[bool]:
    """The condition that a row belongs to the perimeter; run the statement with ``bound(perimeter, ...)``."""
    return table.c.organisation_id.in_(bindparam(_PARAMETER, expanding=True))


def bound(perimeter: Perimeter, **values: object) -> dict[str, Any]:
    """The parameters of a statement that uses ``inside``."""
    return {_PARAMETER: sorted(perimeter.organisations), **values}


def claim(perimeter: Perimeter, organisation_id: str) -> None:
    """Refuse to write a row for an organisation outside the perimeter."""
    if organisation_id not in perimeter:
        raise NotFound("Cette organisation est inconnue.")


def one(session: Session, statement: Select[Any], parameters: Mapping[str, Any]) -> Row[Any]:
    """The only row of a statement; raises NotFound."""
    row = session.execute(statement, parameters).one_or_none()
    if row is None:
        raise NotFound(UNKNOWN)
    return row


def touched(session: Session, statement: Update | Delete, parameters: Mapping[str, Any]) -> bool:
    """Run a change that must concern one row; whether it did."""
    return cast("CursorResult[Any]", session.execute(statement, parameters)).rowcount == 1
