"""The compiled forms at hand: those of the catalogue, and older versions read back from the database."""

from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue, Form, load_text
from questionnaire.storage import forms
from questionnaire.storage.transaction import Session


class UnknownForm(QuestionnaireError):
    """No form of that name can be started."""


class Shelf:
    """Compiled forms by digest. A version is compiled once per process: it never changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._by_digest: dict[str, Form] = {form.digest: form for form in catalogue.forms}

    def current(self, name: str) -> Form:
        """The version that new documents start with; raises UnknownForm."""
        form = self.catalogue.current(name)
        if form is None:
            raise UnknownForm(f"Il n’y a pas de formulaire «\u00a0{name}\u00a0».")
        return form

    def version(self, session: Session, digest: str) -> Form:
        """The version that a document was started with, even when its file is gone."""
        if digest not in self._by_digest:
            kept = forms.get(session, digest)
            self._by_digest[digest] = load_text(kept.source, f"{kept.form}/{kept.version}")
        return self._by_digest[digest]
