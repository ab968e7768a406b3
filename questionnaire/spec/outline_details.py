"""What can be wrong with how other tools would see a form, for the catalogue of faults."""

from questionnaire.spec.details import Detail

DUPLICATE_LINK = Detail(
    "duplicate_link",
    "« {name} » désigne déjà un élément, à la ligne {line}.",
    "Donnez à chacun son « link_id ».",
)
NOT_UNDER = Detail(
    "not_under",
    "« {name} » n’est pas un intertitre au-dessus de cette question.",
    "Nommez une note d’apparence « signpost » de la même page, et mettez ses questions à la suite.",
)
