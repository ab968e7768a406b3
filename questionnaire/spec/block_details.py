"""What can be wrong with a block of questions and with its inclusion, for the catalogue of faults."""

from questionnaire.spec.details import Detail

UNKNOWN_BLOCK = Detail(
    "unknown_block",
    "Le bloc « {name} » n’existe pas : il n’y a pas de fichier « blocks/{name}.yaml ».",
    "Mettez-le dans le dossier « blocks », ou corrigez son nom.",
)
MISPLACED_BLOCK = Detail(
    "misplaced_block", "Le bloc s’appelle « {name} » et son fichier « {file} ».", "Donnez-leur le même nom."
)
BLOCK_IN_ITSELF = Detail("block_in_itself", "Ce bloc s’inclut lui-même : {cycle}.", "Retirez l’une de ces inclusions.")
BLOCK_NAMES_TAKEN = Detail(
    "block_names_taken",
    "Le bloc « {block} » apporte des noms déjà pris dans le formulaire : {names}.",
    "Ajoutez un préfixe à cette inclusion, par exemple « prefix: {prefix}_ ».",
)
BLOCK_LIST_TAKEN = Detail(
    "block_list_taken",
    "Le bloc « {block} » apporte la liste « {name} », et le formulaire a une autre liste de ce nom.",
    "Ajoutez un préfixe à cette inclusion, ou renommez l’une des deux listes.",
)
NOT_IN_BLOCK = Detail("not_in_block", "Le bloc « {block} » n’a pas de question « {name} ».")
TOO_MANY_BLOCKS = Detail("too_many_blocks", "Ce formulaire inclut plus de {most} blocs.", "Coupez-le.")
