"""How to read the wheel: each sign that stands on it, with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaire.content.wheel.declaring import SOURCES, Series, Source
from questionnaire.content.wheel.marks import sign_of
from questionnaire.content.wheel.shapes import Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign and its words. ``marks`` are around the origin; lines and arc have none."""

    kind: Literal["source", "together", "watch", "discuss", "arc"]
    label: str
    who: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """The signs, then the names of the levels from 0 up; ``levels`` may be empty."""

    title: str
    entries: tuple[Entry, ...]
    levels_title: str
    levels: tuple[str, ...]


def key_of(series: Mapping[Source, Series], levels: tuple[str, ...]) -> Key:
    """Only the signs that this wheel may show."""
    entries = [Entry("source", one.label, one.who, sign_of(one.source)) for one in series.values()]
    if len(series) == len(SOURCES):
        entries.append(Entry("together", "Les trois au même endroit", marks=sign_of(*SOURCES)))
    if {"pro", "user"} <= series.keys():
        entries += [Entry("watch", "Écart à regarder"), Entry("discuss", "Écart à discuter en priorité")]
    if "joint" in series:
        entries.append(Entry("arc", f"Score du secteur, {series['joint'].label.lower()}"))
    return Key("Lire la roue", tuple(entries), "Les niveaux", levels)
