"""Each way to make a finished file wrong, for judges that must notice."""

from collections.abc import Callable, Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf


def damaged(pdf: bytes, change: Callable[[Pdf], None]) -> bytes:
    """The file after ``change``, otherwise as it was."""
    output = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(output, fix_metadata_version=False)
    return output.getvalue()


def nothing(pdf: Pdf) -> None:
    """The control: a copy."""


def without_alt(pdf: Pdf) -> None:
    for element in _elements(pdf, "/Figure"):
        del element.Alt


def without_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def without_shown_title(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def without_form_element(pdf: Pdf) -> None:
    for element in _elements(pdf, "/Form"):
        element.S = Name.Div
        del element.K


def with_skipped_heading(pdf: Pdf) -> None:
    for element in _elements(pdf, "/H2"):
        element.S = Name.H4


def without_tooltip(pdf: Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields:
        del field.TU


def without_colours(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def without_relationship(pdf: Pdf) -> None:
    for attached in pdf.Root.AF:
        del attached.AFRelationship


def without_structure(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def without_identity(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def with_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('bonjour')")


def without_font(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def _elements(pdf: Pdf, tag: str) -> Iterator[Object]:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == tag:
            yield element
        kids = element.K if "/K" in element else Array()
        alone = isinstance(kids, Dictionary)
        waiting.extend(kid for kid in ([kids] if alone else kids) if "/S" in kid)
