"""XLSForm, the spreadsheets of the ODK tools: read into forms of ours, every row kept or named; and written."""

from questionnaire.interchange.remarking import Refused
from questionnaire.interchange.xlsform.exporting import Exported, export_form
from questionnaire.interchange.xlsform.importing import Imported, import_form
from questionnaire.interchange.xlsform.remarks import Remark

__all__ = ["Exported", "Imported", "Refused", "Remark", "export_form", "import_form"]
