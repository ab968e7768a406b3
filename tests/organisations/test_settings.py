from dataclasses import fields

import pytest

from questionnaire.lifecycle import Keeping
from questionnaire.organisations import SETTINGS, BadSetting, OrganisationSettings, read_setting

DEFAULT = Keeping(11, 12)


def test_every_setting_can_be_read_and_has_a_default():
    assert list(SETTINGS) == [each.name for each in fields(OrganisationSettings)]


@pytest.mark.parametrize(
    "name, text, value",
    [
        ("draft_months", " 24 ", 24),
        ("draft_notice_months", "1", 1),
        ("reminder_days", "7, 14 ;30", (7, 14, 30)),
        ("reminder_days", "aucun", ()),
        ("invitation_reminder_days", "5", 5),
        ("invitation_reminder_days", "aucun", 0),
        ("escalation_days", "30", 30),
        ("sender_name", "Hôpital  d’essai", "Hôpital d’essai"),
        ("reply_to", "a@b.fr", "a@b.fr"),
        ("shared_computers", "non", False),
        ("unused_forms", "barometre_soins", ("barometre_soins",)),
        ("unused_forms", "Aucun", ()),
        ("any_order_forms", "fiche_projet, charte_partenariat", ("fiche_projet", "charte_partenariat")),
        ("second_step_roles", "admin qualite", ("admin", "qualite")),
        ("confirm_to_sign", "oui", True),
        ("reply_to", "  ", None),
    ],
)
def test_words_are_read(name, text, value):
    assert read_setting(name, text) == value


@pytest.mark.parametrize("name", [name for name in SETTINGS if name != "reply_to"])
def test_what_is_shown_can_be_read_again(name):
    setting = SETTINGS[name]
    assert read_setting(name, setting.show(setting.default)) == setting.default


@pytest.mark.parametrize(
    "name, text",
    [
        ("draft_months", "1"),
        ("draft_months", "65"),
        ("draft_months", "²"),
        ("reminder_days", "14, 7"),
        ("invitation_reminder_days", "0"),
        ("reminder_days", "7, 7"),
        ("escalation_days", "0"),
        ("sender_name", "A <b@c.fr>"),
        ("reply_to", "a@b"),
        ("shared_computers", "peut-être"),
        ("unused_forms", "Fiche projet"),
        ("colour", "x"),
    ],
)
def test_words_that_mean_nothing_are_refused(name, text):
    with pytest.raises(BadSetting):
        read_setting(name, text)


@pytest.mark.parametrize(
    "own, expected",
    [
        (OrganisationSettings(), Keeping(11, 12)),
        (OrganisationSettings(draft_months=24), Keeping(11, 24)),
        (OrganisationSettings(draft_months=6), Keeping(5, 6)),
        (OrganisationSettings(draft_notice_months=3), Keeping(3, 12)),
        (OrganisationSettings(draft_notice_months=30), Keeping(11, 12)),
    ],
)
def test_people_are_always_told_before_a_draft_goes(own, expected):
    assert own.keeping(DEFAULT) == expected
