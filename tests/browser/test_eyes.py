"""The eyes of these tests see what they are there to see."""

import pytest

from questionnaire.web.headers import CONTENT_POLICY
from tests.browser.eyes import faults

pytestmark = pytest.mark.browser

POLICY = {"Content-Security-Policy": CONTENT_POLICY}


def test_eyes_see_a_nameless_picture_and_a_page_too_wide(bench, seat):
    visitor = seat(bench.url)
    visitor.goto("/connexion")
    visitor.page.evaluate(
        """() => {
            document.querySelector("main h1").after(document.createElement("img"));
            document.querySelector("main h1").style.width = "350px";
        }"""
    )
    seen = " ".join(faults(visitor.page))
    assert ("image-alt" in seen, "wider than 320" in seen) == (True, True)


def test_eyes_see_a_script_that_fails_and_a_breach_of_the_content_policy(bench, seat):
    visitor = seat(bench.url)
    visitor.watch.allowed += ["broken", "Content Security Policy"]
    page = '<script src="/static/js/broken.js"></script><p style="color: red">'
    visitor.page.route("**/page", lambda route: route.fulfill(body=page, headers=POLICY, content_type="text/html"))
    visitor.page.route("**/broken.js", lambda route: route.fulfill(body="throw new Error('broken')"))
    visitor.goto("/page")
    assert ["broken" in line or "inline style" in line for line in visitor.watch.lines] == [True, True]


def test_eyes_see_what_is_asked_from_elsewhere(bench, seat):
    visitor = seat(bench.url)
    visitor.page.route("http://elsewhere.invalid/**", lambda route: route.fulfill(body="seen"))
    visitor.goto("http://elsewhere.invalid/")
    assert visitor.watch.strangers == ["http://elsewhere.invalid/"]
    visitor.watch.strangers.clear()
