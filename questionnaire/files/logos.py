"""Logos: a picture told by its content, drawn anew on white, no larger than screens and paper need."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import IO

from PIL import Image

from questionnaire.files.inspecting import receive
from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import FileRules

RULES = FileRules(accept=("image",), max_size=2)
LARGEST = (900, 300)
"""Points of the picture kept, across and up: what is larger is reduced."""
LEAST = 48
"""Points up: below, a logo is a blot on paper."""


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A logo ready to be kept: a PNG without transparency nor anything but the picture."""

    data: bytes
    sha256: str
    width: int
    height: int


def receive_logo(name: str, stream: IO[bytes]) -> LogoFile:
    """Read a PNG or a JPEG and make a logo of it; raises NotAccepted."""
    received = receive(name, stream, RULES)
    with Image.open(BytesIO(received.data)) as image:
        picture = _on_white(image)
    if min(picture.size) < LEAST:
        raise NotAccepted("image_too_small", least=LEAST)
    picture.thumbnail(LARGEST)
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    data = kept.getvalue()
    return LogoFile(data, sha256(data).hexdigest(), picture.width, picture.height)


def _on_white(image: Image.Image) -> Image.Image:
    """Paper is white, and so is the plate behind logos on dark screens."""
    picture = image.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")
