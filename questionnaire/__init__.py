"""A form and questionnaire engine for patient–professional partnership in health.

``create_app`` is the table of contents of the application; the folders beside this file are its rooms.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the rooms of the product load without Flask
    from flask import Flask

    from questionnaire.config import Settings


def create_app(settings: "Settings", *, strict: bool = True) -> "Flask":
    """The web application of one installation; not ``strict``, it starts although a shipped form has a fault."""
    from questionnaire.web.application import make  # noqa: PLC0415  # same reason

    return make(settings, strict=strict)
