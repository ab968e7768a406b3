"""What goes in comes out: the same bytes, words and attachments, and one box for each signature."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pikepdf import Pdf

from questionnaire.content.blocks import Heading, Paragraph, Reply, SignatureBox
from questionnaire.documents import BOX_HEIGHT, BOX_WIDTH, DrawingError, draw
from tests.documents.samples import AT, ATTACHMENTS, BOXES, MINIMAL, NEED, RICH, UNSIGNED
from tests.pdf_validation import text_of

NOTHING_TO_SAY = replace(MINIMAL, blocks=(), signatures=(), signature_level="")


def words(text: str) -> list[str]:
    return re.split(r"\s+", text.replace("\u00a0", " ").strip())


def read_back(*lines: str) -> str:
    """What poppler reads of an answer, without the head, the foot and the breaks of lines."""
    content = replace(UNSIGNED, blocks=(Reply("Question", lines, "below"),))
    text = text_of(draw(content, (), at=AT), "-raw")
    return " ".join(words(text.partition("Question\n")[2].rpartition("Page 1")[0]))


def test_same_input_gives_same_bytes():
    assert draw(RICH, ATTACHMENTS, at=AT) == draw(RICH, ATTACHMENTS, at=AT)


def test_instant_counts_and_not_the_zone_it_is_said_in():
    paris = AT.astimezone(timezone(timedelta(hours=1)))
    assert draw(MINIMAL, (), at=paris) == draw(MINIMAL, (), at=AT)
    assert draw(MINIMAL, (), at=AT + timedelta(seconds=1)) != draw(MINIMAL, (), at=AT)


def test_french_text_reads_back_word_for_word():
    said = "L’« œuvre » de Noël\u00a0: ÆŒÇ, 12\u202f500\u00a0€ à 50\u00a0%\u202f? Oui – peut-être… ½ ≤ 3"
    assert read_back(said) == said.replace("\u202f", " ").replace("\u00a0", " ")


def test_markup_is_only_text():
    said = "<b>gras</b> & &amp; &lt;font color=red&gt; </para> \\n (a) [b] {c} %d %%EOF endstream"
    assert read_back(said) == said


def test_characters_without_glyph_read_back_as_themselves():
    assert read_back("Merci 🙂 你好") == "Merci 🙂 你好"


def test_marks_without_shape_are_dropped():
    assert read_back("soft\u00adhyphen zero\u200bwidth non\u2011breaking \x00\x07\ufeff.") == (
        "softhyphen zerowidth non-breaking ."
    )


def test_long_answer_runs_over_pages_without_losing_a_word():
    said = " ".join(f"{NEED} {rank}." for rank in range(150))
    content = replace(UNSIGNED, blocks=(Reply("Racontez", (said,), "below"),))
    pdf = draw(content, (), at=AT)
    body = re.sub(
        r"Page \d+ sur \d+\s+\f?(Hôpital des Deux-Rives.*?Version .*? 2026\n)?",
        "",
        text_of(pdf, "-raw"),
        flags=re.DOTALL,
    )
    assert words(body.partition("Racontez\n")[2]) == words(said)


def test_every_page_says_its_number_among_all():
    text = text_of(draw(RICH, ATTACHMENTS, at=AT))
    total = text.count("\f")
    assert re.findall(r"Page (\d+) sur (\d+)", text) == [(str(n), str(total)) for n in range(1, total + 1)]


def test_attachments_read_back_identical():
    with Pdf.open(BytesIO(draw(RICH, ATTACHMENTS, at=AT))) as pdf:
        found = {
            name: (
                spec.get_file().read_bytes(),
                spec.get_file().mime_type,
                str(spec.relationship),
                spec.description,
            )
            for name, spec in pdf.attachments.items()
        }
        listed = [str(spec.UF) for spec in pdf.Root.AF]
    assert found == {a.name: (a.data, a.mime, f"/{a.relationship}", a.description) for a in ATTACHMENTS}
    assert listed == [a.name for a in ATTACHMENTS]


def test_each_signature_has_its_box_in_whole_points():
    with Pdf.open(BytesIO(draw(RICH, (), at=AT))) as pdf:
        fields = [(str(field.T), str(field.TU), list(map(float, field.Rect))) for field in pdf.Root.AcroForm.Fields]
        flags = int(pdf.Root.AcroForm.SigFlags)
    assert [(name, said) for name, said, _ in fields] == [
        (box.field, f"{box.act}\u00a0: {box.expected}") for box in BOXES
    ]
    assert all((right - left, top - bottom) == (BOX_WIDTH, BOX_HEIGHT) for _, _, (left, bottom, right, top) in fields)
    assert all(edge == int(edge) for _, _, edges in fields for edge in edges)
    assert flags == 3


def test_without_signature_no_form_and_no_page_of_signatures():
    pdf = draw(UNSIGNED, (), at=AT)
    with Pdf.open(BytesIO(pdf)) as opened:
        assert "/AcroForm" not in opened.Root
    assert "Signatures" not in text_of(pdf)


def test_twenty_signatures_take_several_pages():
    boxes = tuple(SignatureBox(f"s{n}", "Visa", f"Personne {n}") for n in range(20))
    with Pdf.open(BytesIO(draw(replace(MINIMAL, signatures=boxes), (), at=AT))) as pdf:
        per_page = [len(page.obj.get("/Annots", [])) for page in pdf.pages]
        lowest = min(float(field.Rect[1]) for field in pdf.Root.AcroForm.Fields)
    assert sum(per_page) == 20
    assert lowest > 60


def test_three_steps_with_identity_and_code_fill_one_page():
    with Pdf.open(BytesIO(draw(replace(RICH, blocks=()), (), at=AT))) as pdf:
        assert len(pdf.pages) == 2


def test_control_code_is_shown_even_without_evidence():
    text = text_of(draw(replace(UNSIGNED, control_code="K7QM-2VXN"), (), at=AT))
    assert "Code de contrôle" in text
    assert "K7QM-2VXN" in text


def test_qr_code_is_drawn_only_with_an_address():
    text = text_of(draw(replace(RICH, verify_url=None), (), at=AT))
    assert "Vérifier ce document" not in text
    assert "Vérifier ce document" in text_of(draw(RICH, (), at=AT))


def test_english_document_speaks_english():
    text = text_of(draw(replace(MINIMAL, language="en"), (), at=AT))
    assert "Page 1 of 1" in text
    assert "9\u00a0November 2026" in text.replace("9 November", "9\u00a0November")
    assert "No reference" in text


def test_content_with_nothing_in_it_is_one_page():
    with Pdf.open(BytesIO(draw(NOTHING_TO_SAY, (), at=AT))) as pdf:
        assert len(pdf.pages) == 1


def test_empty_texts_are_drawn():
    content = replace(
        MINIMAL,
        title="",
        organisation="",
        blocks=(Heading(2, ""), Paragraph(""), Reply("", ("",)), Reply("", ())),
    )
    with Pdf.open(BytesIO(draw(content, (), at=AT))) as pdf:
        assert len(pdf.pages) == 1


def test_instant_without_zone_is_refused():
    with pytest.raises(DrawingError, match="fuseau horaire"):
        draw(MINIMAL, (), at=datetime(2026, 11, 9, tzinfo=UTC).replace(tzinfo=None))


def test_two_boxes_of_one_name_are_refused():
    with pytest.raises(DrawingError, match="porteur"):
        draw(replace(MINIMAL, signatures=(BOXES[0], BOXES[0])), (), at=AT)


def test_two_attachments_of_one_name_are_refused():
    with pytest.raises(DrawingError, match=r"reponses\.json"):
        draw(MINIMAL, (ATTACHMENTS[0], ATTACHMENTS[0]), at=AT)


def test_foot_of_the_following_pages_may_be_shorter():
    content = replace(UNSIGNED, blocks=(Reply("Racontez", (" ".join([NEED] * 40),), "below"),))
    text = text_of(draw(replace(content, footer=("Texte de la source",), running=("Voir page 1",)), (), at=AT))
    first, second, *_ = text.split("\f")
    assert [("Texte de la source" in page, "Voir page 1" in page) for page in (first, second)] == [
        (True, False),
        (False, True),
    ]
