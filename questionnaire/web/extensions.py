"""Flask's extensions, made once and bound to the application by ``create_app``."""

from flask_babel import Babel
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from htmx_flask import Htmx, request

from questionnaire.storage.base import Base

# What a view has read stays readable after the journey's commit.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate()
csrf = CSRFProtect()
babel = Babel()
htmx = Htmx()


def wants_fragment() -> bool:
    """Whether htmx asks for a piece of the page; when it restores its history it needs the whole."""
    return bool(request.htmx) and not request.htmx.history_restore_request
