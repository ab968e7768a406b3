"""What changed from one version of a form to another: compared as typed results, told in words to authors."""

from questionnaire.spec.differences.comparing import compare
from questionnaire.spec.differences.model import Change, Comparison, Difference, Fate, Subject
from questionnaire.spec.differences.telling import told

__all__ = ["Change", "Comparison", "Difference", "Fate", "Subject", "compare", "told"]
