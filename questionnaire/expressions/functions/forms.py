"""Functions on the form as a whole."""

from questionnaire.expressions.functions.record import Function, Type

FORMS = (
    Function(
        "completeness",
        "La part des réponses obligatoires qui sont données, de 0 à 100, arrondie vers le bas.",
        (),
        Type.NUMBER,
        lambda scope: scope.world.completeness(),
        of_form=True,
    ),
)
