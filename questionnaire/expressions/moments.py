"""Dates and times as the language counts them: days since 1970, read and written in ISO form."""

import math
import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_MILLISECONDS_A_DAY = 86_400_000
_HOUR = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
_SHAPE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?P<time>T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)


def moment_of_text(text: str, zone: tzinfo) -> date | None:
    """A text that looks like YYYY-MM-DD[Thh:mm[:ss]] is that moment; a time without offset is in `zone`."""
    text = text.strip()
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    try:
        if found["time"] is None:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def text_of_moment(moment: date) -> str:
    """A date is written YYYY-MM-DD, a time adds Thh:mm:ss.mmm±hh:mm (a zero offset is -00:00, as in ODK)."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    text = moment.isoformat(timespec="milliseconds")
    return f"{text[:-6]}-00:00" if text.endswith("+00:00") else text


def days_of_moment(moment: date) -> float:
    """A date is a whole number of days since 1970-01-01 in any zone; a time is its instant, in UTC."""
    if isinstance(moment, datetime):
        return (moment - _EPOCH) / _DAY
    return float(moment.toordinal() - _EPOCH_ORDINAL)


def moment_of_days(days: float, zone: tzinfo) -> date | None:
    """Whole days are a date, others an instant shown in `zone`; None outside of years 1 to 9999."""
    if not math.isfinite(days):
        return None
    milliseconds = round(days * _MILLISECONDS_A_DAY)
    try:
        if milliseconds % _MILLISECONDS_A_DAY == 0:
            return date.fromordinal(_EPOCH_ORDINAL + milliseconds // _MILLISECONDS_A_DAY)
        return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def date_written(moment: date) -> date:
    """A time written as midnight is the date that it shows, any other stays a time."""
    if isinstance(moment, datetime) and moment.time() == time.min:
        return moment.date()
    return moment


def instant_of(moment: date, zone: tzinfo) -> datetime:
    """A date is its first instant in `zone`, for comparison with a time."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, zone)


def hour_of_text(text: str, day: date, zone: tzinfo) -> time | None:
    """A text that looks like hh:mm[:ss][±hh:mm] is that hour; one with an offset is told in `zone`, on that day."""
    text = text.strip()
    if not _HOUR.fullmatch(text):
        return None
    try:
        hour = time.fromisoformat(text)
    except ValueError:
        return None
    return hour if hour.tzinfo is None else datetime.combine(day, hour).astimezone(zone).time()
