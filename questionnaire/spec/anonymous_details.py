"""What can be wrong with anonymous forms, for the catalogue of faults."""

from questionnaire.spec.details import Detail

ANONYMOUS_OF_OTHERS = Detail(
    "anonymous_of_others",
    "Un formulaire anonyme n’est le document de personne.",
    "Écrivez « instances: free ».",
)
ANONYMOUS_KEEPS = Detail(
    "anonymous_keeps",
    "Un formulaire anonyme ne se signe pas, ne se répartit pas et ne s’archive pas.",
    "Écrivez « archive: none », sans circuit, ni parties, ni étapes, ni personnes.",
)
ANONYMOUS_TELLS_WHEN = Detail(
    "anonymous_tells_when",
    "« {name} » garderait le jour ou l’heure où quelqu’un répond.",
    "N’employez ni today() ni now() dans ce qui est gardé.",
)
ANONYMOUS_ASKS = Detail(
    "anonymous_asks",
    "« {name} » dirait qui répond, ou ne se demande pas dans un formulaire anonyme.",
    "Retirez cette question.",
)
