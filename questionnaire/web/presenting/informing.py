"""The words of the pages on people entered by others."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS, Actor
from questionnaire.content.notice import REQUESTS, origin
from questionnaire.journeys.administration.informed import Informed
from questionnaire.journeys.personal.informing import LONGEST_REQUEST, Told
from questionnaire.lifecycle.expiry import months_after
from questionnaire.storage.notices import MAIL, Entered
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Fact, FieldGroup, Link, Notice, PlainField, PlainFormView, Post
from questionnaire.web.screens.informing import InformedGroup, InformedRow, InformedView, NoticeView

TITLE = "Information des personnes"
SENT = (
    "Votre demande du {day} est transmise. L’établissement vous répond avant le {until}. Vous n’avez rien d’autre à "
    "faire."
)


def notice_view(told: Told, typed: str = "", chosen: str = "", error: str = "") -> NoticeView:
    """The page of a person, reached by their own link."""
    entered = told.entered
    asked = ""
    if entered.requested_at:
        zone = ZoneInfo(told.organisation.timezone)
        asked = SENT.format(
            day=_day(entered.requested_at, zone), until=_day(months_after(entered.requested_at, 1), zone)
        )
    return NoticeView(
        title="Vos données",
        lead="Voici ce qui est gardé de vous dans ce logiciel, d’où cela vient, et vos droits.",
        held=_held(told),
        points=tuple(Fact(point.title, point.text) for point in told.points),
        form=None if asked else _form(typed, chosen, error),
        asked=asked,
    )


def printed_view(told: Told) -> NoticeView:
    """The same on paper, to be handed over."""
    return NoticeView(
        title=f"Information de {told.record.person.name} sur ses données",
        lead="À remettre à la personne, ou à lui lire. Imprimez cette page (Ctrl + P).",
        held=_held(told),
        points=tuple(Fact(point.title, point.text) for point in told.points),
        back=Link("Revenir à la liste", address("notices.index")),
    )


def _held(told: Told) -> tuple[Fact, ...]:
    record = told.record
    roles = ", ".join(dict.fromkeys(ROLE_LABELS[each.role].lower() for each in record.roles))
    return (
        Fact("Prénom", record.person.first_name),
        Fact("Nom", record.person.last_name),
        Fact("Organisation", told.organisation.full_name),
        Fact("Adresse électronique", record.email or "Non renseignée"),
        Fact("Mobile", record.mobile or "Non renseigné"),
        Fact("Rôles", roles or "Aucun"),
        Fact("Projets", ", ".join(told.teams) or "Aucun"),
    )


def _form(typed: str, chosen: str, error: str) -> PlainFormView:
    options = (("", "Choisissez"), *REQUESTS.items())
    hint = f"Par exemple, ce qui est faux et ce qu’il faut écrire. {LONGEST_REQUEST} caractères au plus."
    fields = (
        PlainField("demande", "Que demandez-vous\u00a0?", chosen, "select", error=error, options=options),
        PlainField("texte", "Précisions (facultatif)", typed, "textarea", hint),
    )
    return PlainFormView("Faire une demande", (FieldGroup("", fields),), "Envoyer ma demande", None)


def informed_view(found: Informed, actor: Actor, now: datetime, notice: Notice | None) -> InformedView:
    """The page of the administration."""
    zone = ZoneInfo(actor.organisation.timezone)
    return InformedView(
        title=TITLE,
        lead="Les personnes inscrites par quelqu’un d’autre doivent l’apprendre dans le mois (RGPD, article 14). "
        "Celles qui ont ouvert leur compte elles-mêmes n’y sont pas.",
        groups=(
            InformedGroup(
                "Demandes à traiter",
                "Une réponse est due dans le mois.",
                tuple(_asking(each, zone) for each in found.asking),
                "Aucune demande en cours.",
            ),
            InformedGroup(
                "À informer autrement",
                "Sans adresse, ou dont le courriel n’est pas arrivé\u00a0: remettez la notice, puis notez le jour.",
                tuple(_otherwise(each, zone) for each in found.otherwise),
                "Personne.",
            ),
            InformedGroup("En attente du courriel", "", _plain(found.waiting, zone), "Personne."),
            InformedGroup("Informées", "", tuple(_told(each, zone) for each in found.told), "Personne."),
        ),
        today=f"{now.astimezone(zone):%Y-%m-%d}",
        notice=notice,
    )


def _asking(each: Entered, zone: ZoneInfo) -> InformedRow:
    asked = each.requested_at or each.entered_at
    until = _day(months_after(asked, 1), zone)
    detail = f"{REQUESTS[each.request]}, demandé le {_day(asked, zone)}, à traiter avant le {until}"
    settle = Post("Noter comme traitée", address("notices.settle", person_id=each.person_id), about=each.name)
    return InformedRow(_name(each), detail, each.request_text, settle=settle)


def _otherwise(each: Entered, zone: ZoneInfo) -> InformedRow:
    why = "le courriel n’est pas arrivé" if each.email else "sans adresse"
    limit = _day(months_after(each.entered_at, 1), zone)
    return InformedRow(
        _name(each),
        f"{_entry(each, zone)}\u00a0; {why}. À informer avant le {limit}.",
        notice=Link("Notice à imprimer", address("notices.printed", person_id=each.person_id)),
        note=address("notices.told", person_id=each.person_id),
        field=f"jour-{each.person_id}",
    )


def _plain(found: Iterable[Entered], zone: ZoneInfo) -> tuple[InformedRow, ...]:
    return tuple(InformedRow(_name(each), f"{_entry(each, zone)}.") for each in found)


def _told(each: Entered, zone: ZoneInfo) -> InformedRow:
    by = "par courriel" if each.means == MAIL else f"par {each.by or 'une personne effacée'}"
    return InformedRow(_name(each), f"Informée le {_day(each.informed_at or each.entered_at, zone)} {by}.")


def _entry(each: Entered, zone: ZoneInfo) -> str:
    return f"Données {origin(each.entered_as, _day(each.entered_at, zone))}"


def _name(each: Entered) -> Link:
    return Link(each.name, address("people.person", person_id=each.person_id))


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y}"
