"""Leaving a team, in words: what passes on, to whom, and what stays."""

from questionnaire.access import ROLE_LABELS
from questionnaire.journeys.administration.handing_over import Handover
from questionnaire.storage.records import Member
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Fact, Link, Post
from questionnaire.web.screens.handover import HandoverView

LEAD = "Une autre personne de l’équipe reprend ce qui est en cours. Ce qui est écrit et signé reste, avec son nom."
ALONE = "Il n’y a personne d’autre dans l’équipe\u00a0: invitez d’abord la personne qui reprend."


def handover_view(found: Handover, chosen: str) -> HandoverView:
    """What somebody carries, and what the person ``chosen`` (an id, or nothing yet) would take."""
    leaver, where = found.leaver, {"project_id": found.project.id, "person_id": found.leaver.person_id}
    url = address("handovers.handover", **where)
    receiver = next((each for each in found.team if each.person_id == chosen and each != leaver), None)
    others = [each for each in found.team if each != leaver]
    return HandoverView(
        title=f"Transmettre la place de {_name(leaver)}",
        lead=LEAD if others else ALONE,
        facts=(
            Fact("Rôle dans le projet", ROLE_LABELS[leaver.role]),
            Fact("Documents commencés", ", ".join(found.titles) or "Aucun"),
            Fact("Parties confiées", str(found.parts)),
        ),
        warnings=tuple(_warnings(found)),
        options=tuple((each.person_id, f"{_name(each)} ({ROLE_LABELS[each.role].lower()})") for each in others),
        chosen=receiver.person_id if receiver else "",
        chosen_text=_taken(found, receiver) if receiver else "",
        url=url,
        confirm=Post("Transmettre et faire sortir de l’équipe", url, (("vers", receiver.person_id),))
        if receiver
        else None,
        back=Link("Revenir au projet", address("projects.project", project_id=found.project.id)),
    )


def _warnings(found: Handover) -> list[str]:
    name = _name(found.leaver)
    told = [
        f"«\u00a0{paper.title}\u00a0» ({paper.reference}) attend la signature de {name}\u00a0: personne ne signe à sa "
        "place. Faites-la signer avant, si c’est possible."
        for paper in found.papers
    ]
    if found.kept:
        titles = ", ".join(f"«\u00a0{title}\u00a0»" for title in found.kept)
        told.append(f"Reste à {name}, sans pouvoir être terminé\u00a0: {titles}.")
    return told


def _taken(found: Handover, receiver: Member) -> str:
    role = found.receives(receiver)
    drafts = counted(len(found.drafts), "document commencé", "documents commencés")
    parts = counted(found.parts, "partie confiée", "parties confiées")
    changes = (
        f"devient {ROLE_LABELS[role].lower()} et garde son autre rôle"
        if role is not receiver.role
        else f"reste {ROLE_LABELS[role].lower()}"
    )
    return f"{_name(receiver)} {changes}, et reprend {drafts} et {parts}. {_name(found.leaver)} sort de l’équipe."


def _name(member: Member) -> str:
    return f"{member.first_name} {member.last_name}"
