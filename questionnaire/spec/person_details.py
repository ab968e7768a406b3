"""What can be wrong with a party that is an answer, for the catalogue of faults."""

from questionnaire.spec.details import Detail

NOT_A_PERSON = Detail(
    "not_a_person",
    "« {value} » ne désigne pas une personne du projet.",
    "Écrivez ${{nom}}, le nom d’une question « select_one » posée une seule fois, lue de tous, dont la liste vient "
    "de « {items} ».",
)
PERSON_WITHOUT_PEOPLE = Detail(
    "person_without_people",
    "« person » désigne une personne, et ce formulaire ne dit pas qui sont les siennes.",
    "Ajoutez « people ».",
)
PERSON_OF_A_PROJECT = Detail(
    "person_of_a_project",
    "« person » désigne une personne de l’équipe : ce n’est possible que dans un document du projet.",
    "Retirez « instances », ou donnez un rôle à cette partie.",
)
PERSON_OR_INSTANCE = Detail(
    "person_or_instance",
    "Une partie est la personne d’une réponse (« person ») ou celle du document (« instance »), pas les deux.",
    "Gardez-en une.",
)
SEVERAL_CAPACITIES = Detail(
    "several_capacities",
    "Une personne choisie par une réponse signe en une seule qualité.",
    "Gardez un seul rôle, ou aucun.",
)
PERSON_ONLY_SIGNS = Detail(
    "person_only_signs",
    "La partie « {name} » est la personne d’une réponse : elle signe, et ne remplit pas une étape.",
    "Donnez l’étape à une partie définie par son rôle.",
)
