"""What can be wrong with where the files of forms stand, for the catalogue of faults."""

from questionnaire.spec.details import Detail

MISPLACED_FILE = Detail(
    "misplaced_file",
    "Le formulaire s’appelle « {form} » et se trouve dans le dossier « {folder} ».",
    "Renommez l’un des deux.",
)
BAD_VERSION = Detail(
    "bad_version",
    "« {version} » n’est pas un nom de version.",
    "Nommez le fichier d’après sa version : 2026-1.yaml.",
)
CHANGED_VERSION = Detail(
    "changed_version",
    "La version {version} de « {form} » existe déjà, avec un autre contenu : {other}.",
    "Donnez un nouveau numéro de version au fichier modifié.",
)
MISSING_EXAMPLE = Detail(
    "missing_example",
    "Le fichier d’exemple « {path} » n’existe pas à côté du formulaire.",
    "Écrivez-le, ou retirez-le d’« examples ».",
)
