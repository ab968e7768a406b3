from dataclasses import replace

import pytest

from questionnaire.lifecycle import (
    AlreadySigned,
    NotAwaited,
    Step,
    UnsignedAct,
    WrongPerson,
    awaited,
    check_act,
    in_any_order,
    is_complete,
)
from tests.lifecycle.building import COPILOTE, PORTEUR, VISA, an_act

STEPS = (PORTEUR, COPILOTE, VISA)
SIGNED = an_act(PORTEUR)


def test_awaited_is_the_first_rank_only():
    assert awaited(STEPS, ()) == (PORTEUR,)


def test_awaited_goes_to_the_next_rank_once_the_first_is_done():
    assert awaited(STEPS, (SIGNED,)) == (COPILOTE, VISA)


def test_awaited_of_one_rank_is_in_any_order():
    either = (PORTEUR, replace(COPILOTE, rank=1))
    assert awaited(either, (an_act(COPILOTE),)) == (PORTEUR,)


def test_in_any_order_nobody_waits_for_another():
    assert awaited(in_any_order(STEPS), (an_act(VISA),)) == tuple(replace(step, rank=1) for step in (PORTEUR, COPILOTE))


def test_optional_step_does_not_hold_the_next_rank():
    steps = (replace(VISA, rank=1), COPILOTE)
    assert awaited(steps, ()) == (steps[0], COPILOTE)


def test_nothing_is_awaited_when_all_is_done():
    assert awaited((PORTEUR,), (SIGNED,)) == ()


@pytest.mark.parametrize(
    "steps,acts,expected",
    [
        ((), (), True),
        (STEPS, (), False),
        (STEPS, (SIGNED,), False),
        (STEPS, (SIGNED, an_act(COPILOTE)), True),
    ],
)
def test_is_complete(steps, acts, expected):
    assert is_complete(steps, acts) is expected


def test_check_act_gives_the_step():
    assert check_act(STEPS, (), SIGNED) == PORTEUR


@pytest.mark.parametrize(
    "acts,act,error,message",
    [
        ((), an_act(Step("x", "f", "r")), NotAwaited, "Aucune signature n’est attendue ici."),
        ((SIGNED,), SIGNED, AlreadySigned, "Cette signature a déjà été donnée."),
        ((), an_act(COPILOTE), NotAwaited, "D’autres personnes doivent signer avant vous."),
        (
            (),
            an_act(PORTEUR, role="copilote"),
            WrongPerson,
            "Cette signature est attendue d’une autre personne.",
        ),
        (
            (),
            an_act(PORTEUR, typed_name=" "),
            UnsignedAct,
            "Pour signer, donnez votre accord et écrivez votre nom.",
        ),
        (
            (),
            an_act(PORTEUR, consent=""),
            UnsignedAct,
            "Pour signer, donnez votre accord et écrivez votre nom.",
        ),
    ],
)
def test_check_act_says_why_not(acts, act, error, message):
    with pytest.raises(error) as caught:
        check_act(STEPS, acts, act)
    assert str(caught.value) == message


def test_check_act_refuses_another_person_than_the_named_one():
    named = replace(PORTEUR, person_id="ana")
    assert check_act((named,), (), SIGNED) == named
    with pytest.raises(WrongPerson):
        check_act((named,), (), an_act(PORTEUR, person="luc"))
