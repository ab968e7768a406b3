"""What answers say together: exact means, profiles of each side, gaps, and the words to read them (pure)."""

from questionnaire.results.bands import GAPS, Band, band_of, gap_band
from questionnaire.results.gaps import Gaps, compare, gap
from questionnaire.results.means import Rating, Score, mean
from questionnaire.results.profiles import (
    Profile,
    Ratings,
    Sector,
    SectorScore,
    Spread,
    overall,
    profile_of,
    sector_score,
)
from questionnaire.results.small_groups import Published, is_enough, published_list, published_table, shown_share

__all__ = [
    "GAPS",
    "Band",
    "Gaps",
    "Profile",
    "Published",
    "Rating",
    "Ratings",
    "Score",
    "Sector",
    "SectorScore",
    "Spread",
    "band_of",
    "compare",
    "gap",
    "gap_band",
    "is_enough",
    "mean",
    "overall",
    "profile_of",
    "published_list",
    "published_table",
    "sector_score",
    "shown_share",
]
