"""The wheel in words, for who does not see it."""

from fractions import Fraction

from questionnaire.content.wheel.declaring import Quarters
from questionnaire.results import Gaps, gap_band
from questionnaire.spec.measures import HIGHEST

_BY_HAND = "Elle est vide\u00a0: mettez une croix par critère. Chaque critère est aussi demandé en toutes lettres."


def describe_wheel(quarters: Quarters, gaps: Gaps | None, *, empty: bool = False) -> str:
    """What the picture is made of, what it shows first, where its values stand in words."""
    criteria = [criterion for quarter in quarters for criterion in quarter.criteria]
    titles = ", ".join(quarter.title for quarter in quarters)
    said = [f"Roue de quatre secteurs ({titles}) et {len(criteria)} critères, de 0 au centre à {HIGHEST} au bord."]
    if gaps:
        values = ((criterion.number, gaps.criteria[criterion.name]) for criterion in criteria)
        said.append(_first([str(number) for number, gap in values if gap is not None and _is_first(gap)]))
    said.append(_BY_HAND if empty else "Les mêmes valeurs sont dans le tableau qui suit.")
    return " ".join(said)


def _is_first(gap: Fraction) -> bool:
    return gap_band(gap).name == "discuss"


def _first(numbers: list[str]) -> str:
    if not numbers:
        return "Aucun écart à discuter en priorité."
    *others, last = numbers
    listed = f"critères {', '.join(others)} et {last}" if others else f"critère {last}"
    return f"À discuter en priorité\u00a0: {listed}."
