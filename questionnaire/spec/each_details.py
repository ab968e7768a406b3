"""What can be wrong with a section that is asked for each of several things, for the catalogue of faults."""

from questionnaire.spec.details import Detail

EACH_OF_WHAT = Detail(
    "each_of_what",
    "« for_each: {name} » : ce n’est ni une répétition de ce formulaire ni une question à cocher posée une fois.",
)
EACH_HAS_ITS_ITEMS = Detail(
    "each_has_its_items",
    "La clé « {key} » ne sert pas à une répétition qui a « for_each » : ses éléments sont ceux de « {name} ».",
    "Retirez-la.",
)
EACH_OF_UNKNOWN = Detail(
    "each_of_unknown",
    "« for_each: {name} » : les choix de cette question ne sont connus qu’au remplissage.",
    "Écrivez-les dans le formulaire ou dans un fichier, ou prenez une répétition.",
)
EACH_OPTION = Detail(
    "each_option",
    "Le choix « {option} » de « {name} » ne peut pas nommer une partie du formulaire.",
    "Nommez-le avec des lettres sans accent, des chiffres, _ et - (40 au plus).",
)
