"""What can be wrong with a list of choices that the form does not write, for the catalogue of faults."""

from questionnaire.spec.details import Detail

LIST_ORIGIN = Detail(
    "list_origin",
    "Une liste qui n’est pas écrite ici a une origine : « from » ou « file », l’un des deux.",
    "Gardez-en une.",
)
UNKNOWN_ORIGIN = Detail(
    "unknown_origin",
    "« {name} » n’est ni une répétition du formulaire, ni une question à cocher, ni une liste de l’installation.",
)
LIST_OF_ITSELF = Detail(
    "list_of_itself",
    "La liste « {name} » est faite de ce qu’on coche dans « {question} », qui choisit dans cette liste.",
    "Donnez à cette question ses propres choix.",
)
TICKED_ELSEWHERE = Detail(
    "ticked_elsewhere",
    "La liste « {name} » est faite de ce qu’on coche dans « {question} », posée à chaque élément de « {items} ».",
    "Posez cette question-ci dans la même répétition, ou l’autre hors d’elle.",
)
LIST_NOT_FOR_KIND = Detail(
    "list_not_for_kind", "La liste « {name} » n’est connue qu’au remplissage : elle ne sert pas à une échelle."
)
LABEL_OF_LIST = Detail(
    "label_of_list", "« label » ne sert qu’à une liste des éléments d’une répétition.", "Retirez-le."
)
MISSING_TABLE = Detail(
    "missing_table",
    "Le fichier « {path} » n’est ni à côté du formulaire ni dans le dossier « choices ».",
    "Mettez-l’y, ou corrigez son nom.",
)
UNREADABLE_TABLE = Detail("unreadable_table", "Cette ligne du tableau ne peut pas être lue : {cause}.")
TABLE_COLUMNS = Detail(
    "table_columns",
    "La première ligne de ce tableau nomme ses colonnes.",
    "Pour une liste de choix, commencez par : name;label",
)
NOT_CHOICES = Detail(
    "not_choices",
    "On ne peut pas choisir dans la liste « {name} » : son fichier n’a pas les colonnes « name » et « label ».",
    "Ajoutez-les, ou ne lisez ce fichier que par des règles.",
)
TABLE_CELLS = Detail(
    "table_cells",
    "Cette ligne a {count} cases, et le tableau {columns} colonnes.",
    "Une case qui contient le séparateur se met entre guillemets droits.",
)
BLANK_CELL = Detail("blank_cell", "La colonne « {column} » est vide sur cette ligne.", "Remplissez-la.")
UNKNOWN_COLUMN = Detail("unknown_column", "« {key} » : {message}", "{cure}")
BAD_CODE = Detail(
    "bad_code",
    "« {value} » n’est pas un code de terminologie.",
    "Écrivez l’adresse du répertoire, une barre, le code\u00a0: « http://loinc.org|8302-2 ».",
)
