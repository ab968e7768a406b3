"""What can be wrong with consents, for the catalogue of faults."""

from questionnaire.spec.details import Detail

NOT_A_CONSENT = Detail(
    "not_a_consent",
    "« {name} » n’est pas une question de genre « consent » de ce formulaire, hors de toute répétition.",
    "Ajoutez-la, ou corrigez le nom.",
)
HEALTH_ALONE = Detail(
    "health_alone",
    "« {name} » demande une donnée de santé sans consentement.",
    "Ajoutez une question de genre « consent », et nommez-la ici ou dans la section : consent: nom.",
)
CONSENT_OF_SEVERAL = Detail(
    "consent_of_several",
    "« {name} » demande un consentement dans un document que plusieurs personnes remplissent.",
    "Chacun ne consent que pour soi : demandez-le dans un formulaire « instances: person » ou « instances: free ».",
)
CONSENT_OF_FILE = Detail(
    "consent_of_file",
    "« {name} » demande un fichier, qui ne peut pas dépendre d’un consentement.",
    "Demandez un texte, ou retirez le consentement.",
)
CONSENT_IN_REPEAT = Detail(
    "consent_in_repeat",
    "« {name} » demande un consentement dans une répétition.",
    "Demandez-le une fois, avant la répétition.",
)
