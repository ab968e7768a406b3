"""XLSForm, the spreadsheets of the ODK tools: read into a form of our language, every row kept or named."""

from questionnaire.interchange.xlsform.importing import Imported, import_form
from questionnaire.interchange.xlsform.remarks import Refused, Remark

__all__ = ["Imported", "Refused", "Remark", "import_form"]
