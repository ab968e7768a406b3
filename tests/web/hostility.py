"""What no browser sends, sent everywhere: which parameters each address reads is watched, not listed."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import quote, quote_from_bytes

from flask import Flask
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.test import TestResponse

from tests.journeys.house import Visitor
from tests.web.addresses import Address

MEGABYTE = "x" * 1_000_000
VALUES: tuple[bytes, ...] = (
    b"",
    b"\0",
    b"a\0b",
    b"\xed\xa0\x80",  # half a surrogate pair
    b"\xff\xfe\xfa",
    "\u202eabc\u2066".encode(),
    "\ufffe\ufdd0\U0010ffff".encode(),
    ("e" + "\u0301" * 500).encode(),
    b"9" * 400,
    b"-9223372036854775809",
    b"1e999999",
    b"NaN",
    "٣١/١٢/٢٠٢٦".encode(),
    b"31/12/9999",
    b"00000-00-00",
    b"__proto__",
    b"__class__.__init__",
    b"[]",
    b'{"$ne": null}',
    b"a[0][x].y[",
    b"../../../../etc/passwd",
    b"//evil.example/\\evil",
    b"%s%n%x${7*7}{{7*7}}",
    b"' OR 1=1; --",
    b"a\r\nSet-Cookie: a=b",
    b"=cmd|' /C calc'!A0",
)
PATHS = ("%00", "%ED%A0%80", "%FF", "9" * 400, "x" * 5000, "..%2f..%2fetc", "%E2%80%AE", "__proto__", "'", "%25", " ")

_seen: set[str] | None = None


class _Watched(ImmutableMultiDict[str, Any]):
    """Parameters that remember by which names they were asked."""

    def __getitem__(self, key: Any) -> Any:
        _note(key)
        return super().__getitem__(key)

    def __contains__(self, key: Any) -> bool:
        _note(key)
        return super().__contains__(key)

    def get(self, key: Any, *more: Any, **options: Any) -> Any:
        _note(key)
        return super().get(key, *more, **options)

    def getlist(self, key: Any, *more: Any, **options: Any) -> Any:
        _note(key)
        return super().getlist(key, *more, **options)


def _note(key: Any) -> None:
    if _seen is not None and isinstance(key, str):
        _seen.add(key)


@contextmanager
def watched(app: Flask) -> Iterator[None]:
    """Let the requests of an application tell which parameters they are asked for."""
    kept = app.request_class
    app.request_class = type("Watching", (kept,), {"parameter_storage_class": _Watched})
    try:
        yield
    finally:
        app.request_class = kept


@dataclass
class Attack:
    """Somebody who sends everything to one address, and keeps what came back wrong."""

    visitor: Visitor
    address: Address
    wrong: list[tuple[str, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)

    def probe(self) -> dict[str, list[str]]:
        """Learn the names that the address reads; what its page would post."""
        page = self._send("probe", "GET", self.address.url)
        typed = _fields(page.get_data(as_text=True)) if page.status_code == 200 and page.mimetype == "text/html" else {}
        self.names |= set(typed)
        if self.address.method == "POST":
            self._send("probe", "POST", self.address.url, data={**typed, "_csrf": self.visitor.token})
        return typed

    def throw(self, values: Iterable[bytes], per_name: int) -> None:
        """Each value in all parameters at once, and ``per_name`` of them in each parameter alone."""
        typed, values = self.probe(), tuple(values)
        for value in values:
            self._post_or_get(dict.fromkeys(self.names, value), typed, f"all={value[:20]!r}")
        done: set[str] = set()
        while left := sorted(self.names - done):
            for rank, name in enumerate(left, start=len(done)):
                for step in range(min(per_name, len(values))):
                    value = values[(rank * per_name + step) % len(values)]
                    self._post_or_get({name: value}, typed, f"{name}={value[:20]!r}")
            done |= set(left)

    def shape(self) -> None:
        """Arrays for scalars, files for texts, texts for files, JSON, and a megabyte."""
        typed = self.probe()
        for name in sorted(self.names):
            self._post_or_get({name: b"x"}, typed, f"{name} twice", times=2)
            self._post_or_get({f"{name}[]": b"x", f"{name}[0]": b"y"}, typed, f"{name}[]")
        if self.address.method == "POST":
            data: dict[str, Any] = {name: (BytesIO(b"%PDF-\0" * 9), "é\0.pdf") for name in self.names}
            self._send("files", "POST", self.address.url, data={**data, "_csrf": self.visitor.token})
            header = {"X-CSRFToken": self.visitor.token}
            self._send("json", "POST", self.address.url, json={name: [{}] for name in self.names}, headers=header)
            long = dict.fromkeys(sorted(self.names)[:1], MEGABYTE)
            self._send("megabyte", "POST", self.address.url, data={**long, "_csrf": self.visitor.token})

    def _post_or_get(self, hostile: dict[str, bytes], typed: dict[str, list[str]], told: str, times: int = 1) -> None:
        pairs = [(name, value) for name, value in hostile.items() for _ in range(times) if name != "_csrf"]
        if self.address.method == "GET":
            self._send(told, "GET", f"{self.address.url}?{_encoded(pairs)}")
            return
        kept = [(name, text.encode()) for name, texts in typed.items() if name not in hostile for text in texts]
        body = _encoded([*kept, *pairs, ("_csrf", self.visitor.token.encode())])
        for more in ({}, {"HX-Request": "true"}):
            form = {"Content-Type": "application/x-www-form-urlencoded", **more}
            self._send(told, "POST", self.address.url, data=body, headers=form)

    def _send(self, told: str, method: str, url: str, **options: Any) -> TestResponse:
        global _seen  # noqa: PLW0603  # one request at a time is watched
        _seen = self.names
        answer = self.visitor.client.open(url, method=method, **options)
        _seen = None
        self.answered.add(answer.status_code)
        if answer.status_code >= 500 or b"Traceback (most recent" in answer.get_data():
            self.wrong.append((told, answer.status_code))
        answer.close()
        return answer


def _encoded(pairs: Iterable[tuple[str, bytes]]) -> str:
    return "&".join(f"{quote(name)}={quote_from_bytes(value)}" for name, value in pairs)


def _fields(page: str) -> dict[str, list[str]]:
    """What a page would post as it stands, roughly: the names of its controls and the values written in it."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:input|textarea|select|button)\b[^>]*>", page):
        name, value = re.search(r'\bname="([^"]*)"', tag), re.search(r'\bvalue="([^"]*)"', tag)
        chosen = "checked" in tag or not re.search(r'type="(?:radio|checkbox|submit)"|<button', tag)
        if name and name[1] != "_csrf":
            found.setdefault(unescape(name[1]), [])
            if chosen:
                found[unescape(name[1])].append(unescape(value[1]) if value else "")
    return found
