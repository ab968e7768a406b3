"""A form and someone's answers: reading, the engine of rules, merging, progress, freezing (pure)."""

from questionnaire.filling.answers import Answers, from_sheet, from_stored, new_key, to_stored
from questionnaire.filling.context import Context, Origin, Reason
from questionnaire.filling.fill import RuleFailed, fill
from questionnaire.filling.filled import FilledForm, Place
from questionnaire.filling.freezing import frozen_sheet
from questionnaire.filling.merge import Change, Conflict, Merge, merge
from questionnaire.filling.paths import BadPath, Path, item_path, leaf_path, parse_path
from questionnaire.filling.problems import REQUIRED, UNFINISHED, WARNING, Problem, hinders
from questionnaire.filling.progress import Progress, SectionProgress, State, section_problems, section_progress
from questionnaire.filling.reading import Reading, read_post
from questionnaire.filling.revision import BadRevision, PageRevision, parse_revision
from questionnaire.filling.staging import StageProgress, staged
from questionnaire.filling.veil import NO_VEIL, Veil
from questionnaire.filling.veiling import public, veiled

__all__ = [
    "NO_VEIL",
    "REQUIRED",
    "UNFINISHED",
    "WARNING",
    "Answers",
    "BadPath",
    "BadRevision",
    "Change",
    "Conflict",
    "Context",
    "FilledForm",
    "Merge",
    "Origin",
    "PageRevision",
    "Path",
    "Place",
    "Problem",
    "Progress",
    "Reading",
    "Reason",
    "RuleFailed",
    "SectionProgress",
    "StageProgress",
    "State",
    "Veil",
    "fill",
    "from_sheet",
    "from_stored",
    "frozen_sheet",
    "hinders",
    "item_path",
    "leaf_path",
    "merge",
    "new_key",
    "parse_path",
    "parse_revision",
    "public",
    "read_post",
    "section_problems",
    "section_progress",
    "staged",
    "to_stored",
    "veiled",
]
