"""The worked example of the barometer: one pair, eleven criteria, three sources."""

from questionnaire.results import Sector

SECTORS = (
    Sector("co_expression", ("c1", "c2"), 2),
    Sector("co_construction", ("c3", "c4", "c5"), 2),
    Sector("co_decision", ("c6", "c7", "c8"), 2),
    Sector("co_mise_en_oeuvre", ("c9", "c10", "c11"), 2),
)
CRITERIA = tuple(name for sector in SECTORS for name in sector.criteria)


def ratings(*values: int | None) -> dict[str, int | None]:
    return dict(zip(CRITERIA, values, strict=True))


PROFESSIONAL = ratings(4, 3, 3, 2, 3, 3, 2, 3, 3, 2, 1)
PATIENT = ratings(2, 3, 3, None, 1, 1, 1, 2, None, 1, None)
JOINT = ratings(3, 3, 3, 2, 2, 2, 1, 3, 2, 1, 1)
