"""The register and what is found in it."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.journeys.papers.searching import ARCHIVED, PAGE, Count, Search
from questionnaire.lifecycle import State
from questionnaire.spec.codebook import said
from questionnaire.spec.kinds.figures import grouped
from questionnaire.spec.register import Column
from questionnaire.storage.register_lines import Line
from questionnaire.storage.register_search import MOST, FoundLine
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import EmptyState, Link
from questionnaire.web.screens.register import Facet, FacetOption, RegisterRow, RegisterView

COLUMN = "col-"
"""Before the name of a column, in the fields of the page."""

_STATES = {State.A_SIGNER: "awaiting", State.FINALISE: "finished", State.SIGNE: "signed"}
_NOTHING_YET = EmptyState(
    "Aucun document archivé pour le moment",
    "Un document arrive ici dès que toutes ses signatures et le cachet de l’établissement y sont.",
)
_NOT_FOUND = EmptyState("Aucun document trouvé", "Retirez un mot ou un choix, ou élargissez les dates.")


def register_view(search: Search, actor: Actor, asked: Mapping[str, str], error: str) -> RegisterView:
    """A page of the register; ``asked`` is what was typed and chosen, by field."""
    lines = search.lines[:PAGE]
    kept = {name: value for name, value in asked.items() if value and name != "apres"}
    here = address("archive.register")
    zone = ZoneInfo(actor.organisation.timezone)
    columns = search.form.register.columns if search.form else ()
    places = {place.id: place.full_name for place in search.places}
    narrowed = bool(kept)
    return RegisterView(
        title="Archives",
        url=here,
        words=asked.get("q", ""),
        since=asked.get("du", ""),
        until=asked.get("au", ""),
        error=error,
        facets=(*_usual(search, asked), *_of_columns(search, asked)),
        more=_places(search, asked),
        more_open=any(asked.get(name) for name in ("lieu", "du", "au", "alertes")),
        alerts_label=_numbered("Seulement ceux qui demandent attention", search.alerts),
        alerts_chosen=search.sought.alerts,
        count_text=_found(search.number),
        columns=tuple(said(column.label) for column in columns),
        rows=tuple(_row(found, columns, places, zone) for found in lines),
        narrowed=narrowed,
        export=Link("Exporter des réponses", address("exports.answers")) if lines else None,
        empty=None if lines else _NOT_FOUND if narrowed else _NOTHING_YET,
        following=Link("Plus anciens", _older(here, kept, lines[-1].line)) if len(search.lines) > PAGE else None,
        newest=Link("Revenir aux plus récents", f"{here}?{urlencode(kept)}") if asked.get("apres") else None,
    )


def _older(here: str, kept: Mapping[str, str], last: Line) -> str:
    return f"{here}?{urlencode({**kept, 'apres': f'{last.at.isoformat()} {last.submission_id}'})}"


def _found(number: int) -> str:
    return f"Plus de {grouped(MOST)} documents" if number > MOST else counted(number, "document", "documents")


def _numbered(label: str, number: int) -> str:
    return f"{label} ({f'plus de {grouped(MOST)}' if number > MOST else number})"


def _usual(search: Search, asked: Mapping[str, str]) -> tuple[Facet, ...]:
    forms = (Count("", "Tous les formulaires"), *search.forms)
    return _counted("etat", "État", search.states, asked), _counted("formulaire", "Formulaire", forms, asked)


def _places(search: Search, asked: Mapping[str, str]) -> tuple[Facet, ...]:
    """The establishments, where there are several."""
    if not search.places:
        return ()
    places = tuple(FacetOption(place.id, place.full_name) for place in search.places)
    return (_plain("lieu", "Établissement", (FacetOption("", "Tous"), *places), asked),)


def _of_columns(search: Search, asked: Mapping[str, str]) -> Iterator[Facet]:
    labels = {column.name: said(column.label) for column in search.form.register.columns} if search.form else {}
    for name, values in search.values.items():
        options = (FacetOption("", "Toutes les réponses"), *(FacetOption(key, shown) for key, shown in values))
        yield _plain(f"{COLUMN}{name}", labels[name], options, asked)


def _counted(name: str, label: str, counts: tuple[Count, ...], asked: Mapping[str, str]) -> Facet:
    options = tuple(
        FacetOption(each.value, _numbered(each.label, each.number) if each.value or name == "etat" else each.label)
        for each in counts
    )
    return _plain(name, label, options, asked)


def _plain(name: str, label: str, options: tuple[FacetOption, ...], asked: Mapping[str, str]) -> Facet:
    chosen = asked.get(name, ARCHIVED)
    return Facet(
        name, label, tuple(FacetOption(each.value, each.label, chosen=each.value == chosen) for each in options)
    )


def _row(found: FoundLine, columns: tuple[Column, ...], places: Mapping[str, str], zone: ZoneInfo) -> RegisterRow:
    line = found.line
    archived = line.document_id
    detail = " · ".join(filter(None, (line.reference, places.get(line.organisation_id, ""))))
    return RegisterRow(
        title=line.title,
        url=address("archive.document", document_id=archived)
        if archived
        else address("documents.document", submission_id=line.submission_id),
        detail=detail,
        day=f"{line.at.astimezone(zone):%d/%m/%Y}",
        state=_STATES[State(line.state)],  # type: ignore[arg-type]  # one of the page's words
        state_label=State(line.state).label,
        cells=tuple(", ".join(found.cells.get(column.name, ())) for column in columns),
        alerts=tuple(f"{alert.label} (depuis le {alert.since:%d/%m/%Y})" for alert in found.alerts),
        download_url=address("archive.download", document_id=archived, telecharger="oui") if archived else "",
    )
