"""The wheel on screen: a picture told in words, its key, and the table that says the same."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from questionnaire.content.wheel import Wheel
from tests.content.wheels import CAPTION, PRO, TITLE, TOGETHER, USER, example

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[2] / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def drawn(wheel: Wheel, wheel_id: str = "roue", current: str | None = None) -> ET.Element:
    """The fragment, which is well-formed XML."""
    template = TEMPLATES.get_template("fragments/wheel.html")
    return ET.fromstring(template.render(wheel=wheel, wheel_id=wheel_id, current=current))


def classes(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if name in each.get("class", "").split()]


def said(element: ET.Element) -> str:
    """What a screen reader says."""
    if element.get("aria-hidden") == "true":
        return ""
    parts = [element.text or "", *(part for child in element for part in (said(child), child.tail or ""))]
    return "".join(parts).strip()


def test_picture_is_an_image_with_its_title_and_description():
    root = drawn(example())
    svg = next(each for each in root.iter("svg") if each.get("role") == "img")
    texts = {each.get("id"): each.text for each in root.iter() if each.get("id")}
    assert texts[svg.get("aria-labelledby")] == TITLE
    assert texts[svg.get("aria-describedby")] == example().description
    assert svg.get("viewBox") == "-405.0 -316.0 810.0 632.0"


def test_other_drawings_are_left_out_of_reading():
    others = [each for each in drawn(example()).iter("svg") if each.get("role") != "img"]
    assert {each.get("aria-hidden") for each in others} == {"true"}


def test_no_element_carries_its_own_style():
    assert [each.tag for each in drawn(example()).iter() if "style" in each.attrib] == []


def test_each_answer_has_its_shape():
    picture = next(each for each in drawn(example()).iter("svg"))
    counted = [len(classes(picture, name)) for name in ("wheel-pro", "wheel-cut", "wheel-user", "wheel-joint")]
    assert counted == [6, 5, 8, 11]
    assert len(classes(picture, "wheel-gap-discuss")) == len(classes(picture, "wheel-gap-watch")) == 3
    assert len(classes(picture, "wheel-arc")) == len(classes(picture, "wheel-tint")) == 4


def test_arcs_and_slices_stay_inside_their_quarter():
    picture = next(each for each in drawn(example(), current="c5").iter("svg"))
    assert classes(picture, "wheel-arc")[0].get("d") == "M-172.5 0.0A172.5 172.5 0 0 1 0.0 -172.5"
    assert [each.get("d") for each in classes(picture, "wheel-current")] == [
        "M0 0L199.19 -115.0A230.0 230.0 0 0 1 230.0 0.0Z"
    ]


def test_criterion_being_rated_is_outlined_and_its_number_too():
    root = drawn(example(USER), current="c5")
    assert [said(each) for each in classes(root, "wheel-rated")] == ["5"]


def test_without_criterion_being_rated_nothing_is_outlined():
    root = drawn(example())
    assert classes(root, "wheel-rated") == classes(root, "wheel-current") == []


def test_names_follow_the_picture_by_number():
    names = [(each.get("value"), each.text) for each in next(drawn(example()).iter("ol"))]
    assert names[:2] == [("1", "Points de vue"), ("2", "Informations claires")]
    assert len(names) == 11


def test_table_says_values_gaps_and_what_a_dash_means():
    rows = [[said(cell) for cell in row] for row in drawn(example()).iter("tr")]
    assert rows[0] == ["Critère", "Professionnel", "Patient", "Ensemble", "Écart"]
    assert rows[1] == ["Co-expression", "3,5", "2,5", "3,0", "+1,0 à regarder"]
    assert rows[6][1:] == ["2", "sans réponse", "2", "sans réponse"]
    assert rows[12] == ["Co-mise en œuvre", "2,0", "non calculé", "1,3", "non calculé"]


def test_table_has_heads_in_both_directions():
    heads = [head.get("scope") for head in drawn(example()).iter("th")]
    assert heads == ["col"] * 5 + ["row"] * 15


def test_table_of_one_source_has_no_column_of_gaps():
    rows = [[said(cell) for cell in row] for row in drawn(example(TOGETHER)).iter("tr")]
    assert rows[:2] == [["Critère", "Ensemble"], ["Co-expression", "3,0"]]


def test_key_names_each_sign_and_level():
    root = drawn(example())
    entries = [said(each) for each in classes(root, "wheel-key")[0].iter("li")]
    assert entries[:4] == ["Professionnel, Amina", "Patient, Jean-Marc", "Ensemble", "Les trois au même endroit"]
    assert entries[7:] == [
        "0 Action non réalisée conjointement",
        "1 Information",
        "2 Consultation",
        "3 Participation",
        "4 Partenariat",
    ]


def test_caption_is_shown_where_there_is_one():
    assert [said(each) for each in classes(drawn(example()), "wheel-caption")] == [CAPTION]
    assert classes(drawn(replace(example(), caption="")), "wheel-caption") == []


def test_two_wheels_of_a_page_share_no_id():
    first, second = (
        {each.get("id") for each in drawn(example(PRO), name).iter() if each.get("id")} for name in ("t0", "t1")
    )
    assert first.isdisjoint(second)


@pytest.mark.parametrize("title", ["<b>gras</b> & co", '"> <script>'])
def test_markup_is_only_text(title):
    assert drawn(replace(example(), title=title)).findtext(".//title") == title
