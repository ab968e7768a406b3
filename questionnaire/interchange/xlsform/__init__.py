"""XLSForm, the spreadsheets of the ODK tools: read into forms of ours, every row kept or named; and written."""

from questionnaire.interchange.imported import Imported
from questionnaire.interchange.remarking import Refused
from questionnaire.interchange.xlsform.exporting import Exported, export_form
from questionnaire.interchange.xlsform.guarding import LARGEST
from questionnaire.interchange.xlsform.importing import import_form
from questionnaire.interchange.xlsform.remarks import Remark

__all__ = ["LARGEST", "Exported", "Imported", "Refused", "Remark", "export_form", "import_form"]
