import pytest

from questionnaire.storage import tables

SHARED = {"form_version", "account_role", "attempt", "sign_in_code", "installation_note"}
"""Texts of forms, a table that only Flask-Security asks for, counts, codes under digests, what the runner notes of the
installation: of no organisation."""


def _belongs(name, seen=frozenset()):
    table = tables.metadata.tables[name]
    if name == "organisation" or "organisation_id" in table.c:
        return True
    parents = {key.column.table.name for key in table.foreign_keys if not key.parent.nullable} - seen - {name}
    return any(_belongs(parent, seen | {name}) for parent in parents)


@pytest.mark.parametrize("name", sorted(set(tables.metadata.tables) - SHARED))
def test_every_row_belongs_to_an_organisation(name):
    assert _belongs(name) is True


def test_every_constraint_has_a_name_that_migrations_find_again():
    unnamed = [
        f"{table.name}: {constraint}"
        for table in tables.metadata.sorted_tables
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []
