"""Where an expression names answers and lists: a prefix put there changes what is read, and nothing else."""

import pytest

from questionnaire.expressions import Names, ParseError, naming

NAMES = Names({"nom", "membre", "role"}, {"lieux"})


def marked(text, *, of_options=False):
    """The expression with a sign before each name found."""
    for offset in reversed(naming(text, NAMES, of_options=of_options)):
        text = f"{text[:offset]}#{text[offset:]}"
    return text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("${nom} = 'nom' and ${autre} != ${ nom }", "${#nom} = 'nom' and ${autre} != ${ #nom }"),
        ("count(${membre}[role = 'a'])", "count(${#membre}[#role = 'a'])"),
        ("../nom or //role or child::nom = self::role", "../#nom or //#role or child::#nom = self::#role"),
        ("${membre}/role[. = current()/../nom]", "${#membre}/#role[. = current()/../#nom]"),
        ("nom(1) + role", "nom(1) + #role"),
        ("@nom", "@nom"),
        ("instance('lieux')/root/item[nom = ${nom}]/role", "instance('#lieux')/root/item[nom = ${#nom}]/role"),
        ("pulldata('lieux', 'nom', 'role', ${nom})", "pulldata('#lieux', 'nom', 'role', ${#nom})"),
        ("jr:choice-name(${nom}, '${nom}')", "jr:choice-name(${#nom}, '${#nom}')"),
        ("selected(${role}, 'x') and -${nom} < 1", "selected(${#role}, 'x') and -${#nom} < 1"),
    ],
)
def test_names_are_found_where_they_are_names(text, expected):
    assert marked(text) == expected


def test_name_alone_is_a_column_where_options_are_judged():
    assert marked("nom = ${nom} and ../role = 'x'", of_options=True) == "nom = ${#nom} and ../#role = 'x'"


def test_expression_that_cannot_be_read_is_told():
    with pytest.raises(ParseError):
        naming("1 +", NAMES)
