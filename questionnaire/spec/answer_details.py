"""What can be wrong with warnings, reserved answers and easier words, for the catalogue of faults."""

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
