import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.storage.blobs import FolderBlobs
from questionnaire.storage.errors import BlobConflict, BlobDamaged, BlobMissing

PDF = b"%PDF-1.7 fiche"
SHA256 = sha256(PDF).hexdigest()


@pytest.fixture
def blobs(tmp_path):
    return FolderBlobs(tmp_path / "blobs")


@pytest.fixture
def stored(blobs):
    blobs.put("owner", PDF)
    return blobs


def _file(tmp_path):
    return tmp_path / "blobs" / "ow" / "owner" / SHA256


def test_put_names_a_file_by_its_hash(blobs):
    assert blobs.put("owner", PDF) == SHA256
    assert blobs.get("owner", SHA256) == PDF


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.binary(max_size=200))
def test_any_bytes_come_back(blobs, data):
    assert blobs.get("owner", blobs.put("owner", data)) == data


def test_put_again_is_harmless(stored):
    assert stored.put("owner", PDF) == SHA256
    assert stored.list("owner") == (SHA256,)


def test_put_leaves_nothing_else_behind(stored, tmp_path):
    stored.put("owner", PDF)
    assert [path.name for path in _file(tmp_path).parent.iterdir()] == [SHA256]


@pytest.mark.usefixtures("stored")
def test_files_are_read_only(tmp_path):
    assert _file(tmp_path).stat().st_mode & 0o777 == 0o400


def test_many_who_put_the_same_agree(blobs):
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: blobs.put("owner", PDF), range(20))) == {SHA256}
    assert blobs.list("owner") == (SHA256,)


def test_other_content_under_the_same_name_is_refused(stored, tmp_path):
    _tamper(tmp_path)
    with pytest.raises(BlobConflict):
        stored.put("owner", PDF)


def _tamper(tmp_path):
    _file(tmp_path).chmod(0o600)
    _file(tmp_path).write_bytes(PDF.replace(b"fiche", b"fichE"))


def test_a_changed_file_is_not_given(stored, tmp_path):
    _tamper(tmp_path)
    with pytest.raises(BlobDamaged):
        stored.get("owner", SHA256)


def test_a_lost_file_is_missed(blobs):
    with pytest.raises(BlobMissing):
        blobs.get("owner", SHA256)


def test_owners_share_nothing(stored):
    assert stored.exists("other", SHA256) is False
    with pytest.raises(BlobMissing):
        stored.get("other", SHA256)
    stored.put("other", PDF)
    stored.delete("owner", SHA256)
    assert stored.get("other", SHA256) == PDF


def test_delete_forgets_the_file(stored):
    stored.delete("owner", SHA256)
    assert stored.exists("owner", SHA256) is False
    with pytest.raises(BlobMissing):
        stored.delete("owner", SHA256)


def test_list_is_sorted_and_ignores_what_was_not_finished(stored, tmp_path):
    (_file(tmp_path).parent / ".0123456789abcdef").write_bytes(b"half")
    other = stored.put("owner", b"other")
    assert stored.list("owner") == tuple(sorted([SHA256, other]))
    assert stored.list("nobody") == ()


@pytest.mark.parametrize("owner", ["", "..", "../x", "a/b", ".hidden", "x" * 65, "é", "a\n"])
def test_owner_cannot_leave_the_folder(blobs, owner):
    with pytest.raises(ValueError, match="not an owner"):
        blobs.put(owner, PDF)


@pytest.mark.parametrize("name", ["", "../" + "a" * 61, "A" * 64, "a" * 63, SHA256 + "\n"])
def test_name_is_a_hash(blobs, name):
    with pytest.raises(ValueError, match="not a SHA-256"):
        blobs.get("owner", name)


def test_every_file_is_told_with_its_size_and_hour(stored, tmp_path):
    other = stored.put("zoe", b"other")
    (_file(tmp_path).parent / ".0123456789abcdef").write_bytes(b"half")
    moment = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
    os.utime(_file(tmp_path), (moment.timestamp(), moment.timestamp()))
    found = {each.name: (each.size, each.at) for each in stored.every()}
    assert found.keys() == {("owner", SHA256), ("zoe", other)}
    assert found["owner", SHA256] == (len(PDF), moment)
    assert stored.measure() == (2, len(PDF) + 5)
