"""Expressions of « Structured Data Capture » as rules of ours, or named."""

import pytest

from tests.interchange.fhir.questionnaires import asked, coded, expression, extension, item, said

WEIGHT = "%resource.item.where(linkId='poids').answer.value"
LIST = "item.where(linkId='fume').answer.value"
WEIGHED = [
    {**option, "extension": [extension("ordinalValue", valueDecimal=weight)]}
    for option, weight in zip(coded("jamais", "souvent"), (0, 2.5), strict=True)
]
READ = (
    item("poids", "decimal"),
    item("taille", "decimal"),
    item("accord", "boolean"),
    item("jour", "date"),
    item("nom"),
    item("fume", "choice", answerOption=WEIGHED),
    item("plusieurs", "choice", repeats=True, answerOption=coded("a", "b")),
)


def rule(text, *more):
    computed = item("total", "decimal", readOnly=True, extension=[expression("calculatedExpression", text), *more])
    found = asked(*READ, computed)["total"]
    assert found["kind"] == "calculate"
    return found["calculation"]


@pytest.mark.parametrize(
    "text, ours",
    [
        (f"{WEIGHT} / 2", "${poids} div 2"),
        ("%resource.item.where(linkId='poids').answer.valueDecimal.first() * -1", "${poids} * -1"),
        ("(2 + 3) * 4", "(2 + 3) * 4"),
        ("7 div 2", "int(7 div 2)"),
        (f"{WEIGHT}.power(2).round(1)", "round(pow(${poids}, 2), 1)"),
        (f"{WEIGHT}.ln().exp().sqrt().abs()", "abs(sqrt(exp(log(${poids}))))"),
        (f"iif({WEIGHT} > 74, 74, {WEIGHT})", "if(${poids} > 74, 74, ${poids})"),
        (f"iif({WEIGHT}.exists(), 1)", "if(${poids} != '', 1, '')"),
        ("iif(item.where(linkId='accord').answer.value = true, 1, 0)", "if(${accord} = 'oui', 1, 0)"),
        ("iif(item.where(linkId='accord').answer.value, 1, 0)", "if(${accord} = 'oui', 1, 0)"),
        (f"iif({LIST}.code = 'souvent', 1, {{}})", "if(${fume} = 'souvent', 1, '')"),
        ("iif(item.where(linkId='plusieurs').answer.value.code = 'b', 1, 0)", "if(selected(${plusieurs}, 'b'), 1, 0)"),
        (f"{LIST}.ordinal() * 2", "if(${fume} = 'jamais', 0, if(${fume} = 'souvent', 2.5, '')) * 2"),
        ("item.where(linkId='nom').answer.value & ' !'", "concat(${nom}, ' !')"),
        ("item.where(linkId='nom').answer.value.length()", "string-length(${nom})"),
        ("today()", "today()"),
        ("1 > 0 and 2 > 1 or 3 = 4", "1 > 0 and 2 > 1 or 3 = 4"),
        ("1 > 0 implies 2 > 1", "not(1 > 0) or 2 > 1"),
    ],
)
def test_an_expression_is_a_rule(text, ours):
    assert rule(text) == ours


def test_variables_are_written_out():
    variables = [
        extension("variable", valueExpression={"name": name, "language": "text/fhirpath", "expression": text})
        for name, text in (("m", "item.where(linkId='taille').answer.value / 100"), ("carre", "%m * %m"))
    ]
    assert rule(f"{WEIGHT} / %carre", *variables) == "${poids} div (${taille} div 100 * (${taille} div 100))"


def test_the_weight_of_the_option_chosen_is_found_in_the_questionnaire_too():
    way = (
        "%questionnaire.item.where(linkId = 'fume').answerOption"
        ".where(valueCoding.code=%resource.item.where(linkId = 'fume').answer.valueCoding.code)"
        ".extension.where(url='http://hl7.org/fhir/StructureDefinition/ordinalValue').valueDecimal"
    )
    assert rule(way) == "if(${fume} = 'jamais', 0, if(${fume} = 'souvent', 2.5, ''))"


@pytest.mark.parametrize(
    "text, why",
    [
        ("%patient.birthDate", "« %patient » vient d’ailleurs"),
        ("1 +", "elle n’est pas écrite en FHIRPath"),
        ("1 2", "elle n’est pas écrite en FHIRPath"),
        ("%resource.item[0].answer.value", "« […] » n’a pas de traduction"),
        ("item.where(linkId='absente').answer.value", "elle lit « absente », qui n’existe pas"),
        ("item.where(linkId='fume').answer.value.display", "« .display » n’a pas de traduction"),
        ("item.where(linkId='fume').answer.value.code = 'parfois'", "« parfois » n’est pas un choix de « fume »"),
        ("item.where(linkId='plusieurs').answer.value.ordinal()", "les choix de « plusieurs » n’ont pas de poids"),
        ("(1 | 2).sum()", "« | » n’a pas de traduction"),
        ("true xor false", "« xor » n’a pas de traduction"),
        ("aggregate($this + $total)", "elle lit autre chose que des réponses"),
    ],
)
def test_what_has_no_translation_is_named_and_asked(text, why):
    computed = item("total", "decimal", extension=[expression("calculatedExpression", text)])
    assert said(*READ, computed) == [
        f"Élément « total » : cette expression n’est pas reprise, {why}. La question est posée aux personnes."
    ]


def test_a_variable_that_reads_itself_is_named():
    variable = extension("variable", valueExpression={"name": "x", "language": "text/fhirpath", "expression": "%x + 1"})
    computed = item("total", "decimal", extension=[variable, expression("calculatedExpression", "%x")])
    assert "la variable « x » se lit elle-même" in said(*READ, computed)[0]


def test_a_query_is_named():
    asked_elsewhere = expression("calculatedExpression", "Patient", language="application/x-fhir-query")
    assert "n’est pas en FHIRPath" in said(item("a", extension=[asked_elsewhere]))[0]


def test_expressions_enable_check_and_begin_answers():
    severe, light = (
        extension("questionnaire-constraint", extension=[
            {"url": "severity", "valueCode": severity},
            {"url": "expression", "valueString": f"{WEIGHT} > {limit}"},
            {"url": "human", "valueString": f"Plus de {limit}."},
        ])
        for severity, limit in (("error", 0), ("warning", 40))
    )  # fmt: skip
    found = asked(
        *READ,
        item("a", "decimal", extension=[severe, light, expression("initialExpression", f"{WEIGHT} + 1")]),
        item("b", extension=[expression("enableWhenExpression", f"{WEIGHT} > 100")]),
    )
    assert found["a"] == {
        "kind": "decimal", "default": "${poids} + 1", "constraint": "${poids} > 0", "constraint_message": "Plus de 0.",
        "warning": "${poids} > 40", "warning_message": "Plus de 40.",
    }  # fmt: skip
    assert found["b"]["relevant"] == "${poids} > 100"
