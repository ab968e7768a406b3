"""People as those who administer them read them: the list, one person, the forms that change them."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS, Actor, Role
from questionnaire.access.managing import grantable
from questionnaire.journeys.administration.people import PAGE, Administered, Identity
from questionnaire.organisations import Organisation
from questionnaire.organisations.mobiles import shown_mobile
from questionnaire.storage.persons import HeldRole, PersonRecord
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    EmptyState,
    Fact,
    FieldGroup,
    Link,
    Notice,
    PlainField,
    PlainFormView,
    Post,
)
from questionnaire.web.screens.people import PeopleView, PersonRow, PersonView, RoleRow

NOT_SAID = "Non renseignée"
_ACCOUNTS = {None: "Sans compte", True: "Compte ouvert", False: "Compte fermé"}
Faults = Mapping[str, str]


def people_view(found: Sequence[PersonRecord], words: str, page: int, notice: Notice | None) -> PeopleView:
    """A page of the list; ``found`` has one more than the page when another follows."""
    here = address("people.index")
    rows = tuple(map(_row, found[:PAGE]))
    empty = EmptyState("Personne à montrer", "Cherchez un autre nom, ou ajoutez une personne.")
    return PeopleView(
        title="Personnes",
        url=here,
        words=words,
        count_text=counted(len(rows), "personne sur cette page", "personnes sur cette page") if rows else "",
        rows=rows,
        empty=None if rows else empty,
        add=Link("Ajouter une personne", address("people.add")),
        enrol=Link("Importer une liste (CSV)", address("enrolment.enrol")),
        previous=Link("Page précédente", _page(here, words, page - 1)) if page > 1 else None,
        following=Link("Page suivante", _page(here, words, page + 1)) if len(found) > PAGE else None,
        notice=notice,
    )


def _page(here: str, words: str, page: int) -> str:
    return f"{here}?{urlencode({'q': words, 'page': page} if words else {'page': page})}"


def _row(record: PersonRecord) -> PersonRow:
    return PersonRow(
        link=Link(record.person.name, address("people.person", person_id=record.person.id)),
        address=record.email,
        place=record.organisation,
        roles=tuple(dict.fromkeys(ROLE_LABELS[role.role] for role in record.roles)),
        account=_ACCOUNTS[record.active],
    )


def person_view(opened: Administered, actor: Actor, notice: Notice | None) -> PersonView:
    """The page of one person."""
    record = opened.record
    where = {"person_id": record.person.id}
    return PersonView(
        title=record.person.name,
        place=record.organisation,
        notice=notice,
        identity=(
            Fact("Prénom", record.person.first_name),
            Fact("Nom", record.person.last_name),
            Fact("Adresse électronique", record.email or NOT_SAID),
            *([Fact("Téléphone mobile", shown_mobile(record.mobile))] if record.mobile else []),
        ),
        identify=Link("Modifier l’identité", address("people.identity", **where)) if opened.touchable else None,
        account_text=_account_text(record),
        account=_account(opened, actor),
        lend=_lend(opened, actor),
        reset=_reset(opened, actor),
        roles=tuple(_role(record, role, actor) for role in record.roles),
        grant=Link("Donner un rôle", address("people.grant", **where)),
        elsewhere="Cette personne a aussi des rôles dans des organisations que vous n’administrez pas."
        if record.elsewhere
        else "",
        projects=tuple(
            Link(f"{project.title} ({ROLE_LABELS[project.role].lower()})")
            for project in opened.projects
            if project.role
        ),
        data=Link("Télécharger ses données, pour les lui remettre (JSON)", address("own_data_for.file", **where))
        if opened.touchable and record.active is None
        else None,
        erase=_erase(record, actor) if opened.touchable else None,
        merge=_merge(record, actor) if opened.touchable else None,
        lost=_lost(opened, ZoneInfo(actor.organisation.timezone)),
    )


def _lost(opened: Administered, zone: ZoneInfo) -> Notice | None:
    """That the last mail has not arrived, why, and what to do."""
    if opened.lost is None:
        return None
    when = moment(opened.lost.created_at, zone)
    todo = "Vérifiez cette adresse auprès de la personne."
    return Notice(
        f"Le dernier courriel à cette adresse n’est pas arrivé ({when}). {opened.lost.error} {todo}", "attention"
    )


def _merge(record: PersonRecord, actor: Actor) -> Link | None:
    if not _answers_for(record, actor):
        return None
    return Link("Réunir avec une autre fiche", address("merging.merge", person_id=record.person.id))


def _answers_for(record: PersonRecord, actor: Actor) -> bool:
    return record.person.id != actor.person.id and Role.ADMIN in grantable(actor, record.organisation_id)


def _erase(record: PersonRecord, actor: Actor) -> Link | None:
    if not _answers_for(record, actor):
        return None
    text = "Effacer cette personne\u00a0: voir d’abord ce qui part et ce qui reste"
    return Link(text, address("own_data_for.erasure", person_id=record.person.id))


def _account_text(record: PersonRecord) -> str:
    if record.active is None:
        return "Cette personne n’a pas de compte\u00a0: elle ne se connecte pas."
    if record.active:
        said = " La double vérification est activée." if record.second_step else ""
        said += " Des clés d’accès l’ouvrent." if record.passkeys else ""
        return f"Son compte est ouvert, à l’adresse {record.email}.{said}"
    return "Son compte est fermé\u00a0: elle ne se connecte plus. Ce qu’elle a écrit et signé reste."


def _lend(opened: Administered, actor: Actor) -> Post | None:
    record = opened.record
    if not (opened.touchable and record.active) or record.person.id == actor.person.id:
        return None
    return Post("Donner un mot de passe provisoire", address("people.lend_password", person_id=record.person.id))


def _reset(opened: Administered, actor: Actor) -> Post | None:
    record = opened.record
    lost = record.second_step or record.passkeys
    if not (opened.touchable and lost and record.active) or record.person.id == actor.person.id:
        return None
    url = address("people.account", person_id=record.person.id)
    label = "Retirer la double vérification (téléphone perdu)"
    if not record.second_step:
        label = "Retirer ses clés d’accès (appareil perdu)"
    return Post(label, url, (("compte", "double-verification"),))


def _account(opened: Administered, actor: Actor) -> Post | None:
    record = opened.record
    url = address("people.account", person_id=record.person.id)
    if not opened.touchable or record.person.id == actor.person.id:
        return None
    if record.active is None:
        return Post("Ouvrir un compte et lui écrire", url, (("compte", "ouvrir"),)) if record.email else None
    if record.active:
        return Post("Fermer son compte", url, (("compte", "fermer"),))
    return Post("Rouvrir son compte", url, (("compte", "rouvrir"),))


def _role(record: PersonRecord, role: HeldRole, actor: Actor) -> RoleRow:
    url = address("people.withdraw", person_id=record.person.id)
    fields = (("place", role.organisation_id), ("role", str(role.role)))
    label = ROLE_LABELS[role.role]
    mine = role.role in grantable(actor, role.organisation_id)
    given = "donné par un fournisseur d’identité" if role.provided else ""
    end = f"jusqu’au {role.until:%d/%m/%Y}" if role.until else ""
    return RoleRow(
        label,
        role.organisation,
        ", ".join(filter(None, (end, given))),
        Post(f"Retirer ce rôle\u00a0: {label}", url, fields) if mine else None,
    )


def adding(places: Sequence[Organisation], typed: Mapping[str, str], faults: Faults) -> PlainFormView:
    """Add somebody."""
    options = tuple((place.id, place.full_name) for place in places)
    fields = (
        *_names(Identity.of(*(typed.get(name, "") for name in ("first_name", "last_name", "email"))), faults),
        PlainField("place", "Son organisation", typed.get("place", ""), "select", options=options),
        PlainField(
            "account", "Lui ouvrir un compte et lui écrire à cette adresse", control="check", checked="account" in typed
        ),
    )
    back = Link("Annuler", address("people.index"))
    lead = "Une personne peut être connue sans compte\u00a0: elle remplit alors sur papier, ou avec l’aide d’une autre."
    return PlainFormView("Ajouter une personne", (FieldGroup("", fields),), "Ajouter cette personne", back, lead)


def identifying(record: PersonRecord, typed: Identity, faults: Faults, *, by_sms: bool = False) -> PlainFormView:
    """Change names, address, and the mobile number where codes go by SMS."""
    back = Link("Annuler", address("people.person", person_id=record.person.id))
    lead = "Les documents déjà finalisés gardent le nom qu’ils portent."
    hint = (
        "Ses codes de connexion peuvent y être envoyés\u00a0: vérifiez-le avec la personne. Laissez vide si elle n’en "
        "a pas."
    )
    mobile = PlainField("mobile", "Téléphone mobile", typed.mobile, "tel", hint, faults.get("mobile", ""))
    fields = (*_names(typed, faults), *((mobile,) if by_sms else ()))
    return PlainFormView("Modifier l’identité", (FieldGroup("", fields),), "Enregistrer", back, lead)


def _names(typed: Identity, faults: Faults) -> tuple[PlainField, ...]:
    hint = "C’est par elle que la personne se connecte et reçoit ses messages. Laissez vide si elle n’en a pas."
    return (
        PlainField("first_name", "Prénom", typed.first_name, error=faults.get("first_name", "")),
        PlainField("last_name", "Nom", typed.last_name, error=faults.get("last_name", "")),
        PlainField("email", "Adresse électronique", typed.email, "email", hint, faults.get("email", "")),
    )


def granting(opened: Administered, actor: Actor, typed: Mapping[str, str], faults: Faults) -> PlainFormView:
    """Give a role."""
    options = tuple((place.id, place.full_name) for place in opened.places)
    given = {role for place in opened.places for role in grantable(actor, place.id)}
    roles = tuple((role.value, label) for role, label in ROLE_LABELS.items() if role in given)
    until = "Son dernier jour, jj/mm/aaaa. Laissez vide s’il n’a pas de fin prévue."
    chosen = typed.get("place", opened.record.organisation_id)
    fields = (
        PlainField("role", "Rôle", typed.get("role", ""), "select", error=faults.get("role", ""), options=roles),
        PlainField("place", "Organisation", chosen, "select", options=options),
        PlainField("until", "Date de fin (facultatif)", typed.get("until", ""), "text", until, faults.get("until", "")),
    )
    name = opened.record.person.name
    back = Link("Annuler", address("people.person", person_id=opened.record.person.id))
    lead = (
        "Un rôle vaut dans l’organisation choisie et dans celles qui en dépendent. Le rôle dans un projet se donne par "
        "une invitation."
    )
    return PlainFormView(f"Donner un rôle à {name}", (FieldGroup("", fields),), "Donner ce rôle", back, lead)
