"""What a line of the matrix lets people do: from its letters to the actions that journeys ask about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from questionnaire.access.actions import Action
from questionnaire.access.matrix import COLUMNS, Column, Condition, Drafts, Grant, Letter, Row
from questionnaire.access.roles import Role

Roles = frozenset[Role]
Cells = tuple[tuple[Grant, ...], ...]

PILOTS = COLUMNS[0].roles
TEAM = Roles().union(*(column.roles for column in COLUMNS if not column.office))
_FOUNDER = Roles({Role.PORTEUR_PROJET})
_REFERENT = Roles({Role.REFERENT_PARTENARIAT})
_ALWAYS: tuple[Condition | None, ...] = (None,)
_MINE = (None, Condition.OWN)
_WHOLE = (None, Condition.OWN, Condition.MEMBER, Condition.HOST)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a right: by role in the project, by role in an organisation that reaches it, or under a condition.

    ``when`` says under which condition which roles in the project do (in the organisation too, where the document is
    ``placed`` in one). ``own``: whoever it concerns, even without a role there any more. ``named``: whoever of the team
    the circuit names.
    """

    project: Roles = frozenset()
    organisation: Roles = frozenset()
    when: Mapping[Condition, Roles] = field(default_factory=dict)
    placed: bool = False
    own: bool = False
    named: bool = False


def holders_of(row: Row, cells: Cells) -> Mapping[Action, Holders]:
    """The holders of each right over the documents that follow a line."""
    line = _Line(row, cells)
    edits = line.holders(Letter.EDIT, conditions=_MINE)
    steers = _steering(edits)
    founders = PILOTS & edits.project
    archive = line.holders(Letter.ARCHIVE)
    rights = {
        Action.CREATE_PROJECT: Holders(organisation=_FOUNDER if founders else Roles()),
        Action.CREATE_DRAFT: _beginning(edits),
        Action.READ_DRAFT: line.drafts(),
        Action.EDIT_DRAFT: edits,
        Action.FILL_PART: line.holders(Letter.EDIT, conditions=(*_MINE, Condition.GIVEN)),
        Action.INVITE: Holders(project=founders),
        Action.ASSIGN: Holders(project=founders),
        Action.DELETE_DRAFT: replace(edits, project=_FOUNDER & founders, organisation=Roles()),
        Action.FINALISE: steers,
        Action.READ_DOCUMENT: _owned(line.holders(Letter.READ, Letter.COUNTERSIGN, conditions=_WHOLE)),
        Action.READ_TOTALS: line.holders(Letter.READ, conditions=_ALWAYS, shown=Condition.TOTAL),
        Action.COUNT: line.holders(Letter.READ, conditions=_ALWAYS, shown=Condition.COUNT),
        Action.READ_CARD: line.holders(Letter.READ, conditions=_ALWAYS, shown=Condition.CARD),
        Action.SIGN: line.signing(),
        Action.GIVE_OPINION: line.holders(Letter.OPINION),
        Action.DECIDE: line.holders(Letter.DECIDE),
        Action.NOTE: line.holders(Letter.NOTE),
        Action.LIST_ARCHIVE: archive,
        Action.OPEN_ARCHIVE: archive,
        Action.VERIFY_ARCHIVE: archive,
    }
    return {action: holders for action, holders in rights.items() if not _nobody(holders)}


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    cells: Cells

    def holders(
        self,
        *letters: Letter,
        conditions: tuple[Condition | None, ...] = _ALWAYS,
        shown: Condition | None = None,
        columns: tuple[Column, ...] = COLUMNS,
    ) -> Holders:
        """Whose cells hold one of the letters, under one of the conditions; ``shown`` adds those who see that much."""
        project, organisation, when = Roles(), Roles(), dict[Condition, Roles]()
        for column, grant in self._grants():
            if grant.letter not in letters or column not in columns:
                continue
            if grant.condition is None or grant.condition is shown:
                if column.office or self.row.placed:
                    organisation |= column.roles
                else:
                    project |= column.roles
            elif grant.condition in conditions:
                when[grant.condition] = when.get(grant.condition, Roles()) | column.roles
        return Holders(project, organisation, when, self.row.placed)

    def drafts(self) -> Holders:
        """Who reads what is still being written."""
        if self.row.drafts is Drafts.AUTHOR:
            return _owned(self.holders(Letter.EDIT, conditions=_MINE))
        everybody = self.holders(Letter.READ, Letter.EDIT, conditions=_WHOLE)
        if self.row.drafts is Drafts.READERS:
            return everybody
        writers = self.holders(Letter.EDIT).organisation
        return _owned(replace(everybody, organisation=everybody.organisation & (_REFERENT | writers)))

    def signing(self) -> Holders:
        """Those who sign or countersign; the circuit of each document says at which step, and when."""
        found = self.holders(Letter.SIGN, Letter.COUNTERSIGN, conditions=_MINE)
        signs = self.holders(Letter.SIGN, columns=COLUMNS[:1])
        return replace(found, named=bool(signs.project))

    def _grants(self) -> Iterator[tuple[Column, Grant]]:
        for column, cell in zip(COLUMNS, self.cells, strict=True):
            for grant in cell:
                yield column, grant


def _beginning(edits: Holders) -> Holders:
    """Who edits begins; what is one's own is begun by whoever may have one."""
    mine = edits.when.get(Condition.OWN, Roles())
    if edits.placed:
        return Holders(organisation=edits.organisation | mine)
    return replace(edits, project=edits.project | mine, when={})


def _steering(edits: Holders) -> Holders:
    """Those who end the writing: who pilots the project, an office that writes, each person for their own."""
    return replace(edits, project=edits.project & PILOTS)


def _owned(holders: Holders) -> Holders:
    """What one may read of one's own, one reads also once out of the team."""
    return replace(holders, own=Condition.OWN in holders.when)


def _nobody(holders: Holders) -> bool:
    return not (holders.project or holders.organisation or holders.when or holders.own)
