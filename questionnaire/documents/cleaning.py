"""What ReportLab leaves in a file and no archive wants: fonts not embedded, codes that lead to no text."""

import re

from pikepdf import Dictionary, Object, Pdf

_CODE_ZERO = re.compile(rb"<00> <0000>\r?\n")
_BLOCK = re.compile(rb"(\d+) beginbfchar\r?\n(.*?)endbfchar", re.DOTALL)


def clean_pages(pdf: Pdf) -> None:
    """Every page with embedded fonts only, whose codes lead back to text."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        drop(page.obj, "/Trans")
        fonts = page.obj.Resources.get("/Font", Dictionary())
        if fonts.objgen not in seen:
            seen.add(fonts.objgen)
            _embed(fonts)
            for font in fonts.values():
                _mend_code_map(font, seen)


def drop(dictionary: Object, key: str) -> None:
    """Remove a key that may be there."""
    if key in dictionary:
        del dictionary[key]


def _embed(fonts: Object) -> None:
    """ReportLab lists Helvetica whether used or not: its name now leads to an embedded font."""
    embedded = next((font for font in fonts.values() if "/FontDescriptor" in font), None)
    for name, font in list(fonts.items()):
        if "/FontDescriptor" in font:
            continue
        if embedded is None:
            del fonts[name]
        else:
            fonts[name] = embedded


def _mend_code_map(font: Object, seen: set[tuple[int, int]]) -> None:
    """The unused code 0 would read as U+0000, which no text may hold."""
    code_map = font.get("/ToUnicode")
    if code_map is None or code_map.objgen in seen:
        return
    seen.add(code_map.objgen)
    drop(font, "/Name")

    def without_zero(block: re.Match[bytes]) -> bytes:
        entries = _CODE_ZERO.sub(b"", block[2])
        return b"%d beginbfchar\n%sendbfchar" % (entries.count(b"> <"), entries)

    code_map.write(_BLOCK.sub(without_zero, code_map.read_bytes()))
