"""Lists of people as spreadsheets save them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.access import Role
from questionnaire.access.roster import MOST_BYTES, RosterLine, UnreadableRoster, read_roster

WHOLE = "Prénom;Nom;Courriel;Établissement;Rôle;Jusqu’au;Compte\nRose;Blin;rose@p.example;Un;RU;31/12/2027;oui\n"
ROSE = RosterLine(
    2, "Rose", "Blin", "rose@p.example", "Un", Role.REPRESENTANT_USAGERS, date(2027, 12, 31), account=True
)


@pytest.mark.parametrize(
    "content",
    [
        WHOLE.encode(),
        WHOLE.encode("utf-8-sig"),
        WHOLE.replace("’", "'").encode("cp1252"),
        WHOLE.replace(";", ",").encode(),
        WHOLE.replace(";", "\t").replace("\n", "\r\n").encode(),
        WHOLE.upper().replace("ROSE;BLIN;ROSE@P.EXAMPLE;UN", "Rose;Blin;rose@p.example;Un").encode(),
        WHOLE.replace("Rose;", '"Rose";').replace(";Blin", ";  Blin\u00a0").encode(),
        WHOLE.replace("31/12/2027", "2027-12-31").encode(),
    ],
    ids=["utf-8", "bom", "windows", "commas", "tabs", "capitals", "quotes", "iso"],
)
def test_line_is_read_however_the_spreadsheet_saved_it(content):
    assert read_roster(content) == (ROSE,)


def test_accents_are_read_in_either_encoding():
    text = "prénom;nom\nÈve;Sœur\n"
    assert read_roster(text.encode())[0].name == read_roster(text.encode("cp1252"))[0].name == "Ève Sœur"


def test_columns_that_are_not_known_and_empty_lines_are_left_out():
    lines = read_roster(b"Service RH;Nom;Pr\xc3\xa9nom\n12;Blin;Rose\n;;\n\n13;Petit;Ana\n")
    assert [(line.number, line.name) for line in lines] == [(2, "Rose Blin"), (5, "Ana Petit")]


def test_line_is_numbered_where_it_begins():
    lines = read_roster('prénom;nom\n"Rose\nMarie";Blin\nAna;Petit\n'.encode())
    assert [(line.number, line.first_name) for line in lines] == [(2, "Rose Marie"), (4, "Ana")]


@pytest.mark.parametrize(
    "cells, told",
    [
        ("=1+1;Blin;;;", "signe de formule"),
        ("Rose;Blin;;chef;", "Le rôle «\u00a0chef\u00a0» n’existe pas"),
        ("Rose;Blin;;;32/01/2027", "La date «\u00a032/01/2027\u00a0» ne se lit pas"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(cells, told):
    (line,) = read_roster(f"prénom;nom;courriel;rôle;fin\n{cells}\n".encode())
    assert (line.number, len(line.faults), told in line.faults[0]) == (2, 1, True)


def test_account_is_yes_or_no():
    lines = read_roster("prénom;nom;compte\nA;B;Oui\nA;B;non\nA;B;\nA;B;peut-être\n".encode())
    assert [(line.account, bool(line.faults)) for line in lines] == [
        (True, False),
        *[(False, False)] * 2,
        (False, True),
    ]


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "Il manque une colonne"),
        (b"nom\nBlin\n", "«\u00a0prénom\u00a0»"),
        ("prénom;nom\n".encode(), "aucune ligne"),
        ("prénom;nom;nom\nA;B;C\n".encode(), "Deux colonnes"),
        ('prénom;nom\n"Rose;Blin\n'.encode(), "guillemet"),
        ("prénom;nom\n".encode() + b"A;" + b"x" * 400 + b"\n", "trop longue"),
        ("prénom;nom\n".encode() + b"A;B\n" * 2001, "2001 personnes"),
        (b"x" * (MOST_BYTES + 1), "dépasse"),
        (b"PK\x03\x04\x00\x00", "CSV"),
    ],
)
def test_file_that_is_no_list_is_refused_with_a_remedy(content, told):
    with pytest.raises(UnreadableRoster, match=told):
        read_roster(content)


@given(st.binary(max_size=300), st.sampled_from([b"", "prénom;nom;rôle;fin;compte\n".encode(), b"nom,prenom\n"]))
def test_any_file_is_read_or_refused(content, header):
    try:
        lines = read_roster(header + content)
    except UnreadableRoster:
        return
    assert all(line.number > 0 for line in lines)
