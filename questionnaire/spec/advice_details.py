"""What can be wrong with the advice that an author acknowledges, for the catalogue of faults."""

from questionnaire.spec.details import Detail

UNKNOWN_ADVICE = Detail("unknown_advice", "« forms lint » ne donne pas de conseil « {code} ».")
UNKNOWN_SUBJECT = Detail("unknown_subject", "Rien ne s’appelle « {name} » dans ce formulaire.")
