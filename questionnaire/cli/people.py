"""``people``: who is there, adding, inviting, giving roles, closing accounts, bringing a list in; who may do what."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.access import Role
from questionnaire.access.guide import guide
from questionnaire.cli.setting_up import require_database
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.administration import enrolling, lending_passwords
from questionnaire.journeys.administration import people as journey
from questionnaire.journeys.administration import people_accounts as accounts
from questionnaire.journeys.administration.enrolment_plan import EnrolmentPlan, Outcome
from questionnaire.journeys.administration.organisations import by_name
from questionnaire.journeys.administration.people import Identity
from questionnaire.storage.persons import PersonRecord
from questionnaire.web import passwords
from questionnaire.web.desk import desk

_ROLES = click.Choice([str(role) for role in Role])
_OUTCOMES = {Outcome.ADDED: "ajout", Outcome.CHANGED: "modifie", Outcome.SAME: "à jour", Outcome.FAULTY: "à corriger"}
_STATES = {None: "sans compte", True: "compte ouvert", False: "compte fermé"}


@click.group("people")
def people() -> None:
    """Personnes : les trouver, en ajouter, leurs comptes et leurs rôles."""


@contextmanager
def told() -> Iterator[None]:
    """What the journeys refuse, as a command says it."""
    require_database(current_app.config["SETTINGS"])
    try:
        yield
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error


@people.command("rights")
def rights() -> None:
    """Écrit la page des droits, telle que l’application les applique."""
    click.echo(guide(), nl=False)


@people.command("list")
@click.argument("words", nargs=-1)
@with_appcontext
def list_(words: tuple[str, ...]) -> None:
    """Montre les personnes dont le nom ou l’adresse contient ces mots, avec leurs identifiants."""
    with told():
        for record in journey.everybody(desk(), None, " ".join(words)):
            held = ", ".join(f"{role.role} ({role.organisation})" for role in record.roles) or "aucun rôle"
            click.echo(f"{record.person.id}  {_called(record)}  {_STATES[record.active]}  {held}")


def _called(record: PersonRecord) -> str:
    return f"{record.person.name} <{record.email}>" if record.email else record.person.name


@people.command("add")
@click.argument("first_name")
@click.argument("last_name")
@click.option("--in", "place", required=True, help="Nom ou identifiant de son organisation.")
@click.option("--email", default="", help="Son adresse électronique.")
@click.option(
    "--role", "roles", multiple=True, type=_ROLES, help="Un rôle dans cette organisation\u00a0; plusieurs fois."
)
@click.option("--account", is_flag=True, help="Ouvre un compte à cette adresse, et lui écrit.")
@with_appcontext
def add(first_name: str, last_name: str, place: str, email: str, roles: tuple[str, ...], *, account: bool) -> None:
    """Ajoute une personne et écrit son identifiant."""
    with told():
        home = by_name(desk(), place)
        made = journey.add(desk(), None, home.id, Identity.of(first_name, last_name, email))
        for role in roles:
            journey.grant(desk(), None, made, home.id, role)
        if account:
            accounts.invite(desk(), None, made)
        click.echo(made)


@people.command("invite")
@click.argument("person")
@with_appcontext
def invite(person: str) -> None:
    """Ouvre un compte à une personne, donnée par son identifiant ou son adresse, et lui écrit."""
    with told():
        accounts.invite(desk(), None, find(person))


@people.command("grant")
@click.argument("person")
@click.argument("role", type=_ROLES)
@click.option("--in", "place", required=True, help="Nom ou identifiant de l’organisation.")
@click.option("--until", default=None, type=click.DateTime(["%Y-%m-%d"]), help="Le dernier jour du rôle.")
@click.option("--withdraw", is_flag=True, help="Retire le rôle au lieu de le donner.")
@with_appcontext
def grant(person: str, role: str, place: str, until: datetime | None, *, withdraw: bool) -> None:
    """Donne un rôle à une personne, ou le retire."""
    last: date | None = until.date() if until else None
    with told():
        where = by_name(desk(), place).id
        if withdraw:
            journey.withdraw(desk(), None, find(person), where, role)
        else:
            journey.grant(desk(), None, find(person), where, role, last)


@people.command("close")
@click.argument("person")
@click.option("--reopen", is_flag=True, help="Rouvre le compte.")
@with_appcontext
def close(person: str, *, reopen: bool) -> None:
    """Ferme le compte d’une personne et termine ses sessions."""
    with told():
        (accounts.reopen if reopen else accounts.close)(desk(), None, find(person))


@people.command("reset-second-step")
@click.argument("person")
@with_appcontext
def reset_second_step(person: str) -> None:
    """Retire la double vérification d’une personne qui l’a perdue, termine ses sessions et lui écrit."""
    with told():
        accounts.reset_second_step(desk(), None, find(person))


@people.command("lend-password")
@click.argument("person")
@with_appcontext
def lend_password(person: str) -> None:
    """Donne à une personne un mot de passe provisoire, écrit ici une fois ; elle en choisit un autre en entrant."""
    with told():
        password, until = passwords.to_lend(), desk().clock() + passwords.LENT_LASTING
        lending_passwords.lend(desk(), None, find(person), passwords.hashed(password), until)
        click.echo(password)


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--in", "place", required=True, help="L’organisation des lignes qui n’en disent pas.")
@click.option("--dry-run", is_flag=True, help="Dit ce qui serait fait, et n’écrit rien.")
@with_appcontext
def import_(file: Path, place: str, *, dry_run: bool) -> None:
    """Apporte une liste de personnes (CSV) ; les lignes à corriger sont dites et laissées de côté."""
    with told():
        home, content = by_name(desk(), place).id, file.read_bytes()
        plan = enrolling.plan(desk(), None, content, home)
        _tell(plan)
        if not dry_run and plan.writes and enrolling.enrol(desk(), None, content, home, plan.digest) is None:
            raise click.ClickException("Quelque chose a changé pendant la lecture\u00a0: relancez la commande.")
    if plan.count(Outcome.FAULTY):
        raise click.exceptions.Exit(1)


def _tell(plan: EnrolmentPlan) -> None:
    for each in plan.lines:
        words = "\u00a0; ".join(each.faults or each.words())
        click.echo(f"ligne {each.line.number}, {each.line.name}\u00a0: {_OUTCOMES[each.outcome]} {words}".rstrip())
    click.echo(", ".join(f"{plan.count(outcome)} {word}" for outcome, word in _OUTCOMES.items()))


def find(words: str) -> str:
    """The id of the one person with that id, or that address; raises ClickException."""
    everybody = journey.everybody(desk(), None)
    meant = [each for each in everybody if words in {each.person.id, each.email}]
    if len(meant) != 1:
        raise click.ClickException(f"Personne n’a l’identifiant ni l’adresse «\u00a0{words}\u00a0».")
    return meant[0].person.id
