"""A person in front of a browser: what they do is the same with and without JavaScript."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from questionnaire.journeys.demonstration.founding import PASSWORD
from tests.browser.eyes import Watch

Sheet = Mapping[str, object]


@dataclass
class Person:
    """``scripts``: whether their browser runs JavaScript."""

    page: Page
    watch: Watch
    scripts: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    """The keys that the server gave to items, by those of the sheet."""

    def goto(self, url: str) -> None:
        """Open an address of the site."""
        self.page.goto(url)

    def sign_in(self, role: str) -> None:
        """Open a session as the demonstration's person of this role."""
        self.goto("/connexion")
        self.page.get_by_label("Adresse").fill(f"{role}@demo.example")
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.press("Se connecter")
        expect(self.page.get_by_role("heading", name="Bonjour")).to_be_visible()

    def press(self, name: str) -> None:
        """Press the button of this name: the one that is seen."""
        self.page.get_by_role("button", name=name, exact=True).last.click()

    def begin(self) -> str:
        """Begin a fiche projet; its address."""
        self.goto("/")
        self.page.get_by_role("button", name=re.compile("Commencer")).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        return re.sub(r"^http://[^/]+", "", self.page.url)

    def section(self, draft: str, name: str) -> None:
        """Open a section of a draft."""
        self.goto(f"{draft}/parties/{name}/")

    def fill_section(self, draft: str, name: str, names: Iterable[str], sheet: Sheet) -> None:
        """Answer a whole section, items of its repeats included, and go on."""
        wanted = [each for each in names if sheet.get(each) not in (None, "")]
        self.section(draft, name)
        plain = {each: sheet[each] for each in wanted if not _is_items(sheet[each])}

        def again() -> None:
            self.page.locator(".ending button[value=next]").click()
            self.section(draft, name)

        for each in wanted:  # items first: others choose among them
            for item in sheet[each] if _is_items(sheet[each]) else ():  # type: ignore[attr-defined]  # items
                self.add_item(each, item)
        self.answer(plain, again)
        self.page.locator(".ending button[value=next]").click()

    def add_item(self, group: str, item: Sheet) -> None:
        """Add an item to a repeat, answer its questions, close it."""
        self.page.locator(f'button[value="add:{group}"]').click()
        opened = self.page.locator(".item-open")
        expect(opened).to_be_visible()
        close = opened.locator('button[value^="close:"]')
        path = str(close.get_attribute("value")).removeprefix("close:")

        def again() -> None:
            close.click()
            self.page.locator(f'button[value="open:{path}"]').click()

        self.keys[str(item.get("_key"))] = path.partition("[")[2].removesuffix("]")
        given = {name: value for name, value in item.items() if name != "_key" and value not in (None, "")}
        self.answer({f"{path}.{name}": value for name, value in given.items()}, again)
        close.click()
        expect(self.page.locator(".item-open")).to_have_count(0)

    def answer(self, answers: Sheet, again: Callable[[], None] | None = None) -> None:
        """Answer questions in order. One that only a former answer brings needs the page ``again`` without scripts."""
        for path, value in answers.items():
            control = self.control(path)
            if not self.scripts and again and control.count() == 0:
                again()
            self.put(control, value)
        self.leave()

    def control(self, path: str) -> Locator:
        """The control or controls of a question."""
        return self.page.locator(f'[name="{path}"]:not([type=hidden])')

    def put(self, control: Locator, value: object) -> None:
        """Answer one question."""
        first = control.first
        first.wait_for(state="attached")
        kind = first.get_attribute("type") or first.evaluate("element => element.tagName")
        if kind in {"radio", "checkbox"}:
            if isinstance(value, list):
                self._untick(first, [self.posted(each) for each in value])
            for each in value if isinstance(value, list) else [value]:
                box = self.page.locator(f'[name="{first.get_attribute("name")}"][value="{self.posted(each)}"]')
                box.check()
        elif kind == "SELECT" and first.is_hidden():
            self._search(first, self.posted(value))
        elif kind == "SELECT":
            for place, each in enumerate(value if isinstance(value, list) else [value]):  # one list for each rank
                control.nth(place).select_option(self.posted(each))
        else:
            first.fill(str(value))
            first.blur()

    def _untick(self, first: Locator, kept: list[str]) -> None:
        """Untick what a list had ticked beforehand, but these."""
        for box in self.page.locator(f'[name="{first.get_attribute("name")}"]:checked').all():
            if box.get_attribute("value") not in kept:
                box.uncheck()

    def posted(self, value: object) -> str:
        """What a box or an option posts: an item is known by the key that the server gave it."""
        return "OK" if value is True else self.keys.get(str(value), str(value))

    def _search(self, listed: Locator, value: str) -> None:
        """Choose in a long list, which scripts make a field to search in."""
        label = str(listed.locator(f'option[value="{value}"]').text_content()).strip()
        self.page.locator(f"#{str(listed.get_attribute('id')).removesuffix('-posted')}").fill(label)
        self.page.get_by_role("option", name=label, exact=True).click()

    def sign(self, name: str) -> None:
        """On the page that asks for it, agree to everything, write one's name and sign."""
        for box in self.page.get_by_role("checkbox").all():
            box.check()
        self.page.get_by_label("Prénom et nom").fill(name)
        self.press("Signer")
        self.wait_for("C’est signé")

    def leave(self) -> None:
        """Wait until everything answered is stored, where the page stores it by itself."""
        if self.scripts:
            expect(self.page.locator("form.htmx-request, form .htmx-request")).to_have_count(0)

    def wait_for(self, text: str) -> None:
        """Wait until the page says something, as long as a document takes to be made."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible(timeout=30_000)


def _is_items(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
