"""What can be wrong with a repeat inside a repeat, for the catalogue of faults."""

from questionnaire.spec.details import Detail

TOO_NESTED = Detail(
    "too_nested",
    "« {name} » est une répétition dans {most} autres : personne ne s’y retrouve.",
    "Posez ces questions dans la répétition qui l’entoure, ou dans une répétition à part.",
)
EACH_INSIDE = Detail(
    "each_inside",
    "« {name} » est dans une répétition : « for_each » n’y sert pas.",
    "Mettez-la à côté de cette répétition.",
)
ITEMS_INSIDE = Detail(
    "items_inside",
    "« {name} » est une répétition dans une autre : on ne choisit pas parmi ses éléments.",
    "Prenez les éléments d’une répétition de la page.",
)
PREFILL_INSIDE = Detail(
    "prefill_inside",
    "« {name} » est dans une répétition : ses éléments ne se reprennent pas d’un autre document.",
    "Retirez « {key} ».",
)
LONG_PATH = Detail(
    "long_path",
    "Les noms de « {name} » et des répétitions qui l’entourent sont trop longs : {length} caractères en tout, "
    "pour {most} au plus.",
    "Raccourcissez-en un.",
)
PREFILL_FROM_INSIDE = Detail(
    "prefill_from_inside",
    "« {name} » est une répétition dans une autre de « {form} » : ses éléments ne se reprennent pas.",
    "Reprenez la répétition qui l’entoure, ou retirez « prefill ».",
)
