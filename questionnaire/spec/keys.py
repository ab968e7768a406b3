"""Which keys a spec may use where: those of texts, of each kind of question, of later versions."""

TEXTS = frozenset(
    {
        "title", "description", "audience", "purpose", "source", "rights", "label", "hint", "guidance", "why",
        "required_message", "constraint_message", "warning_message", "unit", "item_label", "subject", "tick", "mention",
        "example", "validated_by", "short", "caption", "from_label", "to_label", "text", "message",
    }
)  # fmt: skip
"""Keys whose value people read; in them ``{term}`` and ``${name}`` are replaced."""

RULES = frozenset({"relevant", "required", "read_only", "calculation", "constraint", "warning", "when"})
"""Keys whose value is a rule, seen from the question."""

NOT_YET = frozenset(
    {
        # the form
        "follow_up",
        # sections and questions
        "ref",
        "image", "<<",
        # parties and circuit
        "same", "optional", "group", "refuse", "expires", "choices",
        # the document
        "annexes",
    }
)  # fmt: skip
"""Keys of the language that this version refuses by name, where they are not served."""

REPLACING = frozenset({"group"})
"""Keys of later versions that stand in place of the usual ones: nothing else is said of what holds them."""

SYNONYMS = {
    "aide": "hint", "calculate": "calculation", "choix": "choices", "constraint_msg": "constraint_message",
    "if": "relevant", "libelle": "label", "libellé": "label", "list": "choices", "maximum": "max",
    "minimum": "min", "nom": "name", "obligatoire": "required", "readonly": "read_only",
    "relevance": "relevant", "titre": "title", "type": "kind", "id": "name", "text": "label",
    "help": "hint", "formulaire": "form",
}  # fmt: skip
"""Words that authors bring from other tools, and the key meant."""

_ALWAYS = frozenset(
    {
        "name",
        "kind",
        "label",
        "hint",
        "guidance",
        "why",
        "relevant",
        "appearance",
        "personal",
        "easy",
        "consent",
        "codes",
        "link_id",
        "under",
    }
)
_JUDGED = frozenset({"constraint", "constraint_message", "warning", "warning_message"})
_RULED = _JUDGED | {"required", "required_message", "read_only", "visible_to"}
_ANSWERED = _ALWAYS | _RULED | {"default", "may_decline", "prefill"}
_LISTED = _ANSWERED | {"choices", "choice_filter"}

BY_KIND = {
    "text": _ANSWERED | {"max_length", "autocomplete"},
    "email": _ANSWERED | {"autocomplete"},
    "tel": _ANSWERED | {"autocomplete"},
    "identifier": _ANSWERED | {"scheme"},
    "integer": _ANSWERED | {"min", "max", "unit"},
    "decimal": _ANSWERED | {"min", "max", "unit", "decimals"},
    "range": _ANSWERED | {"min", "max", "step", "unit"},
    "date": _ANSWERED | {"min", "max"},
    "date_range": _ANSWERED | {"min", "max", "from_label", "to_label", "min_days", "max_days"},
    "time": _ANSWERED | {"min", "max"},
    "datetime": _ANSWERED | {"min", "max"},
    "month": _ANSWERED | {"min", "max"},
    "year": _ANSWERED | {"min", "max"},
    "duration": _ANSWERED | {"min", "max"},
    "yes_no": _ANSWERED,
    "consent": _ALWAYS - {"appearance", "consent"} | {"required", "required_message", "visible_to"},
    "select_one": _LISTED | {"other", "shuffle"},
    "select_multiple": _LISTED | {"other", "shuffle"},
    "rank": _LISTED | {"max", "shuffle"},
    "rating": _LISTED,
    "grid": (_ALWAYS - {"appearance"})
    | {"choices", "may_decline", "read_only", "required", "required_message", "rows", "visible_to"},
    "acknowledge": _ALWAYS | _RULED | {"tick", "confirms"},
    "file": _ALWAYS | _RULED | {"accept", "max", "max_size"},
    "note": _ALWAYS | {"visible_to"},
    "calculate": _ALWAYS | {"calculation", "unit", "decimals", "visible_to"},
    "hidden": {"name", "kind", "label", "relevant", "personal", "calculation", "visible_to", "consent"}
    | {"codes", "link_id", "under"},
    "repeat": _ALWAYS
    | _JUDGED
    | {
        "required",
        "required_message",
        "min",
        "max",
        "item_label",
        "for_each",
        "questions",
        "prefill",
        "prefill_person",
        "read_only",
    },
}
"""Keys that serve for each kind.

A box to tick has neither ``default`` nor ``prefill``, nor has a consent: nobody ticks for somebody else. Nor is it
declined: left unticked, it says nothing.
"""

NEEDED = {
    "identifier": ("scheme",),
    "range": ("min", "max"),
    "select_one": ("choices",),
    "select_multiple": ("choices",),
    "rank": ("choices",),
    "rating": ("choices",),
    "grid": ("choices", "rows"),
    "calculate": ("calculation",),
    "hidden": ("calculation",),
    "repeat": ("questions",),
}
"""Keys without which a kind makes no sense."""

KINDS_NOT_YET = frozenset(
    {
        "image",
        "ref",
        "group",
    }
)

KIND_SYNONYMS = {
    "attachment": "file", "fichier": "file", "upload": "file",
    "boolean": "yes_no", "calculation": "calculate", "checkbox": "acknowledge", "choice": "select_one",
    "courriel": "email", "likert": "rating", "mail": "email", "multiline": "text", "number": "decimal",
    "daterange": "date_range", "matrix": "grid", "oui_non": "yes_no", "period": "date_range", "periode": "date_range",
    "période": "date_range",
    "phone": "tel", "radio": "select_one", "ranking": "rank",
    "classement": "rank", "rating_0_4": "rating", "select": "select_one", "string": "text",
    "duree": "duration", "durée": "duration", "mois": "month", "annee": "year", "année": "year",
    "textarea": "text", "trigger": "acknowledge", "téléphone": "tel",
}  # fmt: skip

APPEARANCES = {
    "text": ("multiline", "folded"),
    "calculate": ("hidden",),
    "note": ("signpost",),
    "select_one": ("minimal",),
    "repeat": ("table",),
}
"""Ways of showing that a kind has beside its usual one."""

CELLS = frozenset(
    {
        "text", "email", "tel", "identifier", "integer", "decimal", "range", "date", "time", "datetime",
        "month", "year", "duration", "yes_no", "select_one",
        "calculate", "hidden",
    }
)  # fmt: skip
"""Kinds whose answers are short enough for a cell of a table."""

AUTOCOMPLETE = (
    "name", "honorific-prefix", "given-name", "family-name", "organization", "organization-title", "email",
    "tel", "street-address", "postal-code", "address-level2",
)  # fmt: skip
"""Facts about the reader that a browser may offer to fill in, by their names in HTML."""
