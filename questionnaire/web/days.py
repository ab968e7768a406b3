"""Days typed in the fields of searches."""

from datetime import MAXYEAR, MINYEAR, date, datetime, time
from zoneinfo import ZoneInfo

NO_DATE = "Écrivez les dates ainsi\u00a0: jj/mm/aaaa."


def start_of_day(text: str, zone: ZoneInfo) -> datetime | None:
    """The beginning of a day, as written in French or by a browser's field; None where it is none."""
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            day: date = datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
        # Days at either end of the calendar have no neighbour, and no hour in another time zone.
        return datetime.combine(day, time.min, zone) if MINYEAR < day.year < MAXYEAR else None
    return None
