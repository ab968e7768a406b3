"""The session of a person: cookie and token, taken through the real sign-in page."""

import re
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

from benchmarks.house import EMAIL
from questionnaire.journeys.demonstration.founding import PASSWORD

AGENT = "benchmark"
"""Sent with every request, as a browser does: a session used by another agent would be stored anew each time."""

TOKEN = re.compile(r'name="_csrf"[^>]* value="([^"]+)"')


@dataclass(frozen=True)
class Browser:
    """What each request must carry."""

    cookie: str
    token: str
    page_bytes: int


def sign_in(address: str, page: str) -> Browser:
    """Sign in, open ``page`` once and take its token."""
    jar = CookieJar()
    opener = build_opener(HTTPCookieProcessor(jar))
    opener.addheaders = [("User-Agent", AGENT)]
    with opener.open(f"{address}/connexion") as form:
        token = _token(form.read().decode())
    fields = urlencode({"_csrf": token, "email": EMAIL, "password": PASSWORD}).encode()
    opener.open(f"{address}/connexion", fields).close()
    with opener.open(address + page) as answer:
        html = answer.read()
    cookie = "; ".join(f"{kept.name}={kept.value}" for kept in jar)
    return Browser(cookie, _token(html.decode()), len(html))


def weigh(url: str, browser: Browser) -> int:
    """The bytes of HTML of a page."""
    asked = Request(url, headers={"Cookie": browser.cookie, "User-Agent": AGENT})  # noqa: S310  # our own server
    with urlopen(asked) as answer:  # noqa: S310  # the same
        return len(answer.read())


def _token(html: str) -> str:
    match = TOKEN.search(html)
    if match is None:
        raise LookupError("no token on the page")
    return match[1]
