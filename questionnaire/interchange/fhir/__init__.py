"""FHIR R4, the exchange format of health: questionnaires and their answers, read and written."""

from questionnaire.interchange.fhir.importing import import_form
from questionnaire.interchange.fhir.reading import LARGEST
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.remarking import Refused

__all__ = ["LARGEST", "Imported", "Refused", "import_form"]
