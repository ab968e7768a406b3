import pytest

from questionnaire.spec.model import Choice
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

ONE = asked("select_one")
SEVERAL = asked("select_multiple")
NOT_OFFERED = "Choisissez une réponse de la liste."


def test_one_option_is_read_by_its_name():
    assert ONE.kind.read(["", "distance"], ONE) == "distance"


def test_option_posted_twice_is_one_answer():
    assert ONE.kind.read(["distance", "distance"], ONE) == "distance"


@pytest.mark.parametrize("typed", ["Distance", "À distance", "autre"])
def test_option_that_is_not_offered_is_refused(typed):
    assert ONE.kind.read([typed], ONE) == Unreadable(typed, "not_offered", NOT_OFFERED)


@pytest.mark.parametrize("count,control", [(7, "radios"), (8, "select")])
def test_long_lists_are_folded(count, control):
    choices = tuple(Choice(f"c{rank}", parse_text(str(rank))) for rank in range(count))
    question = asked("select_one", choices=choices)
    assert question.kind.control_for(question) == control


def test_one_option_has_its_faces():
    faces = (
        ONE.kind.to_json("distance"),
        ONE.kind.typed("distance"),
        ONE.kind.show("distance", ONE, LABELS),
        ONE.kind.atom("distance"),
    )
    assert faces == ("distance", "distance", ("À distance",), "distance")


@pytest.mark.parametrize(
    "raw", [["ecrit", "", "presentiel", "ecrit"], ["ecrit presentiel"], [" presentiel\u00a0", "ecrit"]]
)
def test_several_options_come_in_the_order_of_the_list(raw):
    assert SEVERAL.kind.read(raw, SEVERAL) == ("presentiel", "ecrit")


def test_json_list_of_options_is_read():
    assert SEVERAL.kind.from_json(["ecrit", "presentiel"], SEVERAL) == ("presentiel", "ecrit")


def test_empty_json_list_is_no_answer():
    assert SEVERAL.kind.from_json([], SEVERAL) is None


def test_one_strange_option_refuses_all_and_loses_none():
    expected = Unreadable("ecrit pigeon presentiel", "not_offered", NOT_OFFERED)
    assert SEVERAL.kind.read(["ecrit", "pigeon", "presentiel"], SEVERAL) == expected


def test_exclusive_option_stands_alone():
    assert SEVERAL.kind.read(["aucune"], SEVERAL) == ("aucune",)


def test_exclusive_option_beside_another_is_refused():
    message = "La réponse «\u00a0Aucune de ces\u00a0» ne peut pas être cochée avec d’autres réponses."
    expected = Unreadable("aucune ecrit", "exclusive", message)
    assert SEVERAL.kind.read(["aucune", "ecrit"], SEVERAL) == expected


def test_exclusive_option_without_words_is_called_by_its_name():
    choices = (Choice("a", parse_text("A")), Choice("rien", parse_text("{rien}"), exclusive=True))
    question = asked("select_multiple", choices=choices)
    answer = question.kind.read(["a", "rien"], question)
    message = "La réponse «\u00a0rien\u00a0» ne peut pas être cochée avec d’autres réponses."
    assert answer == Unreadable("a rien", "exclusive", message)


def test_several_options_have_their_faces():
    value = ("presentiel", "ecrit")
    faces = (
        SEVERAL.kind.to_json(value),
        SEVERAL.kind.typed(value),
        SEVERAL.kind.show(value, SEVERAL, LABELS),
        SEVERAL.kind.atom(value),
    )
    assert faces == (
        ["presentiel", "ecrit"],
        "presentiel ecrit",
        ("En présence", "Par écrit"),
        "presentiel ecrit",
    )
