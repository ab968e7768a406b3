import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec import Form, SpecError, check_file, load, load_bytes, load_text

SOUND = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\n"
)


def outcome(text):
    try:
        return load_text(text)
    except SpecError as error:
        return error


def test_digest_is_the_hash_of_the_bytes(tmp_path):
    path = tmp_path / "2026-1.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert load(path).digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_form_read_back_from_its_text_is_the_same_version(tmp_path):
    path = tmp_path / "2026-1.yaml"
    path.write_bytes(SOUND.replace("\n", "\r\n").encode())
    form = load(path)
    again = load_text(form.yaml, "demo/2026-1")
    assert (again.digest, again.version, again.name) == (form.digest, "2026-1", "demo")


@pytest.mark.parametrize(
    "name, version",
    [("a/2026-1.yaml", "2026-1"), ("a/2026-1", "2026-1"), ("2026.2.yaml", "2026.2"), ("<texte>", "")],
)
def test_version_comes_from_the_name_of_the_file(name, version):
    assert load_text(SOUND, name).version == version


def test_file_that_is_not_there_is_told(tmp_path):
    faults = check_file(tmp_path / "no.yaml")
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [(1, 1, "unreadable_file")]


def test_file_in_another_encoding_is_told_with_its_place(tmp_path):
    path = tmp_path / "1.yaml"
    path.write_bytes(SOUND.encode("latin-1"))
    assert [(fault.line, fault.column, fault.code) for fault in check_file(path)] == [(2, 9, "not_utf8")]


def test_faults_name_the_file(tmp_path):
    path = tmp_path / "1.yaml"
    path.write_text("titre: x\n", encoding="utf-8")
    assert {fault.file for fault in check_file(path)} == {str(path)}


def test_sound_file_has_no_fault(tmp_path):
    path = tmp_path / "1.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert check_file(path) == []


@given(st.text(max_size=80))
def test_any_text_is_a_form_or_told(text):
    result = outcome(text)
    assert isinstance(result, Form) or result.faults != ()


@given(st.data())
def test_any_damaged_form_is_a_form_or_told(data):
    start = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(start, min(start + 8, len(SOUND))))
    filling = data.draw(st.text(alphabet=st.sampled_from(list("a:-?,{}[]#&*!|>'\"%@` \n\té$.")), max_size=6))
    result = outcome(SOUND[:start] + filling + SOUND[end:])
    assert isinstance(result, Form) or result.faults != ()


@given(st.binary(max_size=60))
def test_any_bytes_are_a_form_or_told(content):
    with pytest.raises(SpecError):
        load_bytes(content, "f.yaml")
