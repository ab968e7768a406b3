"""The words of the page that erases a person."""

from collections.abc import Iterator

from questionnaire.content.fates import FATES, TITLES_OF_OTHERS, Fate
from questionnaire.journeys.personal.erasing import Erasure
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import Fact, Link, Notice, Post
from questionnaire.web.screens.erasure import ErasureView, FateView

LEAD = (
    "L’effacement ne peut pas être repris. Assurez-vous d’abord que la demande vient bien de cette personne, et "
    "proposez-lui une copie de ses données."
)
SHARED = (
    "Une autre personne porte le même nom\u00a0: dans les textes que d’autres ont écrits, ce nom est laissé. Relisez "
    "les dossiers de ses projets."
)


def erasure_view(found: Erasure, notice: Notice | None) -> ErasureView:
    """The page."""
    person = found.record.person
    where = {"person_id": person.id}
    erase = Post(f"Effacer {person.name} pour toujours", address("own_data_for.erasure", **where))
    return ErasureView(
        title=f"Effacer {person.name}",
        lead=LEAD,
        warnings=tuple(warnings(found)),
        fates=tuple(_fate(found, fate) for fate in Fate),
        erase=None if found.leads else erase,
        back=Link("Revenir à la personne", address("people.person", **where)),
        notice=notice,
    )


def warnings(found: Erasure) -> Iterator[str]:
    """What must be done or known first."""
    for title in found.leads:
        yield (
            f"«\u00a0{title}\u00a0» n’aurait plus de porteur\u00a0: transmettez d’abord sa place, sur la page du "
            "projet («\u00a0Quelqu’un part\u00a0?\u00a0»)."
        )
    if found.shared_name:
        yield SHARED


def _fate(found: Erasure, fate: Fate) -> FateView:
    title, text = FATES[fate]
    counts = found.parts[fate].items()
    parts = tuple(Fact(TITLES_OF_OTHERS[part], counted(many, "ligne", "lignes")) for part, many in counts)
    return FateView(title, text, parts or (Fact("Rien", ""),))
