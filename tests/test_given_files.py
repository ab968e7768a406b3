"""Why a file that an operator gives cannot be read, and what to do about it."""

import tomllib

import pytest

from questionnaire.given_files import bad_toml, folder_fault, seal_fault, unknown_key, unread


@pytest.mark.parametrize(
    "error,said",
    [
        (FileNotFoundError(2, "x"), ("f n’existe pas.", "Corrigez le chemin, ou déposez le fichier à cet endroit.")),
        (PermissionError(13, "x"), ("f ne peut pas être lu par ce compte de la machine.", "Donnez-lui ce droit")),
        (OSError(5, "Input/output error"), ("f ne peut pas être lu (OSError).", "Vérifiez le disque et le chemin.")),
    ],
)
def test_each_error_of_the_system_has_its_words(error, said):
    cause, remedy = unread("f", error)
    assert (cause, remedy.startswith(said[1])) == (said[0], True)


@pytest.mark.parametrize(
    "text,where", [("a = 1\nb 2", "ligne 2, colonne 3"), ("a = \n", "ligne 1"), ("a = [", "à la fin du fichier")]
)
def test_where_a_text_stops_being_toml_is_told(text, where):
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    assert where in bad_toml(refused.value)


def test_a_name_is_likened_to_a_known_one_or_to_none():
    assert unknown_key("toke", {"token", "url"}) == "Vouliez-vous écrire «\u00a0token\u00a0»\u00a0?"
    assert unknown_key("chemin", {"token", "url"}) == "Retirez-le."


def test_what_is_in_order_has_no_fault(tmp_path):
    (tmp_path / "seal.p12").write_bytes(b"")
    assert (folder_fault(tmp_path), seal_fault(tmp_path / "seal.p12")) == ("", "")
    assert seal_fault(tmp_path / "seal.p12" / "below").startswith(f"le fichier {tmp_path}/seal.p12/below n’existe pas.")
