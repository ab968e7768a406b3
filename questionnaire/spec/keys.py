"""Which keys a spec may use where: those of texts, of each kind of question, of later versions."""

TEXTS = frozenset(
    {
        "title", "description", "audience", "source", "rights", "label", "hint", "guidance", "why",
        "required_message", "constraint_message", "unit", "item_label", "subject",
    }
)  # fmt: skip
"""Keys whose value people read; in them ``{term}`` and ``${name}`` are replaced."""

NOT_YET = frozenset(
    {
        # the form
        "after", "stages", "follow_up", "scores", "charts", "register", "retention",
        # sections and questions
        "for_each", "include", "easy", "warning", "warning_message", "prefill", "may_decline", "other",
        "visible_to", "ref", "image", "<<",
        # choices
        "from", "file", "filter",
        # parties and circuit
        "person", "instance", "any_order", "optional", "group", "refuse", "expires", "choices",
        # the document
        "annexes",
    }
)  # fmt: skip
"""Keys of the language that this version refuses by name, where they are not served."""

REPLACING = frozenset({"include", "any_order", "for_each", "group", "from", "file"})
"""Keys of later versions that stand in place of the usual ones: nothing else is said of what holds them."""

SYNONYMS = {
    "aide": "hint", "calculate": "calculation", "choix": "choices", "constraint_msg": "constraint_message",
    "if": "relevant", "libelle": "label", "libellé": "label", "list": "choices", "maximum": "max",
    "minimum": "min", "nom": "name", "obligatoire": "required", "readonly": "read_only",
    "relevance": "relevant", "titre": "title", "type": "kind", "id": "name", "text": "label",
    "help": "hint", "formulaire": "form",
}  # fmt: skip
"""Words that authors bring from other tools, and the key meant."""

_ALWAYS = frozenset({"name", "kind", "label", "hint", "guidance", "why", "relevant", "appearance", "personal"})
_RULED = frozenset({"required", "required_message", "read_only", "constraint", "constraint_message"})
_ANSWERED = _ALWAYS | _RULED | {"default"}

BY_KIND = {
    "text": _ANSWERED | {"max_length"},
    "integer": _ANSWERED | {"min", "max", "unit"},
    "decimal": _ANSWERED | {"min", "max", "unit", "decimals"},
    "date": _ANSWERED | {"min", "max"},
    "select_one": _ANSWERED | {"choices", "choice_filter"},
    "select_multiple": _ANSWERED | {"choices", "choice_filter"},
    "acknowledge": _ALWAYS | _RULED,
    "note": _ALWAYS,
    "calculate": _ALWAYS | {"calculation", "unit", "decimals"},
    "repeat": _ALWAYS | {"required", "required_message", "min", "max", "item_label", "questions"},
}
"""Keys that serve for each kind. A box to tick has no ``default``: nobody ticks for somebody else."""

NEEDED = {
    "select_one": ("choices",),
    "select_multiple": ("choices",),
    "calculate": ("calculation",),
    "repeat": ("questions",),
}
"""Keys without which a kind makes no sense."""

KINDS_NOT_YET = frozenset(
    {
        "range",
        "rating",
        "rating_0_4",
        "likert",
        "file",
        "image",
        "email",
        "tel",
        "ref",
        "time",
        "datetime",
        "rank",
        "group",
    }
)

KIND_SYNONYMS = {
    "calculation": "calculate", "checkbox": "acknowledge", "choice": "select_one", "multiline": "text",
    "number": "decimal", "radio": "select_one", "select": "select_one", "string": "text", "textarea": "text",
    "trigger": "acknowledge",
}  # fmt: skip

APPEARANCES = {
    "text": ("multiline",),
    "calculate": ("hidden",),
    "select_one": ("minimal",),
}
"""Ways of showing that a kind has beside its usual one."""
