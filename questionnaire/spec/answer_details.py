"""What can be wrong with rules on answers, confirmations and reserved answers, for the catalogue of faults."""

from questionnaire.spec.details import Detail

WARNING_WITHOUT_MESSAGE = Detail(
    "warning_without_message",
    "« warning » est donné sans « warning_message ».",
    "Dites à la personne ce qui étonne.",
)
UNKNOWN_READER = Detail("unknown_reader", "« {name} » n’est ni un rôle ni une partie de ce formulaire qui a un rôle.")
SENSITIVE_SUBJECT = Detail(
    "sensitive_subject",
    "Le sujet du document lit « {name} », une réponse sensible\u00a0: il s’affiche dans des listes.",
    "Retirez « {name} » du sujet.",
)
RESERVED_READING = Detail(
    "reserved_reading",
    "« {name} » lit « {reserved} », une réponse réservée que ses propres lecteurs ne voient pas tous.",
    "Réservez « {name} » aux mêmes rôles (visible_to), ou retirez cette lecture.",
)
CONFIRMS_WHAT = Detail(
    "confirms_what",
    "« {name} » n’est pas une réponse de ce formulaire\u00a0: il n’y a rien à confirmer.",
    "Écrivez le nom d’une question ou d’un calcul.",
)
CONFIRMS_ELSEWHERE = Detail(
    "confirms_elsewhere",
    "« {name} » a une réponse dans chaque élément de « {group} »\u00a0: on ne sait pas laquelle confirmer.",
    "Placez la case parmi les questions de « {group} ».",
)
RULE_AT = Detail(
    "rule_at",
    "Cette règle est à montrer auprès de « {name} », qui n’est pas une réponse de ce formulaire.",
    "Écrivez le nom d’une des questions que la règle lit.",
)
RULE_READS_NOTHING = Detail(
    "rule_reads_nothing",
    "Cette règle ne lit aucune réponse\u00a0: on ne sait pas où la montrer.",
    "Citez des réponses, ou dites « at: » auprès de quelle question la montrer.",
)
