"""Running head and foot: read once, on the first page, and left out of reading elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.content.blocks import Content
from questionnaire.documents.lines import Line, Span, one_line, wrap
from questionnaire.documents.palette import (
    BOTTOM,
    FOOT,
    FOOT_PAGE,
    HAIR,
    HAIRLINE,
    HEAD_DETAIL,
    HEAD_NAME,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    STRONG_LINE,
    TOP,
    Colour,
    Style,
    rgb,
)
from questionnaire.documents.parts.emblem import PlacedEmblem, placed
from questionnaire.documents.parts.marks import draw_mark
from questionnaire.documents.tagging import Artifact, Node, Pen
from questionnaire.documents.words import Words

_MARK = 28.0
_GAP = 9.0  # between the mark and the name
_NAME_ROOM = 288.0  # for the mark and the name
_HEAD_RULE = TOP + 39  # from the top of the page
_BODY_TOP = _HEAD_RULE + 24
_FOOT_LOWEST = 32.0  # lowest edge of the foot's text
_FOOT_TEXT = 415.0
_RIGHT = PAGE_WIDTH - MARGIN


@dataclass(frozen=True, slots=True)
class Margins:
    """The head and foot of one document, already broken into lines."""

    name: tuple[Line, ...]
    subject: Line
    reference: Line
    version: Line
    foot: tuple[tuple[Line, ...], ...]
    running: tuple[tuple[Line, ...], ...]
    words: Words
    accent: Colour | None = None
    emblem: PlacedEmblem | None = None

    @property
    def mark_width(self) -> float:
        """The room that the mark or the logo takes, in points."""
        return self.emblem.width if self.emblem else _MARK

    @property
    def body_top(self) -> float:
        """Where the body begins, in points from the bottom of the page."""
        return PAGE_HEIGHT - _BODY_TOP

    def body_height(self, number: int) -> float:
        """What the foot of a page leaves to its body; ``number`` counts from 1."""
        return self.body_top - max(BOTTOM, _rule_over(self._foot(number)) + 10)

    def _foot(self, number: int) -> tuple[tuple[Line, ...], ...]:
        return self.foot if number == 1 else self.running

    def draw_head(self, pen: Pen, target: Node | Artifact, *, first: bool) -> None:
        """The mark, who, what on the following pages; reference, version and date at the right."""
        top = PAGE_HEIGHT - TOP
        with pen.on("Header"):
            if self.emblem is None:
                draw_mark(pen, MARGIN, top - _MARK, _MARK)
            weight, colour = (STRONG_LINE, self.accent) if self.accent else (HAIRLINE, HAIR)
            pen.rule(MARGIN, _RIGHT, PAGE_HEIGHT - _HEAD_RULE, weight, colour)
        if self.emblem is not None:
            self.emblem.draw(pen, target, MARGIN, top - (_MARK + self.emblem.height) / 2)
        names = [(line, HEAD_NAME) for line in self.name]
        left = names if first else [*names[:1], (self.subject, HEAD_DETAIL)]
        right = [(self.reference, HEAD_NAME), (self.version, HEAD_DETAIL)]
        _write_stack(pen, target, left, top, left_edge=MARGIN + self.mark_width + _GAP)
        _write_stack(pen, target, right, top, left_edge=None)

    def draw_foot(self, pen: Pen, target: Node | Artifact, number: int, total: int) -> None:
        """The small lines of a page, and its number, which counts from 1."""
        foot = self._foot(number)
        rule = _rule_over(foot)
        page = wrap([Span(self.words.page(number, total), FOOT_PAGE.weight)], FOOT_PAGE.size, 100)[0]
        baseline = rule - 17
        with pen.on("Footer"):
            pen.rule(MARGIN, _RIGHT, rule, HAIRLINE, HAIR)
            pen.write(_RIGHT - page.width, baseline, page, FOOT_PAGE.size, FOOT_PAGE.colour)
        for lines in foot:
            with pen.on(target.add("P") if isinstance(target, Node) else target):
                for line in lines:
                    pen.write(MARGIN, baseline, line, FOOT.size, FOOT.colour)
                    baseline -= FOOT.leading


def margins_of(content: Content, words: Words) -> Margins:
    """Head and foot of a document."""
    emblem = placed(content.emblem, _MARK) if content.emblem else None
    room = _NAME_ROOM - (emblem.width if emblem else _MARK)
    name = wrap([Span(content.organisation, HEAD_NAME.weight)], HEAD_NAME.size, room)
    return Margins(
        name=tuple(name[:2]),
        subject=_detail(content.title, room),
        reference=one_line(content.reference or words.no_reference, HEAD_NAME.size, HEAD_NAME.weight, 175),
        version=_detail(words.version(content.form_version, content.day), 175),
        foot=_foot_of(content.footer),
        running=_foot_of(content.running or content.footer),
        words=words,
        accent=rgb(content.accent) if content.accent else None,
        emblem=emblem,
    )


def _foot_of(texts: Sequence[str]) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(wrap([Span(text, FOOT.weight)], FOOT.size, _FOOT_TEXT)) for text in texts)


def _rule_over(foot: Sequence[Sequence[Line]]) -> float:
    """Where the rule over the small lines stands, in points from the bottom of the page."""
    return _FOOT_LOWEST + max(sum(map(len, foot)), 1) * FOOT.leading + 7


def _detail(text: str, width: float) -> Line:
    return one_line(text, HEAD_DETAIL.size, HEAD_DETAIL.weight, width)


def _write_stack(
    pen: Pen,
    target: Node | Artifact,
    lines: list[tuple[Line, Style]],
    top: float,
    *,
    left_edge: float | None,
) -> None:
    """Lines centred on the mark's height, from the left edge, or against the right margin."""
    y = top - (_MARK - sum(style.leading for _, style in lines)) / 2
    for line, style in lines:
        x = _RIGHT - line.width if left_edge is None else left_edge
        with pen.on(target.add("P") if isinstance(target, Node) else target):
            pen.write(x, y - style.leading * 0.76, line, style.size, style.colour)
        y -= style.leading
