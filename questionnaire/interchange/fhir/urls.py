"""The extensions of FHIR and of its « Structured Data Capture » that say something of ours."""

_CORE = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

CONTROL = f"{_CORE}questionnaire-itemControl"
HIDDEN = f"{_CORE}questionnaire-hidden"
UNIT = f"{_CORE}questionnaire-unit"
MIN_VALUE, MAX_VALUE = f"{_CORE}minValue", f"{_CORE}maxValue"
MIN_LENGTH = f"{_CORE}minLength"
REGEX = f"{_CORE}regex"
ENTRY_FORMAT = f"{_CORE}entryFormat"
DECIMALS = f"{_CORE}maxDecimalPlaces"
STEP = f"{_CORE}questionnaire-sliderStepValue"
MIN_OCCURS, MAX_OCCURS = f"{_CORE}questionnaire-minOccurs", f"{_CORE}questionnaire-maxOccurs"
EXCLUSIVE = f"{_CORE}questionnaire-optionExclusive"
PREFIX = f"{_CORE}questionnaire-optionPrefix"
ORDINAL = f"{_CORE}ordinalValue"
CONSTRAINT = f"{_CORE}questionnaire-constraint"
VARIABLE = f"{_CORE}variable"
ABSENT = f"{_CORE}data-absent-reason"
CALCULATED = f"{_SDC}calculatedExpression"
INITIAL = f"{_SDC}initialExpression"
ENABLED = f"{_SDC}enableWhenExpression"

CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
"""The code system of item controls."""

OURS = "urn:questionnaire-partenariat:fhir:"
KIND = f"{OURS}kind"
"""The kind of a question, in our words."""

HEADING = "heading"
"""The kind of a group that is a heading of ours, and the questions under it."""

MORE = f"{OURS}yaml"
"""The keys of our language for which FHIR has no word, as YAML."""

LIST = f"{OURS}list"
"""The name of the list from which the options of a question come."""

HINT = f"{OURS}hint"
"""What is said beside an option."""

OWN_NAME = f"{OURS}name"
"""What our form calls an option that goes by its code elsewhere, or an item by its link."""

KEY = f"{OURS}key"
"""Of an item that follows an item or an option elsewhere, which one."""

FORM = "urn:questionnaire-partenariat:form:"
"""What comes before the name of a form in its canonical address."""

LAYOUT = frozenset(
    {
        f"{_CORE}questionnaire-choiceOrientation",
        f"{_CORE}questionnaire-displayCategory",
        f"{_SDC}shortText",
        f"{_SDC}width",
        f"{_SDC}columnCount",
        f"{_SDC}choiceColumn",
        f"{_SDC}collapsible",
        f"{_SDC}itemAnswerMedia",
        f"{_SDC}preferredTerminologyServer",
        f"{_CORE}designNote",
    }
)
"""How another tool would lay a question out, or note it: our pages have a way of their own."""

READ = (
    frozenset(
        {
            CONTROL, HIDDEN, UNIT, MIN_VALUE, MAX_VALUE, MIN_LENGTH, REGEX, ENTRY_FORMAT, DECIMALS, STEP, MIN_OCCURS,
            MAX_OCCURS, CONSTRAINT, VARIABLE, CALCULATED, INITIAL, ENABLED, KIND, MORE, LIST, OWN_NAME,
        }
    )
    | LAYOUT
)  # fmt: skip
"""The extensions of items that are read, or that say nothing of ours."""
