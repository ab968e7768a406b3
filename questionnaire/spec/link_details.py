"""What can be wrong with a first answer that a link brings, for the catalogue of faults."""

from questionnaire.spec.details import Detail

LINK_TELLS = Detail(
    "link_tells",
    "« {name} » dit quelque chose d’une personne : une adresse est gardée par les navigateurs et les serveurs.",
    "Retirez cette source, ou « personal » et « visible_to » si la réponse ne dit rien de personne.",
)
LINK_LIST = Detail(
    "link_list",
    "« {name} » ({kind}) ne se remplit pas par une adresse.",
    "Retirez cette source, ou posez la question autrement.",
)
