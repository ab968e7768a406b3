"""From the findings about each signature to one verdict and its reasons."""

from collections.abc import Iterator, Sequence

from questionnaire.proof.checking import Checked
from questionnaire.proof.report import Declares, Report, Verdict

NO_SIGNATURE = "Ce fichier ne porte ni signature ni cachet."
NO_SEAL = (
    "Le cachet final de l’établissement manque\u00a0: le document n’est pas terminé, "
    "ou sa dernière révision a été retirée."
)
SEAL_NOT_CLOSING = "Du contenu a été ajouté ou changé hors de ce que le cachet couvre."
ALL_GOOD = "Chaque signature est intacte et le cachet couvre le fichier entier."
DEMO = "Le cachet est celui d’une démonstration\u00a0: il est sans valeur."


def judge(checked: Sequence[Checked], *, closing: bool, declares: Declares) -> Report:
    """The report on a file whose signatures, in the order of their revisions, were ``checked``.

    ``closing`` tells whether the last one covers the whole file. A proven change outweighs any doubt.
    """
    seal = next((each for each in reversed(checked) if each.is_seal), None)
    closes = closing and seal is checked[-1] if checked else False
    changes = tuple(_changes(checked, seal, closes=closes))
    doubts = tuple(_doubts(checked, seal))
    doubtful = Verdict.UNKNOWN if doubts else Verdict.AUTHENTIC
    fact = seal.seal_fact(closes_file=closes) if seal else None
    return Report(
        Verdict.MODIFIED if changes else doubtful,
        signatures=tuple(each.signature_fact() for each in checked if each is not seal),
        seal=fact,
        declares=declares,
        reasons=(changes + doubts or (ALL_GOOD,)) + ((DEMO,) if fact and fact.demo else ()),
    )


def _changes(checked: Sequence[Checked], seal: Checked | None, *, closes: bool) -> Iterator[str]:
    for each in checked:
        if not each.intact:
            yield f"{_called(each)} ne correspond plus au contenu\u00a0: le fichier a été modifié."
        elif not each.untouched:
            yield f"Le fichier a été modifié après {_called(each, start=False)}."
    if seal and not closes and seal.intact and seal.untouched:
        yield SEAL_NOT_CLOSING


def _doubts(checked: Sequence[Checked], seal: Checked | None) -> Iterator[str]:
    if not checked:
        yield NO_SIGNATURE
    elif not seal:
        yield NO_SEAL
    for each in checked:
        if each.expired:
            yield f"{_called(each)} repose sur un certificat expiré."
        elif each.intact and not each.trusted:
            yield (
                f"{_called(each)} vient d’un certificat qui n’est pas reconnu ici\u00a0: "
                f"«\u00a0{each.certificate_name}\u00a0»."
            )


def _called(each: Checked, *, start: bool = True) -> str:
    article = "Le" if each.is_seal else "La"
    noun = "cachet" if each.is_seal else f"signature «\u00a0{each.shown_name}\u00a0»"
    return f"{article if start else article.lower()} {noun}"
