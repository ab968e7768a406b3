"""The yardstick: a Flask page that does one read of a SQLite database, and nothing else."""

import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]
db = SQLAlchemy(app)


@app.get("/")
def page() -> str:
    """One row, one paragraph."""
    name = db.session.execute(text("SELECT name FROM organisation")).scalar()
    return f"<!doctype html><title>Page</title><p>{name}</p>"
