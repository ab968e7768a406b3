"""The words of the pages that merge two records of one person."""

from collections.abc import Iterator, Mapping, Sequence

from questionnaire.access import ROLE_LABELS
from questionnaire.access.doubles import Double
from questionnaire.content.fates import TITLES_OF_OTHERS
from questionnaire.journeys.administration.merger import Choice, Merger
from questionnaire.storage.mergeable import SharedProject
from questionnaire.storage.own_parts import PARTS
from questionnaire.storage.persons import PersonRecord
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Fact, Link, Notice
from questionnaire.web.screens.merging import CandidateRow, CandidatesView, Compared, MergerView, PickView

CHANGED = Notice(
    "Depuis que vous avez vu cette page, quelque chose a changé. Voici ce qui se ferait maintenant\u00a0: rien n’est "
    "encore écrit.",
    "attention",
)
LEAD = (
    "Une personne a parfois deux fiches\u00a0: importée d’une liste, puis invitée sous une autre adresse. "
    "Réunissez-les si vous êtes certain qu’il s’agit de la même personne."
)
FINAL = (
    "Une seule fiche reste. Cela ne peut pas être défait\u00a0: vérifiez auprès de la personne qu’elle est bien celle "
    "des deux fiches."
)
ACCOUNT_CLOSED = (
    "Le compte qui n’est pas gardé\u00a0: ses sessions, son mot de passe, sa double vérification, ses clés d’accès et "
    "les pages qu’il n’a pas pu enregistrer. Les comptes d’un fournisseur d’identité ouvrent désormais l’autre."
)
RECORD_HIDDEN = "L’autre fiche n’est plus montrée nulle part, et son adresse est effacée."
_STATES = {None: "Sans compte", True: "Compte ouvert", False: "Compte fermé"}
_NOTHING = "Rien"
_PART_OF: Mapping[str, str] = {by: part for part, read in PARTS.items() for by in read.by}


def candidates_view(
    record: PersonRecord, likely: Sequence[Double], words: str, found: Sequence[PersonRecord], notice: Notice | None
) -> CandidatesView:
    """Which record to merge with."""
    here = address("merging.merge", person_id=record.person.id)
    return CandidatesView(
        title=f"Réunir {record.person.name} avec une autre fiche",
        lead=LEAD,
        url=here,
        words=words,
        likely=tuple(
            CandidateRow(
                _to(here, each.other.id, each.other.name),
                _joined(", ".join(each.reasons).capitalize(), each.other.place, each.other.address),
            )
            for each in likely
        ),
        found=tuple(
            CandidateRow(_to(here, each.person.id, each.person.name), _joined(each.organisation, each.email))
            for each in found
        ),
        none="Aucune autre fiche ne porte un nom ou une adresse semblable." if not likely else "",
        back=_back(record),
        notice=notice,
    )


def _to(here: str, other_id: str, name: str) -> Link:
    return Link(name, f"{here}?avec={other_id}")


def _joined(*words: str) -> str:
    return "\u00a0· ".join(filter(None, words))


def _back(record: PersonRecord) -> Link:
    return Link("Revenir à la personne", address("people.person", person_id=record.person.id))


def merger_view(found: Merger, choice: Choice, notice: Notice | None) -> MergerView:
    """Both records side by side, and what merging them does."""
    kept, other = found.kept, found.other
    here = address("merging.merge", person_id=kept.person.id)
    return MergerView(
        title="Réunir ces deux fiches",
        lead=FINAL,
        url=here,
        other_id=other.person.id,
        digest=found.digest,
        refusals=found.refusals,
        rows=tuple(compared(found)),
        picks=tuple(picks(found, choice)),
        moves=facts(found.weight.moved),
        teams=tuple(map(team_words, found.shared)),
        stays=facts(found.weight.left),
        goes=tuple(gone(found)),
        label="Réunir ces deux fiches pour toujours",
        swap=_swap(found),
        back=Link("Choisir une autre fiche", here),
        notice=notice,
    )


def _swap(found: Merger) -> Link | None:
    if found.kept.person.id == found.other.person.id:
        return None
    there = address("merging.merge", person_id=found.other.person.id)
    return Link("Garder plutôt l’autre fiche", f"{there}?avec={found.kept.person.id}")


def compared(found: Merger) -> Iterator[Compared]:
    """Both records, line by line."""
    pair = (found.kept, found.other)
    yield Compared("Nom", *(record.person.name for record in pair))
    yield Compared("Adresse", *(record.email or "Non renseignée" for record in pair))
    yield Compared("Organisation", *(record.organisation for record in pair))
    yield Compared("Compte", *(_STATES[record.active] for record in pair))
    yield Compared("Rôles", *(_roles(record) for record in pair))


def _roles(record: PersonRecord) -> str:
    return ", ".join(f"{ROLE_LABELS[held.role]} ({held.organisation})" for held in record.roles) or "Aucun"


def picks(found: Merger, choice: Choice) -> Iterator[PickView]:
    """What is to be chosen, where the two records differ."""
    kept, other = found.kept, found.other
    if kept.person.name != other.person.name:
        chosen = found.taken(choice.names)
        yield _pick("noms", "Quel nom reste\u00a0?", found, chosen, (kept.person.name, other.person.name))
    if kept.email and other.email and kept.email.lower() != other.email.lower():
        chosen = found.taken(choice.address)
        yield _pick("adresse", "Quelle adresse reste\u00a0?", found, chosen, (kept.email, other.email))
    if kept.active is not None and other.active is not None:
        chosen = found.taken(found.account_of(choice))
        words = tuple(f"{_STATES[record.active]}, à l’adresse {record.email}" for record in (kept, other))
        yield _pick("compte", "Quel compte reste\u00a0?", found, chosen, (words[0], words[1]))


def _pick(name: str, legend: str, found: Merger, chosen: PersonRecord, words: tuple[str, str]) -> PickView:
    pair = zip((found.kept, found.other), words, strict=True)
    return PickView(name, legend, tuple((record.person.id, text, record is chosen) for record, text in pair))


def facts(counts: Mapping[str, int]) -> tuple[Fact, ...]:
    """Numbers of rows by column, in words."""
    by_part: dict[str, int] = {}
    for column, number in counts.items():
        title = TITLES_OF_OTHERS[_PART_OF[column]]
        by_part[title] = by_part.get(title, 0) + number
    return tuple(Fact(title, counted(number, "ligne", "lignes")) for title, number in by_part.items()) or (
        Fact(_NOTHING, ""),
    )


def team_words(shared: SharedProject) -> str:
    """How the person acts where both records are of the team."""
    also = ", ".join(ROLE_LABELS[role].lower() for role in shared.also)
    others = f", et garde aussi\u00a0: {also}" if also else ""
    return f"«\u00a0{shared.title}\u00a0»\u00a0: la personne agit comme {ROLE_LABELS[shared.role].lower()}{others}."


def gone(found: Merger) -> Iterator[str]:
    """What goes."""
    yield RECORD_HIDDEN
    if found.kept.active is not None and found.other.active is not None:
        yield ACCOUNT_CLOSED
    for fact in facts(found.weight.dropped) if found.weight.dropped else ():
        yield f"{fact.label} ({fact.value})"
