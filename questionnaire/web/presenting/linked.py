"""What a link proposes, in words."""

from collections.abc import Mapping

from questionnaire.journeys.drafting.linking import Proposal
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Link
from questionnaire.web.screens.linked import LinkedRow, LinkedView

FIELD, PROJECT = "lien.", "projet"
"""What stands before the name of an answer in the fields of the page; the parameter that names a project."""

LEAD = "Le lien que vous avez suivi propose ces réponses. Vous pourrez toutes les changer."
NOTHING = "Le lien que vous avez suivi ne propose aucune réponse\u00a0: le document commence vide."


def linked_view(proposal: Proposal, given: Mapping[str, str], project_id: str) -> LinkedView:
    """The page that asks before anything is kept."""
    rows = tuple(LinkedRow(line.label, line.lines, line.refusal) for line in proposal.lines)
    names = ", ".join(f"«\u00a0{name}\u00a0»" for name in proposal.unknown)
    taken = any(not row.error for row in rows)
    hidden = [(f"{FIELD}{name}", value) for name, value in given.items() if name not in proposal.unknown]
    return LinkedView(
        title=f"Commencer\u00a0: {proposal.title}",
        lead=LEAD if taken else NOTHING,
        rows=rows,
        unknown=f"Le formulaire ne reprend pas d’un lien\u00a0: {names}." if names else "",
        hidden=tuple([*hidden, (PROJECT, project_id)] if project_id else hidden),
        url=address("links.begin", form_name=proposal.form.name),
        label="Commencer avec ces réponses" if taken else "Commencer",
        back=Link("Ne pas commencer", address("home.index")),
    )
