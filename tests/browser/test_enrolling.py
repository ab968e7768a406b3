"""A list of people chosen in a browser with script reaches the server."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.sites import Bench

pytestmark = pytest.mark.browser

LIST = FilePayload(name="liste.csv", mimeType="text/csv", buffer="prénom;nom\nRose;Blin\n".encode())


def test_a_file_whose_field_says_no_size_stays_chosen_and_is_shown_line_by_line(bench: Bench, seat):
    admin = seat(bench.url, "admin")
    admin.page.goto(f"{bench.url}/administration/personnes/importer/")
    admin.page.set_input_files("[name=liste]", LIST)
    admin.page.get_by_role("button", name="Voir ce que fera la liste").click()
    expect(admin.page.get_by_role("heading", level=1)).to_have_text("Ce que fera la liste")
    expect(admin.page.get_by_text("Rose Blin")).to_be_visible()
