"""What stands on a page of a list, by how long it is and what was searched for."""

import pytest

from questionnaire.spec.kinds import KINDS
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.text_reading import parse_text
from questionnaire.web.presenting.seeking import SHOWN, WHOLE, seek


def listed(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{rank}", parse_text(f"Choix {rank:03}")) for rank in range(count))


def asked(kind: str = "select_one") -> Question:
    return Question(name="q", kind=KINDS[kind], section="s", label=parse_text("Q"))


def of(count, words=None, kept=(), kind="select_one"):
    sought = seek(asked(kind), listed(count), frozenset(kept), words, lambda text: "".join(map(str, text.parts)))
    return [choice.name for choice in sought.choices], sought.view


@pytest.mark.parametrize(
    "count, kind, searched", [(SHOWN, "select_one", False), (SHOWN + 1, "select_one", True), (SHOWN + 1, "rank", False)]
)
def test_a_list_that_one_reads_has_no_search(count, kind, searched):
    names, view = of(count, kind=kind)
    assert (len(names), view is not None) == (count, searched)


def test_a_page_holds_the_whole_list_up_to_a_length():
    assert len(of(WHOLE)[0]) == WHOLE
    names, view = of(WHOLE + 1, kept=["c7"])
    assert (names, view.large) == (["c7"], True)


def test_words_found_are_bounded_and_what_is_kept_follows():
    names, view = of(WHOLE + 1, "choix", kept=["c180"])
    assert (len(names), names[0], names[-1]) == (SHOWN + 1, "c0", "c180")
    assert view.found == "Plus de 50 réponses possibles\u00a0: précisez."


def test_nothing_stands_twice():
    names, _ = of(WHOLE + 1, "007", kept=["c7"])
    assert names == ["c7"]
