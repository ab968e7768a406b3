"""The words of the second step: on the way in, on « Mon compte », with recovery codes."""

import segno
from flask import get_flashed_messages, url_for
from markupsafe import Markup

from questionnaire.access.one_time import DIGITS, enrolment_link, key_text
from questionnaire.journeys.entering.second_step import CODES, SecondStep
from questionnaire.web.screens import (
    Link,
    Notice,
    PlainField,
    Post,
    RecoveryCodesView,
    SecondStepView,
    SetUpView,
    StepView,
)

TITLE = "Double vérification"
ISSUER = "Partenariat en santé"
LEAD = (
    "Après la première étape de la connexion, un code vous est demandé. Il change toutes les trente secondes et se lit "
    "dans une application de votre téléphone\u00a0: qui connaît votre mot de passe n’entre pas sans votre téléphone."
)
REQUIRED = "Votre rôle demande la double vérification\u00a0: activez-la pour continuer."
FEW = 3
"""Recovery codes left at which others are proposed with insistence."""

WRONG = (
    "Ce n’est pas le code attendu, ou il a déjà servi. Attendez que l’application en montre un autre, puis écrivez-le."
)
WRONG_SPARE = "Ce n’est pas un de vos codes de secours, ou il a déjà servi. Prenez-en un autre."
WRONG_FIRST = (
    "Ce n’est pas le code que l’application devrait montrer. Vérifiez que l’heure de votre téléphone est réglée "
    "automatiquement, puis écrivez le code affiché maintenant."
)
RECOVERED = "Un code de secours a servi à vous connecter. Il ne servira plus\u00a0: rayez-le de votre liste."
NO_WAY = (
    "Ni téléphone, ni code de secours\u00a0? Demandez à un administrateur de votre établissement de retirer la double "
    "vérification de votre compte."
)


def answer_view(target: str, *, spare: bool, wrong: bool = False) -> StepView:
    """What is asked on the way in: the code of the application, or a ``spare`` one."""
    elsewhere = Link("Me connecter autrement", url_for("security.login", next=target if target != "/" else None))
    if spare:
        code = PlainField(
            "code",
            "Code de secours",
            hint="Comme il est écrit sur votre liste\u00a0: trois groupes de quatre signes. Chacun sert une fois.",
            error=WRONG_SPARE if wrong else "",
            filling="off",
        )
        other = Link("Utiliser l’application", url_for("second_step.answer"))
        return StepView(
            "Code de secours", "Pour entrer sans votre téléphone.", code, "Me connecter", (NO_WAY,), (other, elsewhere)
        )
    code = PlainField(
        "code",
        f"Code à {DIGITS}\u00a0chiffres",
        control="code",
        hint="Ouvrez l’application où vous avez ajouté ce compte, et écrivez le code qu’elle montre.",
        error=WRONG if wrong else "",
    )
    other = Link(
        "Je n’ai pas mon téléphone\u00a0: utiliser un code de secours", url_for("second_step.answer", secours=1)
    )
    return StepView(TITLE, "Votre compte demande un second code.", code, "Me connecter", (), (other, elsewhere))


def state_view(state: SecondStep, onward: str = "") -> SecondStepView:
    """The page of one's account about it; ``onward`` is where one was going, on the way in."""
    messages = " ".join(str(message) for message in get_flashed_messages())
    if not state.on:
        set_up = Link("Activer la double vérification", url_for("second_step.set_up"))
        notice = Notice(messages, "ok") if messages else None
        return SecondStepView(TITLE, LEAD, "Elle n’est pas activée.", set_up, notice=notice)
    return SecondStepView(
        TITLE,
        LEAD,
        "Elle est activée.",
        codes_text=_left(state.codes_left),
        renew=Post("Recevoir d’autres codes de secours", url_for("second_step.renew_codes")),
        turn_off=Post("Arrêter la double vérification", url_for("second_step.turn_off")),
        notice=_warning(messages, state.codes_left),
        onward=Link("Continuer", onward) if onward else None,
    )


def _left(number: int) -> str:
    left = {0: "Il ne vous en reste aucun.", 1: "Il vous en reste un."}.get(number, f"Il vous en reste {number}.")
    return f"Un code de secours remplace l’application quand votre téléphone n’est pas là. {left}"


def _warning(messages: str, left: int) -> Notice | None:
    said = " ".join(filter(None, (messages, _few(left) if left <= FEW else "")))
    return Notice(said, "attention") if said else None


def _few(number: int) -> str:
    few = "Vous n’avez plus de code de secours." if number == 0 else "Il vous reste peu de codes de secours."
    return f"{few} Demandez-en d’autres\u00a0: sans eux, un téléphone perdu ferme votre compte."


def set_up_view(secret: bytes, account: str, fault: str, *, required: bool) -> SetUpView:
    """The page that shows the key and asks for a first code; ``required``: one's role asks for it."""
    link = enrolment_link(secret, ISSUER, account)
    return SetUpView(
        title="Activer la double vérification",
        qr=qr_of(link),
        link=link,
        key=key_text(secret),
        account=account,
        notice=Notice(REQUIRED, "attention") if required else None,
        field=PlainField(
            "code",
            f"Code à {DIGITS}\u00a0chiffres montré par l’application",
            control="code",
            error=fault,
        ),
    )


def qr_of(text: str) -> Markup:
    """A QR code as a drawing inside the page, black on white whatever the colours around."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        border=4, omitsize=True, dark="#000", light="#fff", svgclass=None, lineclass=None, title="Code QR de la clé"
    )
    return Markup(drawn)  # noqa: S704  # drawn here, of squares only


def codes_view(codes: tuple[str, ...], onward: str, *, first: bool = False) -> RecoveryCodesView:
    """The page that shows recovery codes, this once; ``onward`` is where one goes then."""
    done = "La double vérification est activée, et vos autres sessions sont fermées."
    renewed = "Voici vos nouveaux codes. Les anciens ne servent plus."
    return RecoveryCodesView(
        title="Vos codes de secours",
        lead=(
            f"Ces {CODES}\u00a0codes ne seront plus jamais montrés. Imprimez-les ou recopiez-les, et gardez-les loin "
            "de votre téléphone. Chacun permet d’entrer une fois sans l’application."
        ),
        codes=codes,
        onward=Link("J’ai gardé mes codes", onward),
        notice=Notice(done if first else renewed, "ok"),
    )
