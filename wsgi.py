"""The application, for gunicorn, for ``flask --app wsgi`` and for any WSGI server."""

import os

from questionnaire import create_app
from questionnaire.cli import register
from questionnaire.config import Settings

# Flask's own commands check forms and files on a bare checkout: they need no secret and write nothing.
app = create_app(Settings.read(os.environ, serving="FLASK_RUN_FROM_CLI" not in os.environ))
register(app)
