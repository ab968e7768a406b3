"""Form versions in use: their text is kept, and the same version cannot change under what it was used for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from questionnaire.storage.errors import FormVersionChanged, NotFound
from questionnaire.storage.records import FormVersion
from questionnaire.storage.tables.forms import form_version
from questionnaire.storage.upsert import insert


def use(session: Session, version: FormVersion) -> None:
    """Keep a form's text before something is written with it; again is harmless.

    Raises FormVersionChanged when another text was already used under the same name and version.
    """
    known = session.execute(
        select(form_version.c.digest).where(
            form_version.c.form == version.form, form_version.c.version == version.version
        )
    ).scalar_one_or_none()
    if known is None:
        _keep(session, version)
    elif known != version.digest:
        raise FormVersionChanged(
            f"Le formulaire {version.form} a changé sous la version {version.version}, déjà utilisée. "
            "Donnez-lui une nouvelle version."
        )


def _keep(session: Session, version: FormVersion) -> None:
    session.execute(
        insert(session, form_version)
        .values(
            digest=version.digest,
            form=version.form,
            version=version.version,
            source=version.source,
            first_used_at=version.first_used_at,
        )
        .on_conflict_do_nothing()
    )


def get(session: Session, digest: str) -> FormVersion:
    """The version known by a hash; raises NotFound."""
    row = session.execute(select(form_version).where(form_version.c.digest == digest)).one_or_none()
    if row is None:
        raise NotFound("Cette version du formulaire est inconnue.")
    return FormVersion(row.form, row.version, row.digest, row.source, row.first_used_at)


def versions_of(session: Session, form: str) -> frozenset[str]:
    """The versions of a form with which something was written or published."""
    return frozenset(session.scalars(select(form_version.c.version).where(form_version.c.form == form)))


def in_use(session: Session) -> tuple[FormVersion, ...]:
    """Every version that something was written with, to compare with the files at start."""
    rows = session.execute(select(form_version).order_by(form_version.c.form, form_version.c.version))
    return tuple(FormVersion(row.form, row.version, row.digest, row.source, row.first_used_at) for row in rows)
