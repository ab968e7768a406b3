"""The wheel: criteria around four quarters, each estimate a mark; as shapes, key and table, before anyone draws it.

Lengths are units from the centre, x to the right and y down, the outer ring at ``RADIUS``. Nothing here knows SVG
or PDF: both draw the same ``Wheel``.
"""

from questionnaire.content.wheel.composing import Wheel, compose_wheel
from questionnaire.content.wheel.declaring import Criterion, Quarter, Quarters, Series, WheelError
from questionnaire.content.wheel.shapes import FRAME, RADIUS, Geometry
from questionnaire.content.wheel.table import Table

__all__ = [
    "FRAME",
    "RADIUS",
    "Criterion",
    "Geometry",
    "Quarter",
    "Quarters",
    "Series",
    "Table",
    "Wheel",
    "WheelError",
    "compose_wheel",
]
