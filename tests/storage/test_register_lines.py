"""The register: its lines are made anew when something changed, found by what people know, and by nobody else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from questionnaire.access import Perimeter
from questionnaire.content.filing import Cell, words_of
from questionnaire.storage import acts, drafts, projects, register_lines, register_search, submissions
from questionnaire.storage.records import ActTrace
from questionnaire.storage.register_lines import Line, Made
from questionnaire.storage.register_search import Reach, Sought
from questionnaire.storage.transaction import reading, writing
from tests.storage.world import NOW, PORTEUR, a_submission, an_act

TODAY = NOW.date()
FICHE = frozenset({"fiche_projet"})
LINE = Line(
    submission_id="sub", organisation_id="a", project_id="project", document_id="doc", form="fiche_projet",
    version="2026-1", access="fiche_projet", reference="FP-2026-0001", title="Bien vivre", project="Bien vivre",
    people="Ana Bellec", state="signe", at=NOW,
)  # fmt: skip
CELLS = (Cell("mode", "presence", "En présence"), Cell("mode", "distance", "À distance"), Cell("n", "", "3", 3.0))


@pytest.fixture
def here(world):
    return [Reach(FICHE, world.here)]


@pytest.fixture
def filed(session, world):
    """A document whose line was made."""
    with writing(session):
        submissions.add(session, world.here, a_submission(world, PORTEUR))
        make(session, world)


def make(session, world, line=LINE, words="bien vivre ete 2026", alerts=None, cells=CELLS, today=TODAY):
    register_lines.write(session, world.here, Made(line, words, cells, alerts), today)


def found(session, reaches, **sought):
    with reading(session):
        return [each.line.submission_id for each in register_search.search(session, reaches, Sought(**sought), 10)]


def waiting(session, world, today=TODAY):
    with reading(session):
        return register_lines.to_make(session, world.here, today)


def test_new_document_is_seen_by_nobody_before_its_line_is_made(session, world, here):
    with writing(session):
        submissions.add(session, world.here, a_submission(world, PORTEUR))
    assert (waiting(session, world), found(session, here)) == ("sub", [])


@pytest.mark.usefixtures("filed")
def test_line_is_shown_with_all_that_its_columns_say(session, here):
    with reading(session):
        (line,) = register_search.search(session, here, Sought(), 10)
    assert (line.line, line.cells) == (LINE, {"mode": ("En présence", "À distance"), "n": ("3",)})


@pytest.mark.usefixtures("filed")
def test_signature_and_new_title_of_the_project_call_for_a_new_line(session, world):
    assert waiting(session, world) is None
    with writing(session):
        acts.add(session, world.here, "sub", an_act(PORTEUR), ActTrace(None, None))
    assert waiting(session, world) == "sub"
    with writing(session):
        make(session, world)
        projects.rename(session, world.here, "project", "Mieux vivre")
    assert waiting(session, world) == "sub"


@pytest.mark.usefixtures("filed")
def test_watched_line_is_looked_at_again_the_next_day(session, world):
    with writing(session):
        make(session, world, alerts={})
    assert (waiting(session, world), waiting(session, world, TODAY + timedelta(days=1))) == (None, "sub")


@pytest.mark.usefixtures("filed")
def test_alert_keeps_the_day_since_when_it_holds(session, world, here):
    for after, alerts in enumerate([{"a": "A"}, {"a": "A", "b": "B"}, {"b": "B"}]):
        with writing(session):
            make(session, world, alerts=alerts, today=TODAY + timedelta(days=after))
        if after == 1:
            with reading(session):
                (line,) = register_search.search(session, here, Sought(alerts=True), 10)
            assert [(each.name, each.since) for each in line.alerts] == [("a", TODAY), ("b", TODAY + timedelta(days=1))]
    with reading(session):
        (line,) = register_search.search(session, here, Sought(), 10)
    assert [each.name for each in line.alerts] == ["b"]


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(
    "sought, is_found",
    [
        ({"words": ("vivre",)}, True),
        ({"words": ("viv", "20")}, True),
        ({"words": ("ivre",)}, False),
        ({"words": tuple(words_of("ÉTÉ"))}, True),
        ({"words": ("vivre", "mal")}, False),
        ({"form": "fiche_projet"}, True),
        ({"form": "charte"}, False),
        ({"version": "2026-2"}, False),
        ({"state": "signe"}, True),
        ({"state": "a_signer"}, False),
        ({"archived": True}, True),
        ({"place": "a"}, True),
        ({"place": "b"}, False),
        ({"since": NOW}, True),
        ({"since": NOW + timedelta(seconds=1)}, False),
        ({"until": NOW}, False),
        ({"until": NOW + timedelta(seconds=1)}, True),
        ({"columns": {"mode": "distance"}}, True),
        ({"columns": {"mode": "distance", "n": "4"}}, False),
        ({"alerts": True}, False),
        ({"after": (NOW, "sub")}, False),
        ({"after": (NOW, "sub2")}, True),
        ({"words": ("vivre",), "form": "fiche_projet", "columns": {"mode": "presence"}, "archived": True}, True),
    ],
    ids=str,
)
def test_document_is_found_by_what_is_known_of_it(session, here, sought, is_found):
    assert found(session, here, **sought) == (["sub"] if is_found else [])
    with reading(session):
        assert register_search.number(session, here, Sought(**sought)) == int(is_found)


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(
    "reaches",
    [
        [],
        [Reach(frozenset({"charte"}), Perimeter(frozenset({"a"})))],
        [Reach(FICHE, Perimeter(frozenset({"b"})))],
        [Reach(FICHE, Perimeter(frozenset()))],
        [Reach(FICHE, Perimeter(frozenset({"b"}))), Reach(frozenset({"charte"}), Perimeter(frozenset({"a"})))],
    ],
)
def test_nobody_finds_what_they_may_not_open(session, reaches):
    with reading(session):
        assert register_search.forms(session, reaches) == ()
        assert register_search.values(session, reaches, "fiche_projet", "mode", 9) == ()
        assert register_search.numbers(session, reaches, {"x": Sought()}) == {"x": 0}
    assert found(session, reaches) == []


@pytest.mark.usefixtures("filed")
def test_values_of_a_column_are_told_once_in_the_order_people_read(session, here):
    with reading(session):
        assert register_search.forms(session, here) == ("fiche_projet",)
        told = register_search.values(session, here, "fiche_projet", "mode", 9)
    assert sorted(told) == [("distance", "À distance"), ("presence", "En présence")]


@pytest.mark.usefixtures("filed")
def test_new_version_of_a_form_calls_for_all_its_lines(session, world):
    with writing(session):
        register_lines.keep_mould(session, "a", "fiche_projet", "1")
        register_lines.keep_mould(session, "a", "fiche_projet", "2")  # remembered already
        assert register_lines.moulds(session, world.here) == (("a", "fiche_projet", "1"),)
        register_lines.recast(session, world.here, "a", "fiche_projet", "2")
        assert register_lines.moulds(session, world.here) == (("a", "fiche_projet", "2"),)
    assert waiting(session, world) == "sub"


@pytest.mark.usefixtures("filed")
def test_columns_that_a_new_version_does_not_have_are_gone(session, world, here):
    kept = replace(LINE, keep_until=date(2031, 1, 1))
    with writing(session):
        make(session, world, kept, cells=CELLS[:1])
    with reading(session):
        (line,) = register_search.search(session, here, Sought(), 10)
    assert (line.line.keep_until, line.cells) == (date(2031, 1, 1), {"mode": ("En présence",)})


def test_pages_follow_each_other_without_missing_or_repeating_a_document(session, world, here):
    ids = [f"sub{rank:02}" for rank in range(7)]
    with writing(session):
        for rank, id_ in enumerate(ids):
            other = replace(world.draft, id=id_) if rank else world.draft
            _add(session, world, other, id_, rank)
    pages, after = [], None
    while True:
        with reading(session):
            page = register_search.search(session, here, Sought(after=after), 3)
        if not page:
            break
        pages += [each.line.submission_id for each in page]
        after = (page[-1].line.at, page[-1].line.submission_id)
    assert pages == sorted(ids, key=lambda id_: (int(id_[-2:]) // 2, id_), reverse=True)


def _add(session, world, draft, id_, rank):
    if rank:
        drafts.add(session, world.here, draft)
    submission = replace(a_submission(world, id_=id_, reference=f"FP-2026-{rank:04}"), draft_id=draft.id)
    submissions.add(session, world.here, submission)
    # Two by two at the same instant: the identity then decides.
    line = replace(LINE, submission_id=id_, reference=submission.reference, at=NOW + timedelta(hours=rank // 2))
    make(session, world, line, cells=())
