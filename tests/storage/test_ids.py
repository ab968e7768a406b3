import re

from questionnaire.storage.ids import new_id


def test_ids_fit_in_addresses_and_columns():
    assert re.fullmatch("[a-z2-7]{20}", new_id())


def test_ids_do_not_repeat():
    assert len({new_id() for _ in range(1000)}) == 1000
