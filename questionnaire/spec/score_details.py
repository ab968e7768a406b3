"""What can be wrong with scores and charts, for the catalogue of faults."""

from questionnaire.spec.details import Detail

UNKNOWN_RATING = Detail("unknown_rating", "« mean » compte la question « {name} », qui n’existe pas.")
NOT_A_RATING = Detail(
    "not_a_rating",
    "« {name} » n’est pas une question « rating » posée une seule fois : elle ne compte pas dans un score.",
)
COUNTED_TWICE = Detail("counted_twice", "« {name} » est déjà comptée ligne {line}.", "Gardez-la à une place.")
BAD_EDGE = Detail(
    "bad_edge",
    "« below » attend des nombres croissants, sauf à la dernière bande, qui n’en a pas.",
    "Rangez les bandes de la plus basse à la plus haute.",
)
SCORES_NEEDED = Detail("scores_needed", "Une roue montre des scores : il manque « scores ».")
UNKNOWN_SECTOR = Detail("unknown_sector", "« scores » n’a pas de secteur « {name} ».")
FOUR_QUARTERS = Detail("four_quarters", "Une roue a quatre quarts, pas {count}.")
NOT_IN_SECTOR = Detail("not_in_sector", "« {name} » n’est pas un critère du secteur « {sector} ».")
LEFT_OUT = Detail("left_out", "Ce quart n’a pas tous les critères du secteur « {sector} » : {names}.", "Ajoutez-les.")
OFF_THE_RINGS = Detail(
    "off_the_rings", "La roue va de 0 à {highest}, et « {name} » propose « {choice} ».", "Changez la liste de choix."
)
TOO_WIDE = Detail(
    "too_wide",
    "« {text} » ne tient pas autour de la roue.",
    "Deux lignes de {line} signes ; un secteur, {title} signes.",
)
NOTHING_TO_SIGN = Detail(
    "nothing_to_sign",
    "Ce document n’est pas signé (« life: finished » ou « archive: none »), et il a un circuit de signature.",
    "Retirez l’un des deux.",
)
UNKNOWN_SIDE = Detail("unknown_side", "« side » nomme la question « {name} », qui n’existe pas.")
