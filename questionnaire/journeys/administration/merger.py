"""What merging two records would do, before anything is written: what moves, what stays, and what stands in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from questionnaire.access import Actor, Forbidden, Perimeter, Role
from questionnaire.access.managing import grantable
from questionnaire.journeys.administration.people import TAKEN, load_to_touch
from questionnaire.journeys.desk import Desk
from questionnaire.storage import erasing, mergeable, merging, persons
from questionnaire.storage.mergeable import SharedProject
from questionnaire.storage.merging import Weight
from questionnaire.storage.persons import PersonRecord

NOT_ADMIN = "Deux fiches sont réunies par un administrateur de chacun de leurs établissements."
SAME = "C’est la même fiche\u00a0: choisissez-en une autre."
OWN_SELF = "Vous ne pouvez pas réunir votre propre fiche avec une autre\u00a0: un autre administrateur le peut."
ERASED = "Une personne effacée n’est réunie avec aucune autre."
ELSEWHERE = (
    "L’une des deux a pris part à des projets ou à des documents d’un établissement que vous n’administrez pas\u00a0: "
    "adressez-vous à un administrateur qui les administre tous."
)
TWO_IDENTITIES = (
    "Le même fournisseur d’identité ({issuer}) connaît les deux comptes sous deux noms\u00a0: ce sont peut-être deux "
    "personnes. Si c’est bien la même, qu’elle retire d’abord l’un des deux dans «\u00a0Mon compte\u00a0»."
)
BOTH_SIGN = (
    "Les deux fiches signent le document {reference}, qui attend encore une signature\u00a0: une même personne y "
    "tiendrait deux places. Attendez qu’il soit signé par tous."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Of which record, by its id, the names, the address and the account stay; empty: of the kept one if it has any."""

    names: str = ""
    address: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Merger:
    """Two records as they are, and what merging ``other`` into ``kept`` would do.

    ``shared`` are the projects whose team has both; ``refusals`` say why it cannot be done, each with a remedy.
    ``digest`` is that of all that is shown.
    """

    perimeter: Perimeter
    kept: PersonRecord
    other: PersonRecord
    weight: Weight
    shared: tuple[SharedProject, ...]
    refusals: tuple[str, ...]

    @property
    def digest(self) -> str:
        """What the page showed, to be done as shown."""
        shown = (self.kept, self.other, self.weight, self.shared, self.refusals)
        return sha256(repr(shown).encode()).hexdigest()

    def taken(self, record_id: str) -> PersonRecord:
        """The record of an id; the kept one for any that is not the other's."""
        return self.other if record_id == self.other.person.id else self.kept

    def account_of(self, choice: Choice) -> str:
        """The id of the record whose account stays: the chosen one, the one that has any, the one that is open."""
        chosen = self.taken(choice.account)
        if choice.account and chosen.active is not None:
            return chosen.person.id
        ranks = {None: 0, False: 1, True: 2}
        return max((self.kept, self.other), key=lambda record: ranks[record.active]).person.id


def planned(desk: Desk, actor: Actor | None, person_id: str, other_id: str) -> Merger:
    """The same within the transaction in course; raises NotFound, Forbidden."""
    session = desk.session
    perimeter, kept = load_to_touch(session, actor, person_id)
    _, other = load_to_touch(session, actor, other_id)
    if any(Role.ADMIN not in grantable(actor, record.organisation_id) for record in (kept, other)):
        raise Forbidden(NOT_ADMIN)
    return Merger(
        perimeter,
        kept,
        other,
        merging.weigh(session, perimeter, other_id),
        mergeable.shared_projects(session, person_id, other_id) if person_id != other_id else (),
        tuple(_refusals(desk, actor, perimeter, kept, other)),
    )


def _refusals(
    desk: Desk, actor: Actor | None, perimeter: Perimeter, kept: PersonRecord, other: PersonRecord
) -> Iterator[str]:
    session, pair = desk.session, {kept.person.id, other.person.id}
    if len(pair) == 1:
        yield SAME
        return
    if actor is not None and actor.person.id in pair:
        yield OWN_SELF
    if any((record.person.first_name, record.person.last_name) == erasing.STUMP for record in (kept, other)):
        yield ERASED
    if not mergeable.places(session, pair) <= perimeter.organisations:
        yield ELSEWHERE
    holders = persons.holders_of_emails(session, [kept.email, other.email])
    if not set(holders.values()) <= pair:
        yield TAKEN
    yield from (TWO_IDENTITIES.format(issuer=issuer) for issuer in mergeable.clashing_issuers(session, pair))
    yield from (BOTH_SIGN.format(reference=each) for each in mergeable.papers_of_both(session, pair))
