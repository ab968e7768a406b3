"""The words on the end of a session with nobody there, and on shared computers."""

from datetime import timedelta

from flask import url_for

from questionnaire.web.screens import ComputerView, Post, SessionLeft, Stay

TITLE = "Ma session"
STAYED = "Votre session est prolongée."
SAID = {
    True: "C’est noté\u00a0: cet ordinateur est partagé. Rien de vous n’y restera après votre passage.",
    False: "C’est noté\u00a0: cet ordinateur est le vôtre.",
}


def minutes(time: timedelta) -> str:
    """A duration in words, in whole minutes: the next one for what is begun."""
    number = max(1, -(-int(time.total_seconds()) // 60))
    return f"{number}\u00a0minute{'s' if number > 1 else ''}"


def session_view(left: timedelta, limit: timedelta, *, shared: bool) -> SessionLeft:
    """The page of the session: what is left of it."""
    return SessionLeft(
        TITLE,
        f"Elle se terminera dans {minutes(min(left, limit))} si vous ne faites rien.",
        f"Une session se termine après {minutes(limit)} sans rien faire. Ce qui est enregistré est toujours conservé.",
        Post("Rester connecté", url_for("staying.session")),
        computer_view(shared=shared, target=url_for("staying.session")),
    )


def stay_view(limit: timedelta, warning: timedelta, *, shared: bool) -> Stay:
    """What pages need to warn before the end."""
    return Stay(
        url_for("staying.session"),
        int(limit.total_seconds()),
        int(warning.total_seconds()),
        shared=shared,
    )


def over(limit: timedelta) -> str:
    """What is told once the session has ended."""
    return f"Elle se termine après {minutes(limit)} sans activité. Ce qui était enregistré est conservé."


def computer_view(*, shared: bool, target: str) -> ComputerView:
    """Whose computer this is, and the way to say otherwise; then back to ``target``."""
    url = url_for("staying.whose")
    if shared:
        return ComputerView(
            "Cet ordinateur est partagé",
            "Votre session s’y termine plus tôt, et rien n’y reste après votre passage.",
            Post("C’est mon ordinateur, à moi seul", url, (("shared", "non"), ("next", target))),
        )
    return ComputerView(
        "Plusieurs personnes utilisent cet ordinateur\u00a0?",
        "Dites-le\u00a0: votre session se terminera plus tôt, et rien n’y restera après votre passage.",
        Post("Oui, cet ordinateur est partagé", url, (("shared", "oui"), ("next", target))),
    )
