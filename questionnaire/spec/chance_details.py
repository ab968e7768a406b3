"""What can be wrong with what a form draws by chance, for the catalogue of faults."""

from questionnaire.spec.details import Detail

DRAWN_IN_RULE = Detail("drawn_in_rule", "« {key} » : {message}", "{cure}")
DRAWN_AGAIN = Detail("drawn_again", "« {key} » : {message}", "{cure}")
ONCE_INSIDE = Detail("once_inside", "« {key} » : {message}", "{cure}")
ANONYMOUS_DRAWS = Detail(
    "anonymous_draws",
    "« {name} » serait tiré au sort et gardé pour une personne, dans un formulaire anonyme.",
    "Retirez ce tirage.",
)
