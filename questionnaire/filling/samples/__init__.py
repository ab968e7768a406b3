"""Answers made up to walk every path of a form, and what of it no answer reaches (pure)."""

from questionnaire.filling.samples.goals import Goal, goals_of, rules_of
from questionnaire.filling.samples.walking import Sample, Walk, one_sample, walk

__all__ = ["Goal", "Sample", "Walk", "goals_of", "one_sample", "rules_of", "walk"]
