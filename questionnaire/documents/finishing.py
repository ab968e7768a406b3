"""From ReportLab's pages to the finished file: structure, identity, colours, attachments, stable bytes."""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from pathlib import Path

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from questionnaire.content.blocks import Attachment
from questionnaire.documents.cleaning import clean_pages, drop
from questionnaire.documents.metadata import Description, write_metadata
from questionnaire.documents.structure import StructureWriter
from questionnaire.documents.tagging import Node

_PROFILE = (Path(__file__).parent / "colour" / "sRGB.icc").read_bytes()


def finish(drawn: bytes, structure: Node, description: Description, attachments: Sequence[Attachment]) -> bytes:
    """The drawn pages as PDF/A-3a and PDF/UA-1."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        clean_pages(pdf)
        StructureWriter(pdf).write(structure)
        pdf.Root.Lang = String(description.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        drop(pdf.Root, "/Outlines")
        pdf.Root.PageMode = Name.UseNone
        _declare_colours(pdf)
        _attach(pdf, attachments, description)
        write_metadata(pdf, description)
        return _saved(pdf)


def finish_stamp(drawn: bytes) -> bytes:
    """A stamp with embedded fonts only: it will live inside a finished file."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        clean_pages(pdf)
        return _saved(pdf)


def _declare_colours(pdf: Pdf) -> None:
    profile = Stream(pdf, _PROFILE, N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB",
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([intent])


def _attach(pdf: Pdf, attachments: Sequence[Attachment], description: Description) -> None:
    written = description.at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    for attachment in attachments:
        carried = AttachedFileSpec(
            pdf,
            attachment.data,
            description=attachment.description,
            filename=attachment.name,
            mime_type=attachment.mime,
            creation_date=written,
            mod_date=written,
        )
        carried.relationship = Name(f"/{attachment.relationship}")
        pdf.attachments[attachment.name] = carried
    if attachments:
        pdf.Root.AF = Array(pdf.attachments[attachment.name].obj for attachment in attachments)


def _saved(pdf: Pdf) -> bytes:
    output = BytesIO()
    pdf.save(
        output,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
        compress_streams=True,
    )
    return output.getvalue()
