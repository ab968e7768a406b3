"""Where everything stands on the wheel."""

from fractions import Fraction
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.content.wheel import FRAME, RADIUS, Criterion, Quarter, Series, WheelError, compose_wheel
from questionnaire.content.wheel.declaring import SOURCES
from questionnaire.content.wheel.places import at, reach
from questionnaire.content.wheel.shapes import Arc, GapLine, Line, Mark, Point
from questionnaire.results import Sector, profile_of
from tests.content.wheels import PRO, QUARTERS, TITLE, TOGETHER, USER, example

NAMES = [f"c{number}" for number in range(1, 12)]


def shapes(*series: Series):
    return example(*series).geometry


def marks_of(criterion: str, *series: Series) -> list[tuple[str, float, bool]]:
    """Source, half and cut of the marks that stand in the direction of a criterion."""
    geometry = shapes(*series)
    piece = next(piece for piece in geometry.slices if piece.criterion == criterion)
    angle = (piece.start + piece.end) / 2
    on_it = [at(angle, reach(Fraction(value))) for value in range(5)]
    return [(mark.source, mark.half, mark.cut) for mark in geometry.marks if mark.at in on_it]


def test_slices_have_their_angles():
    centres = {piece.criterion: (piece.start + piece.end) / 2 for piece in shapes().slices}
    assert centres == {
        "c3": 15,
        "c4": 45,
        "c5": 75,
        "c6": 105,
        "c7": 135,
        "c8": 165,
        "c11": 195,
        "c10": 225,
        "c9": 255,
        "c2": 292.5,
        "c1": 337.5,
    }


def test_rings_stand_at_quarters_of_the_radius():
    assert shapes().rings == (57.5, 115.0, 172.5, 230.0)


def test_scale_goes_from_the_centre_up_to_12_o_clock():
    assert [(tick.level, tick.at) for tick in shapes().ticks] == [
        (0, Point(0, 0)),
        (1, Point(0, -57.5)),
        (2, Point(0, -115)),
        (3, Point(0, -172.5)),
        (4, Point(0, -230)),
    ]


@pytest.mark.parametrize("value,distance", [(0, 20.7), (1, 57.5), (Fraction(5, 2), 143.75), (4, 230)])
def test_value_has_its_distance_and_zero_stands_off_the_centre(value, distance):
    assert reach(Fraction(value)) == pytest.approx(distance)


@pytest.mark.parametrize("value", [-1, 5])
def test_value_outside_the_scale_has_no_place(value):
    with pytest.raises(WheelError, match="de 0 à 4"):
        reach(Fraction(value))


@given(st.fractions(0, 4), st.fractions(0, 4))
def test_higher_value_never_stands_nearer_to_the_centre(first, second):
    low, high = sorted((first, second))
    assert reach(low) <= reach(high) <= RADIUS


def test_spokes_part_slices_but_not_quarters():
    assert [line.end for line in shapes().spokes] == [at(angle, RADIUS) for angle in (315, 30, 60, 120, 150, 240, 210)]


def test_names_stand_on_the_outer_side_of_their_number():
    labels = {label.number: label for label in shapes().labels}
    assert labels[5].at == at(75, RADIUS + 28)
    assert [(line.text, line.anchor) for line in labels[5].lines] == [("Objectifs", "start"), ("prioritaires", "start")]
    assert [(line.text, line.anchor) for line in labels[9].lines] == [("Rôles partagés", "end")]
    assert labels[9].lines[0].at.x == round(labels[9].at.x - 20.5, 2)


def test_titles_stand_in_the_corners_with_the_joint_scores():
    geometry = shapes()
    assert [(text.text, text.at, text.anchor) for text in geometry.titles] == [
        ("Co-expression", Point(-405, -292), "start"),
        ("Co-construction", Point(405, -292), "end"),
        ("Co-décision", Point(405, 284), "end"),
        ("Co-mise en œuvre", Point(-405, 284), "start"),
    ]
    assert [text.text for text in geometry.scores] == ["ensemble 3,0", "ensemble 2,3", "ensemble 2,0", "ensemble 1,3"]


def test_three_sources_at_one_place_nest():
    assert marks_of("c2") == [("user", 11.5, False), ("joint", 6.0, False), ("pro", 3.6, True)]


@pytest.mark.parametrize(
    "criterion,series,marks",
    [
        ("c4", (PRO, USER, TOGETHER), [("joint", 7.5, False), ("pro", 3.6, True)]),
        ("c2", (PRO, USER), [("user", 9.5, False), ("pro", 3.6, False)]),
        ("c10", (USER, TOGETHER), [("user", 11.5, False), ("joint", 6.0, False)]),
        ("c9", (PRO, USER, TOGETHER), [("pro", 7.0, False), ("joint", 7.5, False)]),
        ("c9", (USER,), []),
    ],
)
def test_marks_of_two_sources_nest_or_stand_apart(criterion, series, marks):
    assert marks_of(criterion, *series) == marks


def test_zero_is_a_mark_and_missing_is_none():
    sectors = [Sector("co_expression", ("c1", "c2"), 2), *_other_sectors()]
    series = Series("user", "Patient", profile_of([{"c1": 0, "c2": None}], sectors))
    assert shapes(series).marks == (Mark("user", at(337.5, 20.7), 8.0),)


def _other_sectors() -> list[Sector]:
    return [Sector(quarter.name, tuple(one.name for one in quarter.criteria), 2) for quarter in QUARTERS[1:]]


def test_gap_lines_go_from_professionals_to_users():
    assert shapes().gaps == (
        GapLine(Line(at(337.5, 230), at(337.5, 115)), solid=True),
        GapLine(Line(at(75, 172.5), at(75, 57.5)), solid=True),
        GapLine(Line(at(105, 172.5), at(105, 57.5)), solid=True),
        GapLine(Line(at(135, 115), at(135, 57.5)), solid=False),
        GapLine(Line(at(165, 172.5), at(165, 115)), solid=False),
        GapLine(Line(at(225, 115), at(225, 57.5)), solid=False),
    )


def test_without_both_sides_no_gap_is_drawn():
    assert shapes(PRO, TOGETHER).gaps == ()


def test_arcs_are_the_joint_scores():
    assert shapes().arcs == (
        Arc(270, 172.5, Point(-172.5, 0), Point(0, -172.5)),
        Arc(0, 134.17, Point(0, -134.17), Point(134.17, 0)),
        Arc(90, 115, Point(115, 0), Point(0, 115)),
        Arc(180, 76.67, Point(0, 76.67), Point(-76.67, 0)),
    )


def test_without_joint_rating_no_arc_and_no_score():
    geometry = shapes(PRO, USER)
    assert (geometry.arcs, geometry.scores) == ((), ())


def test_two_series_of_one_source_are_refused():
    with pytest.raises(WheelError, match="même source"):
        example(PRO, PRO)


@pytest.mark.parametrize("short", ["Anticonstitutionnel", "Rôles partagés responsabilités"])
def test_name_too_long_for_its_place_is_refused(short):
    quarter = Quarter("co_expression", "Co-expression", (Criterion("c1", 1, "Rôles", short),))
    with pytest.raises(WheelError, match=short):
        compose_wheel(TITLE, (quarter, *QUARTERS[1:]), ())


def test_quarter_without_criterion_or_with_a_long_title_is_refused():
    with pytest.raises(WheelError, match="aucun critère"):
        Quarter("vide", "Vide", ())
    with pytest.raises(WheelError, match="18 caractères"):
        Quarter("long", "Co-" + "construction" * 2, QUARTERS[0].criteria)


@given(
    st.lists(st.integers(1, 6), min_size=4, max_size=4),
    st.lists(st.lists(st.none() | st.integers(0, 4), min_size=24, max_size=24), min_size=3, max_size=3),
    st.text("abcé", min_size=1, max_size=14),
)
def test_slices_tile_the_circle_and_everything_stands_in_the_frame(sizes, values, short):
    geometry = _any_wheel(sizes, values, short).geometry
    edges = sorted((piece.start % 360, piece.end - piece.start) for piece in geometry.slices)
    assert sum(width for _, width in edges) == pytest.approx(360)
    assert all(first + width == pytest.approx(second) for (first, width), (second, _) in pairwise(edges))
    texts = [*geometry.titles, *geometry.scores, *(line for label in geometry.labels for line in label.lines)]
    assert all(_fits(text) for text in texts)
    assert all(hypot(mark.at.x, mark.at.y) <= RADIUS + 0.01 for mark in geometry.marks)


@given(st.lists(st.lists(st.none() | st.integers(0, 4), min_size=24, max_size=24), min_size=3, max_size=3))
def test_each_answer_has_one_mark_and_each_missing_one_none(values):
    geometry = _any_wheel([2, 3, 3, 3], values, "Nom").geometry
    answered = sum(value is not None for one in values for value in one[:11])
    assert len(geometry.marks) == answered


def _any_wheel(sizes, values, short):
    numbers = iter(range(1, 25))
    first, second, third, fourth = (
        Quarter(f"q{rank}", "Secteur", tuple(Criterion(f"c{n}", n, "Critère", short) for n in _take(numbers, size)))
        for rank, size in enumerate(sizes)
    )
    quarters = (first, second, third, fourth)
    sectors = [Sector(one.name, tuple(criterion.name for criterion in one.criteria), 1) for one in quarters]
    profiles = [profile_of([{f"c{n}": value for n, value in enumerate(one, 1)}], sectors) for one in values]
    series = [Series(source, source, profile) for source, profile in zip(SOURCES, profiles, strict=True)]
    return compose_wheel(TITLE, quarters, series)


def _take(numbers, size):
    return [next(numbers) for _ in range(size)]


def _fits(text) -> bool:
    """A letter is at most 0.6 of the size on average."""
    width = 0.6 * text.size * len(text.text)
    far = text.at.x + (width if text.anchor == "start" else -width)
    return FRAME.holds(text.at) and FRAME.holds(Point(far, text.at.y - text.size))
