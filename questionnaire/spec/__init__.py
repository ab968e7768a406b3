"""A form as declared by its author, checked and compiled: YAML in, an immutable ``Form`` out."""

from questionnaire.spec.catalogue import Catalogue, check_folder
from questionnaire.spec.faults import Fault, SpecError
from questionnaire.spec.lexicon import Lexicon, lexicon_of
from questionnaire.spec.loading import check_file, load, load_bytes, load_text
from questionnaire.spec.model import Choice, Form, Paper, Question, Section
from questionnaire.spec.parties import CircuitStep, Party
from questionnaire.spec.remembering import catalogue_of

__all__ = [
    "Catalogue",
    "Choice",
    "CircuitStep",
    "Fault",
    "Form",
    "Lexicon",
    "Paper",
    "Party",
    "Question",
    "Section",
    "SpecError",
    "catalogue_of",
    "check_file",
    "check_folder",
    "lexicon_of",
    "load",
    "load_bytes",
    "load_text",
]
