from questionnaire.content.annexes import KEPT, annexes
from questionnaire.content.blocks import Heading, Paragraph, Reply
from tests.filling.building import filled, tiny

WRITTEN = f"sha256:{'ab12' * 16} 2097152 application/pdf plan.pdf"


def test_document_without_files_has_no_annexes():
    assert list(annexes(filled(tiny("file"), {"objet": "x"}))) == []


def test_each_file_is_listed_once_with_what_tells_it():
    sheet = {"plan": [WRITTEN], "lieu": [{"l_nom": "Hall", "l_photo": [WRITTEN]}]}
    assert list(annexes(filled(tiny("file"), sheet))) == [
        Heading(2, "Annexes"),
        Paragraph(KEPT, "note"),
        Reply("plan.pdf", ("PDF, 2,0\u00a0Mo", "SHA-256\u00a0: ab12\u00a0ab12\u00a0ab12\u00a0ab12\u00a0…")),
    ]


def test_files_of_hidden_questions_are_not_listed():
    assert list(annexes(filled(tiny("file"), {"jointe": "non", "lettre": [WRITTEN]}))) == []
