"""Files of data that leave for other programs: tables as CSV, as workbooks, in one archive."""
