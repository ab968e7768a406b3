"""Accounts as Flask-Security reads them. Rights come from memberships and projects, never from ``Role``."""

from datetime import datetime

from flask_security.models import sqla
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from questionnaire.storage.base import Base, core
from questionnaire.storage.times import UtcDateTime

# The mixins name their tables at class creation, hence before the classes below.
sqla.FsModels.set_db_info(base_model=Base, user_table_name="account", role_table_name="account_role")


class User(Base, sqla.FsUserMixin):
    """An account; Flask-Security's relationships demand this class name."""

    __tablename__ = "account"
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), unique=True)
    webauthn = None
    """No relation of that name, which the mixin adds where a library so called is installed."""

    totp_counter: Mapped[int | None] = mapped_column()
    """The last one-time code used, so that it opens one session only."""

    password_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the password stops working that somebody else gave; None for one that the person has chosen."""


class Role(Base, sqla.FsRoleMixin):
    """Flask-Security demands a table of roles; the product leaves it empty."""

    __tablename__ = "account_role"


account = core(User)
