import pytest

from questionnaire.proof.declarations import read_declarations
from questionnaire.proof.report import Declares


@pytest.mark.parametrize(
    "xmp, expected",
    [
        (b"", Declares()),
        (b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", Declares("3a")),
        (b'<r pdfaid:part="3" pdfaid:conformance=\'B\' pdfuaid:part="1"/>', Declares("3b", "1")),
        (b"<pdfaid:part> 4 </pdfaid:part><pdfuaid:part>\n1</pdfuaid:part>", Declares("4", "1")),
        (b"<pdfaid:conformance>A</pdfaid:conformance>\xff", Declares()),
    ],
)
def test_declarations_are_read_as_elements_or_attributes(xmp, expected):
    assert read_declarations(xmp) == expected
