"""What can be wrong with grids, tables and patterns, for the catalogue of faults."""

from questionnaire.spec.details import Detail

GRID_LIST = Detail(
    "grid_list",
    "Les colonnes d’une grille sont connues d’avance : cette liste ne l’est qu’au remplissage.",
    "Écrivez les choix dans le formulaire.",
)
GRID_TOO_WIDE = Detail(
    "grid_too_wide",
    "Une grille a {most} choix au plus ; celle-ci en a {count}.",
    "Posez ces questions une à une, avec select_one.",
)
TABLE_CHILD = Detail(
    "table_child",
    "« {name} » ne tient pas dans une case de tableau.",
    "Un tableau reçoit des réponses courtes : une ligne de texte, un nombre, une date, une heure, un choix.",
)
UNBOUNDED_REGEX = Detail(
    "unbounded_regex",
    "regex demande max_length : « {name} » n’en a pas, ou de plus de {most} caractères.",
    "Donnez à « {name} » un max_length de {most} au plus.",
)
