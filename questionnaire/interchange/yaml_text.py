"""A declared form as the YAML that a person would have written: keys in their usual order, quotes where needed."""

import re
from collections.abc import Iterator
from typing import Any

from questionnaire.spec.declared import ChoiceSpec, FormSpec, RowSpec
from questionnaire.spec.declaring import field_of, keys_of
from questionnaire.spec.nodes import Scalar

WIDTH = 116
"""Characters of a line, where its text may be cut."""

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\n\t:#\\]|:(?=\S)|(?<=\S)#)*", re.ASCII)
_PLAIN_FLOW = re.compile(r"[\w$(./+][\w$()./+ '’<>=;°€«»–—!-]*")
_SEPARATED = frozenset({"choices", "parties", "sections", "circuit", "document", "scores", "stages"})
_ONE_LINE = (ChoiceSpec, RowSpec)


def yaml_text(spec: FormSpec) -> str:
    """The file of a form, which reads as ``spec`` again."""
    lines: list[str] = []
    for key, value in _entries(spec):
        block = list(_entry(key, value, 0))
        if key in _SEPARATED:
            lines.append("")
        lines.extend(block)
    return "\n".join(lines) + "\n"


def yaml_keys(spec: Any, without: frozenset[str]) -> str:  # noqa: ANN401  # any declared spec
    """The keys of a part of a form but those ``without``, one under the other; empty where none is left."""
    return "\n".join(line for key, value in _entries(spec) if key not in without for line in _entry(key, value, 0))


def _entries(spec: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any declared spec
    for key in keys_of(type(spec)):
        value = getattr(spec, field_of(key))
        if value is not None and value != ():
            yield key, value


def _entry(key: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # any value of a declared spec
    pad = "  " * depth
    if isinstance(value, Scalar):
        yield from _scalar(f"{pad}{key}:", value.text, depth)
    elif not isinstance(value, tuple):
        yield f"{pad}{key}:"
        for inner, one in _entries(value):
            yield from _entry(inner, one, depth + 1)
    elif isinstance(value[0], Scalar):
        yield f"{pad}{key}: [{', '.join(_flow(one.text) for one in value)}]"
    elif isinstance(value[0], tuple):
        yield f"{pad}{key}:"
        for name, one in value:
            yield from _entry(name.text, one, depth + 1)
    else:
        yield f"{pad}{key}:"
        for one in value:
            yield from _item(one, depth + 1)
            if key == "sections" and one is not value[-1]:
                yield ""


def _item(spec: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # any declared spec
    """One element of a list: on one line where it is short, else its keys under each other."""
    pad = "  " * depth
    entries = list(_entries(spec))
    if isinstance(spec, _ONE_LINE):
        flow = ", ".join(f"{key}: {_flow(value.text)}" for key, value in entries)
        if len(flow) + len(pad) + 4 <= WIDTH:
            yield f"{pad}- {{{flow}}}"
            return
    lines = [line for key, value in entries for line in _entry(key, value, depth + 1)]
    yield f"{pad}- {lines[0].lstrip()}"
    yield from lines[1:]


def _scalar(head: str, text: str, depth: int) -> Iterator[str]:
    line = f"{head} {_block(text)}"
    if len(line) <= WIDTH or not _folds(text):
        yield line
        return
    yield f"{head} >-"
    yield from _folded(text, "  " * (depth + 1))


def _folds(text: str) -> bool:
    """Whether a text may be cut at its spaces: one space between words, no other white space."""
    return " ".join(text.split(" ")) == text and "  " not in text and re.search(r"[^\S ]", text) is None


def _folded(text: str, pad: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(pad) + len(line) + 1 + len(word) > WIDTH:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield pad + line


def _block(text: str) -> str:
    plain = _PLAIN.fullmatch(text) is not None and text == text.strip() and not text.endswith(":")
    return text if plain and " #" not in text else _quoted(text)


def _flow(text: str) -> str:
    plain = _PLAIN_FLOW.fullmatch(text) is not None and text == text.strip() and "${" not in text
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    if "\n" in text or "\t" in text or ('"' in text and "'" in text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
