"""FHIR R4, the exchange format of health: questionnaires and their answers, read and written."""

from questionnaire.interchange.fhir.answering import Answered, read_response
from questionnaire.interchange.fhir.exporting import Exported, export_form
from questionnaire.interchange.fhir.importing import import_form
from questionnaire.interchange.fhir.reading import LARGEST
from questionnaire.interchange.fhir.responding import response_of
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.remarking import Refused

__all__ = [
    "LARGEST",
    "Answered",
    "Exported",
    "Imported",
    "Refused",
    "export_form",
    "import_form",
    "read_response",
    "response_of",
]
