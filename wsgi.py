"""The application, for gunicorn, for ``flask --app wsgi`` and for any WSGI server."""

import gc
import os
import sys

gc.disable()  # nothing that starting makes is let go: to go through it meanwhile is a sixth of the time

from questionnaire import create_app
from questionnaire.cli import register
from questionnaire.config import Settings
from questionnaire.environment import SettingsError

REFUSED, REFUSED_TO_SERVE = 2, 3
"""Exit codes of refused settings; gunicorn stops at a worker's 3, where it would start another one for ever after 2."""

# Flask's own commands check forms and files on a bare checkout: they need no secret, write nothing, and start even
# where the form to check has faults.
serving = "FLASK_RUN_FROM_CLI" not in os.environ
try:
    settings = Settings.read(os.environ, serving=serving)
except SettingsError as refused:
    # For operators: a traceback would only hide what to correct.
    sys.stderr.write(f"{refused}\n")
    sys.exit(REFUSED_TO_SERVE if serving else REFUSED)
app = create_app(settings, strict=serving)
register(app)

if serving:
    # What is made once (forms, templates, tables) lives as long as the process: the garbage collector need not go
    # through it again and again, nor run every few hundred objects when one page makes thousands.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
gc.enable()
