"""The files joined to a document, as its last part lists them."""

from collections.abc import Iterator

from questionnaire.content.blocks import Block, Heading, Paragraph, Reply
from questionnaire.filling import FilledForm
from questionnaire.filling.joined import joined_files
from questionnaire.spec.kinds.files import told
from questionnaire.spec.values import FileRef

ANNEXES = "Annexes"
KEPT = "Ces fichiers sont conservés avec le document. Le début de leur empreinte permet de les reconnaître."
_SHOWN = 16
_GROUP = 4


def annexes(filled: FilledForm) -> Iterator[Block]:
    """Each file once, with its type, its size and the beginning of its SHA-256; nothing where there is none."""
    refs = dict.fromkeys(ref for _, ref in joined_files(filled))
    if refs:
        yield Heading(2, ANNEXES)
        yield Paragraph(KEPT, "note")
    for ref in refs:
        yield Reply(ref.name, (told(ref), f"SHA-256\u00a0: {short_digest(ref)}"))


def short_digest(ref: FileRef) -> str:
    """« 9f86 d081 884c 7d65 … »: what one compares by eye."""
    groups = (ref.sha256[start : start + _GROUP] for start in range(0, _SHOWN, _GROUP))
    return "\u00a0".join((*groups, "…"))
