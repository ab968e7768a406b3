"""Secrets of accounts, sealed for one place and one installation."""

from questionnaire.storage.vault import Vault

VAULT = Vault("x" * 32)


def test_what_is_sealed_opens_in_its_place_only():
    sealed = VAULT.seal("secret", "second_step", "1")
    assert VAULT.open(sealed, "second_step", "1") == "secret"
    assert VAULT.open(sealed, "second_step", "2") is None
    assert Vault("y" * 32).open(sealed, "second_step", "1") is None
    assert "secret" not in sealed


def test_what_was_never_sealed_or_was_changed_does_not_open():
    sealed = VAULT.seal("secret", "second_step", "1")
    assert [VAULT.open(text, "second_step", "1") for text in ("secret", "", sealed[:-4], f"{sealed}é")] == [None] * 4


def test_digest_depends_on_the_installation_and_the_place():
    digests = {
        VAULT.digest("code", "recovery_code", "1"),
        VAULT.digest("code", "recovery_code", "2"),
        VAULT.digest("other", "recovery_code", "1"),
        Vault("y" * 32).digest("code", "recovery_code", "1"),
    }
    assert (len(digests), {len(each) for each in digests}) == (4, {64})
    assert VAULT.digest("code", "recovery_code", "1") in digests
