"""A form and questionnaire engine for patient–professional partnership in health."""
