"""Whoever adds a page says where the browser finds it: no page goes without being looked at."""

from questionnaire.web.rules import RULES, Rule
from tests.browser.walk import NOT_PAGES, PAGES


def test_every_page_is_on_the_walk_of_the_browser(place):
    answering = {rule.endpoint for rule in place.house.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    open_ones = {endpoint for endpoint in answering if RULES[endpoint] is not Rule.CLOSED}
    assert open_ones - NOT_PAGES == set(PAGES)


def test_what_is_no_page_is_an_address_all_the_same(place):
    assert NOT_PAGES - {rule.endpoint for rule in place.house.app.url_map.iter_rules()} == set()
