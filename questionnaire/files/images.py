"""Images drawn anew: what is not the picture (place, camera, comments, hidden files) does not come through."""

from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import JPEG, FileType

MOST_PIXELS = 40_000_000
"""Points of an image: beyond, drawing it anew would take more memory than a worker has to spare."""
_QUALITY = 90
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}
_KEPT_MODES = {"JPEG": {"L", "RGB"}, "PNG": {"1", "L", "LA", "RGB", "RGBA", "I;16"}}

# Judged from the head of the file, before anything is decoded.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_one_at_a_time = Lock()


def redrawn(data: bytes, real: FileType) -> bytes:
    """The picture alone, upright, in the same format; raises NotAccepted. One at a time in a process."""
    with _one_at_a_time:
        try:
            return _redrawn(data, _FORMATS[real.media_type])
        except NotAccepted:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large() from None
        except Exception as error:  # whatever a decoder says of bytes that are no image
            raise NotAccepted("damaged", real=real.label) from error


def _redrawn(data: bytes, form: str) -> bytes:
    with Image.open(BytesIO(data), formats=[form]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise _too_large()
        upright = ImageOps.exif_transpose(image)
        picture = _plain(upright, form)
    picture.info.clear()
    kept = BytesIO()
    picture.save(kept, form, **({"quality": _QUALITY} if form == _FORMATS[JPEG.media_type] else {}))
    return kept.getvalue()


def _plain(image: Image.Image, form: str) -> Image.Image:
    """The picture in a mode that its format holds without a table of colours."""
    if image.mode in _KEPT_MODES[form] and "transparency" not in image.info:
        image.load()
        return image
    transparent = form != "JPEG" and ("transparency" in image.info or image.mode in {"PA", "La", "RGBa"})
    return image.convert("RGBA" if transparent else "RGB")


def _too_large() -> NotAccepted:
    return NotAccepted("image_too_large", most=MOST_PIXELS // 1_000_000)
