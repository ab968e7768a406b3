"""Each outside library stays in the rooms that were given to it; a new one must be given a room here."""

import sys

from tests.architecture.sources import MODULES, imported_libraries, name_of, room_of, tree_of

SHELL = {"web", "cli", "__init__.py"}
ROOMS = {
    "fido2": {"web"},
    "flask": SHELL,
    "babel": {"web"},
    "click": {"cli"},
    "werkzeug": {"web"},
    "markupsafe": {"web"},
    "jinja2": {"messages"},
    "itsdangerous": {"web"},
    "wtforms": {"web"},
    "flask_wtf": {"web"},
    "flask_babel": {"web"},
    "flask_login": {"web"},
    "flask_migrate": SHELL,
    "flask_security": {"web", "storage"},  # its column mixins stand on our own tables
    "flask_sqlalchemy": {"web"},
    "htmx_flask": {"web"},
    "authlib": {"web"},
    "joserfc": {"web"},
    "requests": {"web"},
    "urllib3": {"web"},
    "alembic": {"storage", "cli"},
    "sqlalchemy": {"storage"},
    "psycopg": {"storage"},
    "gunicorn": {"cli"},
    "yaml": {"spec"},
    "PIL": {"files"},
    "reportlab": {"documents"},
    "pikepdf": {"documents"},
    "fontTools": {"documents"},
    "segno": {"documents", "web"},
    "zxcvbn": {"web"},
    "xlsxwriter": {"exchange"},
    "python_calamine": {"interchange"},
    "stdnum": {"spec"},
    "antlr4": {"interchange"},
    "fhirpathpy": {"interchange"},
    "pyhanko": {"proof"},
    "pyhanko_certvalidator": {"proof"},
    "asn1crypto": {"proof"},
    "cryptography": {"proof", "storage"},  # signatures; what is stored sealed
}
OURS = {"questionnaire"}


def test_outside_libraries_stay_in_their_rooms():
    strays = [
        f"{name_of(module)}:{line} imports {library}, at home in {sorted(ROOMS.get(library, ()))}"
        for module in MODULES
        for line, library in imported_libraries(tree_of(module))
        if library not in sys.stdlib_module_names | OURS and room_of(module) not in ROOMS.get(library, ())
    ]
    assert strays == []
