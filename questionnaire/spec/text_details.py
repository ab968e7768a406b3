"""What can be wrong with texts that answers change, for the catalogue of faults."""

from questionnaire.spec.details import Detail

BAD_CASES = Detail(
    "bad_cases",
    "« {mark} »\u00a0: les cas d’un texte qui change sont mal écrits.",
    "Écrivez {{nom, plural, =0 {{aucun}} one {{# fait}} other {{# faits}}}} ou {{nom, select, oui {{…}} other {{…}}}}"
    "\u00a0: un texte entre accolades pour chaque cas, une seule fois, et toujours « other ».",
)
NOT_COUNTED = Detail(
    "not_counted",
    "« {name} » n’est pas un nombre\u00a0: un texte ne peut pas s’accorder avec cette réponse.",
    "Citez un nombre, un calcul, une répétition ou un choix multiple\u00a0; pour une option, écrivez « select ».",
)
NOT_CHOSEN = Detail(
    "not_chosen",
    "« {name} » n’est pas un choix\u00a0: un texte ne peut pas en dépendre par « select ».",
    "Citez un choix unique, un oui ou non, ou un calcul\u00a0; pour un nombre, écrivez « plural ».",
)
UNKNOWN_CASE = Detail("unknown_case", "« {name} » n’a pas l’option « {case} ».")
VARIANT_KEYS = Detail(
    "variant_keys",
    "Une variante de « {key} » est un texte (« text ») et la condition qui le choisit (« when »).",
    "Écrivez « - when: condition », puis « text: … » dessous.",
)
VARIANT_ORDER = Detail(
    "variant_order",
    "La dernière variante de « {key} » est celle des autres cas, et elle seule n’a pas de condition.",
    "Mettez « when » à toutes les variantes sauf la dernière, et au moins deux variantes.",
)
VARIANT_PLACE = Detail(
    "variant_place",
    "« {key} » n’a pas de variantes ici\u00a0: ce texte ne dépend pas des réponses.",
    "Écrivez un seul texte. Les textes des questions et des sections peuvent en avoir plusieurs.",
)
