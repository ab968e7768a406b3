"""The forms of an installation: every version of every folder, found by name or by digest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from questionnaire.spec.block_checking import block_files, check_block
from questionnaire.spec.examples import missing_examples
from questionnaire.spec.faults import Fault, Faults, SpecError
from questionnaire.spec.folder_details import BAD_VERSION, CHANGED_VERSION, MISPLACED_FILE
from questionnaire.spec.lexicon import FILE as LEXICON
from questionnaire.spec.lexicon import load_lexicon
from questionnaire.spec.loading import check_file, load
from questionnaire.spec.model import Form
from questionnaire.spec.neighbours import missing_neighbours
from questionnaire.spec.versions import is_version, natural

NOT_FORMS = frozenset({"blocks", "choices", "programmes"})
"""Folders beside those of forms, which hold shared parts."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``forms`` in order of name then version; ``quarantined`` the files that are none, with their faults."""

    forms: tuple[Form, ...]
    quarantined: Mapping[Path, tuple[Fault, ...]]

    @classmethod
    def read(cls, folders: Iterable[Path | str], shipped: Path | str | None = None) -> "Catalogue":
        """Read every ``<form>/<version>.yaml`` of ``folders``.

        A bad form of the folder ``shipped`` stops the start (SpecError with the faults of all its bad files);
        one of any other folder is put aside, and the rest runs.
        """
        found: dict[Path, Form] = {}
        quarantined: dict[Path, tuple[Fault, ...]] = {}
        fatal: list[Fault] = []
        for folder in map(Path, folders):
            for path in form_files(folder):
                form = _placed(path, found)
                if isinstance(form, Form):
                    found[path] = form
                elif shipped is not None and folder.resolve() == Path(shipped).resolve():
                    fatal.extend(form)
                else:
                    quarantined[path] = form
        if fatal:
            raise SpecError(fatal)
        return cls(_sorted(found.values()), quarantined)

    def current(self, name: str) -> Form | None:
        """The last version of the form called ``name``, or None."""
        return next((form for form in reversed(self.forms) if form.name == name), None)

    def currents(self) -> tuple[Form, ...]:
        """The last version of each form, by name."""
        last = {form.name: form for form in self.forms}
        return tuple(last[name] for name in sorted(last))

    def by_digest(self, digest: str) -> Form | None:
        """The version whose content has this SHA-256, or None."""
        return next((form for form in self.forms if form.digest == digest), None)


def form_files(folder: Path) -> Iterator[Path]:
    """The files of a folder of forms that should each be one version of a form."""
    for path in sorted(folder.glob("*/*.yaml")):
        if path.parent.name not in NOT_FORMS:
            yield path


def _sorted(forms: Iterable[Form]) -> tuple[Form, ...]:
    unique = {form.digest: form for form in forms}
    return tuple(sorted(unique.values(), key=lambda form: (form.name, natural(form.version))))


def _placed(path: Path, others: Mapping[Path, Form]) -> Form | tuple[Fault, ...]:
    """The form of a file, unless it is none or does not stand where its name says."""
    try:
        form = load(path)
    except SpecError as error:
        return error.faults
    faults = Faults(str(path))
    if form.name != path.parent.name:
        faults.add(MISPLACED_FILE, form=form.name, folder=path.parent.name)
    if not is_version(form.version):
        faults.add(BAD_VERSION, version=form.version)
    for other, twin in others.items():
        if (twin.name, twin.version) == (form.name, form.version) and twin.digest != form.digest:
            faults.add(CHANGED_VERSION, form=form.name, version=form.version, other=other)
    return tuple(faults.found) or form


def check_folder(folder: Path, beside: Iterable[Form] = ()) -> list[Fault]:
    """All that is wrong with the forms of a folder: those in it, those in folders by their name, and their blocks.

    They may cite one another, and the forms ``beside``.
    """
    own = [fault for path in sorted(folder.glob("*.yaml")) for fault in _faults_of(path)]
    read = Catalogue.read([folder])
    known = {form.name: form for form in (*beside, *read.forms)}
    forms = [fault for path in form_files(folder) for fault in _faults(path, read.quarantined, known)]
    told = {(fault.file, fault.line, fault.column, fault.code) for fault in forms}
    blocks = [fault for path in block_files(folder) for fault in check_block(path)]
    alone = [fault for fault in blocks if (fault.file, fault.line, fault.column, fault.code) not in told]
    return own + forms + list(dict.fromkeys(alone))


def _faults_of(path: Path) -> list[Fault]:
    """What is wrong with a file by its name: a form, or the lexicon."""
    if path.name != LEXICON:
        return check_file(path)
    try:
        load_lexicon(path)
    except SpecError as error:
        return list(error.faults)
    return []


def _faults(path: Path, quarantined: Mapping[Path, tuple[Fault, ...]], known: Mapping[str, Form]) -> Iterable[Fault]:
    return quarantined.get(path) or (*missing_examples(path), *missing_neighbours(path, known))
