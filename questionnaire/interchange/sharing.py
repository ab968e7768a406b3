"""A long row of questions on several pages."""

from collections.abc import Iterator, Sequence

from questionnaire.spec.declared import QuestionSpec

MOST_QUESTIONS = 25
"""On one page; a group of more that holds groups is a page for each of them."""

_UNSEEN = frozenset({"calculate", "hidden"})


def shares(questions: Sequence[QuestionSpec]) -> Iterator[Sequence[QuestionSpec]]:
    """Even shares of at most so many questions that people see."""
    seen = [one for one in questions if one.kind.text not in _UNSEEN]
    pages_needed = max(1, -(-len(seen) // MOST_QUESTIONS))
    size = -(-len(seen) // pages_needed)
    share: list[QuestionSpec] = []
    count = 0
    for question in questions:
        unseen = question.kind.text in _UNSEEN
        if not unseen and count == size:
            yield share
            share, count = [], 0
        share.append(question)
        count += not unseen
    yield share
