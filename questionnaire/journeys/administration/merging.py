"""Merging two records of one human being: likely doubles, what it would do, doing it as it was shown; never undone."""

from questionnaire.access import Actor, Person
from questionnaire.access.deeds import DeedKind
from questionnaire.access.doubles import Double, doubles, doubles_of
from questionnaire.journeys.administration.merger import Choice, Merger, planned
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import load_to_touch, managed_by
from questionnaire.journeys.auditing import Subject, note, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, moment_in, post
from questionnaire.journeys.personal.own_copies import forget_files
from questionnaire.storage import mergeable, merging, organisations, persons
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.ids import new_id
from questionnaire.storage.merging import Pair
from questionnaire.storage.persons import PersonRecord, SoughtPeople
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import reading, writing

MOST = 20
"""Records offered at once."""


def likely(desk: Desk, actor: Actor | None, person_id: str) -> tuple[PersonRecord, tuple[Double, ...]]:
    """A person, and the records that may be theirs too, the most likely first; raises NotFound, Forbidden."""
    with reading(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        everybody = mergeable.everybody(session, perimeter)
        me = next(each for each in everybody if each.id == person_id)
        return record, doubles_of(me, everybody)[:MOST]


def sought(desk: Desk, actor: Actor | None, person_id: str, words: str) -> tuple[PersonRecord, ...]:
    """Other people by name or address, the first of them; raises NotFound, Forbidden."""
    with reading(desk.session) as session:
        perimeter, _ = load_to_touch(session, actor, person_id)
        found = persons.listing(session, perimeter, SoughtPeople(words, limit=MOST + 1))
        return tuple(each for each in found if each.person.id != person_id)[:MOST]


def every_double(desk: Desk, actor: Actor | None) -> tuple[Double, ...]:
    """All the pairs of records that may be of one human being, the most likely first; raises Forbidden."""
    with reading(desk.session) as session:
        return doubles(mergeable.everybody(session, managed_by(session, actor)))


def preview(desk: Desk, actor: Actor | None, person_id: str, other_id: str) -> Merger:
    """What would be done, and nothing is; raises NotFound, Forbidden."""
    with reading(desk.session):
        return planned(desk, actor, person_id, other_id)


def merge(
    desk: Desk, actor: Actor | None, person_id: str, other_id: str, choice: Choice, digest: str, blobs: Blobs
) -> Merger | None:
    """Merge the other record into a person's as it was shown; None, and nothing written, where that has changed.

    Raises NotAccepted, NotFound and Forbidden. Noted in the audit log; both addresses are told.
    """
    with writing(desk.session) as session:
        found = planned(desk, actor, person_id, other_id)
        if found.refusals:
            raise NotAccepted({"other": " ".join(found.refusals)})
        if found.digest != digest:
            return None
        _tell(desk, actor, found)
        names, address = found.taken(choice.names), found.taken(choice.address).email
        merging.merge(session, found.perimeter, Pair(person_id, other_id, found.account_of(choice)), found.shared)
        person = Person(person_id, names.person.first_name, names.person.last_name)
        persons.rename(session, found.perimeter, person)
        persons.set_email(session, found.perimeter, person_id, address or found.kept.email or found.other.email)
        _note(desk, actor, found)
    forget_files(blobs, other_id)
    return found


def _note(desk: Desk, actor: Actor | None, found: Merger) -> None:
    """In the log of both establishments, where they are two."""
    pair = ((found.kept, found.other), (found.other, found.kept))
    for record, with_ in pair if found.kept.organisation_id != found.other.organisation_id else pair[:1]:
        about = Subject(record.organisation_id, record.person.id, record.person.name)
        words = {"avec": with_.person.name, "gardée": found.kept.person.id, "réunie": found.other.person.id}
        if actor is None:
            note_of_machine(desk, found.perimeter, DeedKind.PERSONS_MERGED, about, **words)
        else:
            note(desk, actor, DeedKind.PERSONS_MERGED, about, **words)


def _tell(desk: Desk, actor: Actor | None, found: Merger) -> None:
    """Write to both addresses: whoever was taken for somebody else finds out."""
    key = new_id()
    for record in (found.kept, found.other):
        if not record.email or (record is found.other and record.email.lower() == found.kept.email.lower()):
            continue
        place = organisations.record(desk.session, found.perimeter, record.organisation_id).organisation
        by = f"{actor.person.name}, qui administre les comptes," if actor else "L’équipe technique"
        facts = {"by": by, "when": moment_in(desk, place), "one": found.kept.person.name}
        facts["other"] = found.other.person.name
        to = Recipient(record.email, record.person.name, record.person.id)
        post(
            desk, found.perimeter, place, to, News("records_merged", f"records_merged/{key}/{record.person.id}", facts)
        )
