"""The few pages that are plain forms, for WTForms: rules stay with the journeys."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField

from questionnaire.journeys.papers.signing import CONSENTS


class SignForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """What the signing page posts: one box per consent, and the name as typed."""

    lu = BooleanField()
    electronique = BooleanField()
    typed_name = StringField(name="nom")

    @property
    def agreed(self) -> frozenset[str]:
        """The consents ticked."""
        return frozenset(name for name in CONSENTS if self[name].data)
