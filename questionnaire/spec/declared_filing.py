"""The register and the retention of a form, as declared."""

from dataclasses import dataclass

from questionnaire.spec.nodes import Place, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec:
    """A column of the register: the answer to the question ``name``, or what ``value`` gives."""

    place: Place
    name: Scalar
    label: Scalar | None = None
    value: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSpec:
    """What is said of a document while ``when`` holds."""

    place: Place
    when: Scalar
    label: Scalar


Alerts = tuple[tuple[Scalar, AlertSpec], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSpec:
    """What the register shows of each document of the form."""

    place: Place
    columns: tuple[ColumnSpec, ...]
    filters: tuple[Scalar, ...] = ()
    alerts: Alerts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSpec:
    """How long its documents are kept."""

    place: Place
    active: Scalar
    archive: Scalar
    then: Scalar | None = None
    reason: Scalar
