"""What can be wrong with blind forms, for the catalogue of faults."""

from questionnaire.spec.details import Detail

BLIND_READ_BY_OTHERS = Detail(
    "blind_read_by_others",
    "Un formulaire à l’aveugle n’est lu que de la personne qui le remplit ; « access: {access} » le montre à d’autres.",
    "Écrivez « instances: free » sans « access », ou « access: barometre_individuel ».",
)
BLIND_KEEPS = Detail(
    "blind_keeps",
    "Un formulaire à l’aveugle ne se signe pas, ne se répartit pas et ne s’archive pas.",
    "Écrivez « archive: none », sans circuit, ni parties, ni étapes, ni personnes.",
)
BLIND_FILE = Detail(
    "blind_file",
    "« {name} » joint un fichier, qui serait gardé en clair.",
    "Retirez cette question du formulaire à l’aveugle.",
)
BLIND_GIVES = Detail(
    "blind_gives",
    "« {form} » se remplit à l’aveugle : ses réponses ne vont dans aucun autre document.",
    "Retirez cette source.",
)
