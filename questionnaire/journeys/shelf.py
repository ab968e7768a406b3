"""The compiled forms at hand: those of the files, those published in the browser, and older versions read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue, Fault, Form, SpecError, load_text
from questionnaire.storage import forms, publications
from questionnaire.storage.publications import Offered
from questionnaire.storage.transaction import Session


class UnknownForm(QuestionnaireError):
    """No form of that name can be started."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was published when it was last read; ``stamp`` tells whether that changed since."""

    stamp: int = 0
    forms: tuple[tuple[Form, frozenset[str]], ...] = ()


class Shelf:
    """Compiled forms by digest. A version is compiled once per process: it never changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._by_digest: dict[str, Form] = {form.digest: form for form in catalogue.forms}
        self._shown = _Shown()
        self.refused: Mapping[str, tuple[Fault, ...]] = {}
        """Published versions, by digest, that this version of the product does not take any more."""

    def refresh(self, session: Session, stamp: int | None = None) -> None:
        """See what is published now; ``stamp`` (``publications.stamp``) saves reading it when nothing changed."""
        now = publications.stamp_now(session) if stamp is None else stamp
        if now == self._shown.stamp:
            return
        refused: dict[str, tuple[Fault, ...]] = {}
        shown = tuple(self._compiled(session, publications.offered(session), refused))
        self._shown, self.refused = _Shown(now, shown), refused

    def _compiled(
        self, session: Session, offered: tuple[Offered, ...], refused: dict[str, tuple[Fault, ...]]
    ) -> Iterator[tuple[Form, frozenset[str]]]:
        for each in offered:
            try:
                yield self.version(session, each.digest), each.places
            except SpecError as error:
                refused[each.digest] = error.faults

    def offered(self, place: str) -> tuple[Form, ...]:
        """The version of each form that new documents of an organisation start with, by name."""
        last = {form.name: form for form in self.catalogue.currents()}
        last |= {form.name: form for form, places in self._shown.forms if place in places}
        return tuple(last[name] for name in sorted(last))

    def find(self, name: str, place: str) -> Form | None:
        """The version that new documents of an organisation start with, or None."""
        published = (form for form, places in reversed(self._shown.forms) if form.name == name and place in places)
        return next(published, None) or self.catalogue.current(name)

    def current(self, name: str, place: str) -> Form:
        """The same; raises UnknownForm."""
        form = self.find(name, place)
        if form is None:
            raise UnknownForm(f"Il n’y a pas de formulaire «\u00a0{name}\u00a0».")
        return form

    def at_hand(self, digest: str) -> Form | None:
        """A version that was compiled already, or None."""
        return self._by_digest.get(digest)

    def version(self, session: Session, digest: str) -> Form:
        """The version that a document was started with, even when its file is gone."""
        if digest not in self._by_digest:
            kept = forms.get(session, digest)
            self._by_digest[digest] = load_text(kept.source, f"{kept.form}/{kept.version}")
        return self._by_digest[digest]
