"""What an account administers: the entries of its first page, and the one of the menu that leads there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from questionnaire.access import Action, Actor, Relation, allowed
from questionnaire.journeys.administration.organisations import may_administer
from questionnaire.journeys.administration.people import may_manage
from questionnaire.journeys.administration.processing import may_read_register
from questionnaire.journeys.auditing import LOG
from questionnaire.journeys.upkeep.operating import may_operate
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import AdministrationView, EntryView, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A room of the administration: its name, what it is for, its address, and who enters."""

    name: str
    text: str
    endpoint: str
    open_to: Callable[[Actor], bool]


def can_read_audit(actor: Actor) -> bool:
    """Whether the person answers for what is done with the accounts."""
    return allowed(actor, Action.READ_AUDIT, Relation(actor.organisation.id, document_type=LOG))


ENTRIES: Mapping[str, Entry] = {
    "people": Entry(
        "Personnes",
        "Trouver quelqu’un, ouvrir ou fermer un compte, donner un rôle, importer une liste.",
        "people.index",
        may_manage,
    ),
    "informed": Entry(
        "Information des personnes",
        "Qui sait être inscrit ici, qui reste à informer, et les demandes sur les données.",
        "notices.index",
        may_manage,
    ),
    "organisations": Entry(
        "Organisations",
        "Groupes, établissements et services\u00a0: contacts, apparence et réglages.",
        "organisations.index",
        may_administer,
    ),
    "installation": Entry(
        "État de l’installation",
        "Ce qui attend, ce qui a échoué, le cachet, les fichiers et les réglages.",
        "operating.state",
        may_operate,
    ),
    "processing": Entry(
        "Registre des traitements",
        "Ce que chaque formulaire demande, à qui, pourquoi et de quel droit\u00a0: lire, emporter.",
        "processing.register",
        may_read_register,
    ),
    "audit": Entry(
        "Journal d’audit",
        "Qui a fait quoi, et quand\u00a0: chercher, vérifier, exporter.",
        "audit.log",
        can_read_audit,
    ),
}
"""By section of the menu, in the order of the page."""


def administration_view(actor: Actor) -> AdministrationView:
    """The first page."""
    return AdministrationView(
        title="Administration",
        entries=tuple(EntryView(Link(each.name, address(each.endpoint)), each.text) for _, each in _of(actor)),
    )


def administration_link(actor: Actor, section: str) -> Link | None:
    """The entry of the menu: the first page, or its only room; None for those who administer nothing."""
    found = _of(actor)
    if len(found) == 1:
        name, only = found[0]
        return Link(only.name, address(only.endpoint), current=section == name)
    current = section == "administration" or any(section == name for name, _ in found)
    return Link("Administration", address("administration.index"), current=current) if found else None


def _of(actor: Actor) -> list[tuple[str, Entry]]:
    return [(name, each) for name, each in ENTRIES.items() if each.open_to(actor)]
