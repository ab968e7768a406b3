"""What can be wrong with a register and with a retention, for the catalogue of faults."""

from questionnaire.spec.details import Detail

NOT_FILED = Detail(
    "not_filed",
    "« {key} » ne sert pas à un formulaire dont les documents ne sont pas archivés (archive: none).",
    "Retirez « {key} », ou « archive ».",
)
COLUMN_OF_NOTHING = Detail(
    "column_of_nothing",
    "La colonne « {name} » ne dit pas ce qu’elle montre\u00a0: ce n’est pas une question du formulaire.",
    "Ajoutez « value » et « label », ou donnez le nom d’une question.",
)
COLUMN_OF_ITEMS = Detail(
    "column_of_items",
    "« {name} » a plusieurs réponses ou n’en a pas qui tienne dans une colonne.",
    "Dites laquelle\u00a0: « value: count(${{{name}}}) », « value: join(', ', ${{{name}}}) ».",
)
SENSITIVE_COLUMN = Detail(
    "sensitive_column",
    "Le registre lit « {name} », une réponse sensible\u00a0: il s’affiche dans des listes et s’exporte.",
    "Retirez « {name} » du registre.",
)
UNKNOWN_COLUMN = Detail("unknown_column", "« {name} » n’est pas une colonne du registre.")
BAD_START = Detail(
    "bad_start",
    "« active » attend un début et une durée, pas « {value} ».",
    "Écrivez « end + P1Y », « freeze + P6M » ou « ${{date_fin}} + P1Y ».",
)
BAD_PERIOD = Detail(
    "bad_period", "« {value} » n’est pas une durée.", "Écrivez P5Y pour cinq ans, P18M pour dix-huit mois, P90D."
)
START_OF_DATE = Detail(
    "start_of_date",
    "« {name} » n’est pas une date demandée une seule fois\u00a0: on ne compte pas à partir d’elle.",
    "Nommez une question « date » ou « date_range ».",
)
