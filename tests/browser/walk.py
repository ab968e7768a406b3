"""Every page of the product at an address where it has something to show, and who looks at it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from questionnaire.access import Role
from tests.browser.sheets import prepare
from tests.files.making import pdf
from tests.journeys.chain import begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.house import House, Visitor
from tests.journeys.test_fiche_projet import finalise
from tests.journeys.workshop import begin as begin_form


def _first(pattern: str, text: str) -> str:
    """The group of the first place that fits."""
    found = re.search(pattern, text)
    assert found is not None, pattern
    return found[1]


@dataclass
class World:
    """A house where each page has been brought about; needs the forms of tests/journeys/forms_files too."""

    house: House

    def __post_init__(self) -> None:
        """A fiche signed and archived, a charter that waits for a signature, a fiche and a file in the making."""
        self.nadia: Visitor = self.house.visitor("porteur_projet")
        odette = self.house.visitor("patient_partenaire")
        fiche = begin_fiche(self.nadia, patient_partenaire=odette)
        self.project = project_of(self.nadia, fiche)
        self.signed = finalise(self.nadia, fiche).url
        self.house.work()
        sign(self.nadia, self.signed)
        self.house.work()
        charter = begin(odette, self.project).url
        fill_charter(odette, charter)
        self.unsigned = finalise(odette, charter).url
        self.house.work()
        self.draft = prepare(self.house, "complete")

    @cached_property
    def invitation(self) -> str:
        page = self.nadia.post(f"{self.draft}/equipe", {"role": "copilote"})
        return _first(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)

    @cached_property
    def archived(self) -> str:
        return self.house.visitor("qualite").get("/archives/").links(r"/archives/[a-z0-9]+")[0]

    @cached_property
    def hospital(self) -> str:
        page = self.house.visitor("admin").get("/administration/organisations/").text
        return _first(r'href="([^"]+)">Hôpital de démonstration<', page)

    @cached_property
    def form_text(self) -> str:
        """A form that an author writes."""
        claire = self.house.visitor("auteur")
        claire.get("/atelier/nouveau")
        return claire.post("/atelier/nouveau", {"nom": "enquete_accueil"}).url

    @cached_property
    def published_form(self) -> str:
        """The page that takes back a form that she published."""
        claire = self.house.visitor("auteur")
        page = claire.get(f"{self.form_text}publier")
        found = claire.post(f"{self.form_text}publier", {"revision": page.hidden("revision")})
        return found.links(r"/atelier/publies/[a-z0-9]+/retirer")[0]

    @cached_property
    def letter(self) -> str:
        return self.nadia.get("/boite-denvoi/").links(r"/boite-denvoi/[a-z0-9]+")[0]

    @cached_property
    def message(self) -> str:
        return self.nadia.get("/messages/").links(r"/messages/(?!preferences)[a-z0-9]+")[0]

    @cached_property
    def somebody(self) -> str:
        page = self.house.visitor("admin").get("/administration/personnes/").text
        return _first(r'href="([^"]+)">Odette Vasseur<', page)

    @cached_property
    def member(self) -> str:
        page = self.nadia.get(f"{self.draft}/parties/equipe/").text
        return _first(r'value="open:(membre\[\w+\])"', page)

    @cached_property
    def pieces(self) -> str:
        return begin_form(self.nadia, "pieces")

    @cached_property
    def joined(self) -> str:
        """The SHA-256 of a file of the draft ``pieces``."""
        url = f"{self.pieces}/parties/page/fichiers/ajouter"
        self.nadia.get(f"{url}?question=plan")
        posted = {"_csrf": self.nadia.token, "fichier": [(BytesIO(pdf(b"% plan\n")), "plan.pdf")]}
        self.nadia.client.post(url, data=posted, query_string={"question": "plan"}).close()
        return _first(r"fichiers/([0-9a-f]{64})", self.nadia.get(f"{self.pieces}/parties/page/").text)


@dataclass(frozen=True)
class Stop:
    """An address, as one role sees it; no role: without an account."""

    url: Callable[[World], str]
    role: Role | None = Role.PORTEUR_PROJET


PAGES: dict[str, Stop] = {
    "security.login": Stop(lambda _: "/connexion", None),
    "arrivals.arrive": Stop(lambda world: world.invitation.replace("/invitations/", "/bienvenue/") + "/", None),
    "mail_codes.ask": Stop(lambda _: "/connexion/code/", None),
    "verification.check": Stop(lambda _: "/verifier", None),
    "lexicon.lexicon": Stop(lambda _: "/lexique", None),
    "providers.first": Stop(lambda _: "/connexion/premiere-fois", None),
    "providers.ways": Stop(lambda _: "/moyens-de-connexion/"),
    "account.account": Stop(lambda _: "/compte/"),
    "staying.session": Stop(lambda _: "/session/"),
    "own_data.page": Stop(lambda _: "/compte/donnees/"),
    "passkeys.mine": Stop(lambda _: "/compte/cles/"),
    "confirming.confirm": Stop(lambda _: "/compte/confirmation/"),
    "confirming.done": Stop(lambda _: "/compte/confirmation/faite"),
    "second_step.state": Stop(lambda _: "/compte/double-verification/"),
    "second_step.set_up": Stop(lambda _: "/compte/double-verification/activer"),
    "own_data_for.erasure": Stop(lambda world: f"{world.somebody}/donnees/effacement", Role.ADMIN),
    "home.index": Stop(lambda _: "/"),
    "projects.project": Stop(lambda world: world.project),
    "handovers.handover": Stop(
        lambda world: f"{world.project}transmettre/{world.somebody.rpartition('/')[2]}", Role.PORTEUR_PROJET
    ),
    "drafts.tasks": Stop(lambda world: world.draft),
    "drafts.review": Stop(lambda world: f"{world.draft}/verifier"),
    "sections.section": Stop(lambda world: f"{world.draft}/parties/equipe/?ouvert={world.member}"),
    "sections.removal": Stop(lambda world: f"{world.draft}/parties/equipe/retirer?element={world.member}"),
    "comments.talks": Stop(lambda world: f"{world.draft}/commentaires/?partie=identite"),
    "comments.thread": Stop(lambda world: f"{world.draft}/commentaires/question?question=titre"),
    "together.assistance": Stop(lambda world: f"{world.draft}/aide"),
    "history.changes": Stop(lambda world: f"{world.draft}/changements/"),
    "teams.team": Stop(lambda world: f"{world.draft}/equipe"),
    "teams.invitation": Stop(lambda world: world.invitation, Role.COPILOTE),
    "blanks.copy": Stop(lambda world: f"{world.draft}/exemplaire-vierge"),
    "files.adding": Stop(lambda world: f"{world.pieces}/parties/page/fichiers/ajouter?question=plan"),
    "files.removal": Stop(
        lambda world: f"{world.pieces}/parties/page/fichiers/retirer?question=plan&fichier={world.joined}"
    ),
    "documents.document": Stop(lambda world: world.signed),
    "documents.sign": Stop(lambda world: f"{world.unsigned}signer", Role.PATIENT_PARTENAIRE),
    "archive.register": Stop(lambda _: "/archives/", Role.QUALITE),
    "exports.answers": Stop(lambda _: "/archives/export/", Role.QUALITE),
    "archive.document": Stop(lambda world: world.archived, Role.QUALITE),
    "administration.index": Stop(lambda _: "/administration/", Role.ADMIN),
    "processing.register": Stop(lambda _: "/administration/traitements/", Role.QUALITE),
    "audit.log": Stop(lambda _: "/administration/journal/", Role.ADMIN),
    "operating.state": Stop(lambda _: "/administration/installation/", Role.ADMIN),
    "people.index": Stop(lambda _: "/administration/personnes/", Role.ADMIN),
    "people.add": Stop(lambda _: "/administration/personnes/ajouter", Role.ADMIN),
    "people.person": Stop(lambda world: world.somebody, Role.ADMIN),
    "merging.merge": Stop(lambda world: f"{world.somebody}/reunir/", Role.ADMIN),
    "people.identity": Stop(lambda world: f"{world.somebody}/identite", Role.ADMIN),
    "people.grant": Stop(lambda world: f"{world.somebody}/roles", Role.ADMIN),
    "notices.index": Stop(lambda _: "/administration/information/", Role.ADMIN),
    "enrolment.enrol": Stop(lambda _: "/administration/personnes/importer/", Role.ADMIN),
    "organisations.index": Stop(lambda _: "/administration/organisations/", Role.ADMIN),
    "organisations.organisation": Stop(lambda world: world.hospital, Role.ADMIN),
    "organisations.add": Stop(lambda world: f"{world.hospital}/ajouter", Role.ADMIN),
    "organisations.identity": Stop(lambda world: f"{world.hospital}/identite", Role.ADMIN),
    "organisations.contacts": Stop(lambda world: f"{world.hospital}/contacts", Role.ADMIN),
    "organisations.look": Stop(lambda world: f"{world.hospital}/apparence", Role.ADMIN),
    "organisations.settings": Stop(lambda world: f"{world.hospital}/reglages", Role.ADMIN),
    "authoring.index": Stop(lambda _: "/atelier/", Role.AUTEUR),
    "authoring.begin": Stop(lambda _: "/atelier/nouveau", Role.AUTEUR),
    "authoring.bring": Stop(lambda _: "/atelier/apporter", Role.AUTEUR),
    "authoring.edit": Stop(lambda world: world.form_text, Role.AUTEUR),
    "brought.choose": Stop(lambda world: f"{world.draft}/remplir"),
    "links.propose": Stop(lambda _: "/commencer/fiche_projet?titre=Essai"),
    "trials.answer": Stop(lambda world: f"{world.form_text}essai", Role.AUTEUR),
    "authoring.publish": Stop(lambda world: f"{world.form_text}publier", Role.AUTEUR),
    "authoring.discard": Stop(lambda world: f"{world.form_text}supprimer", Role.AUTEUR),
    "authoring.withdraw": Stop(lambda world: world.published_form, Role.AUTEUR),
    "messages.mine": Stop(lambda _: "/messages/"),
    "messages.letter": Stop(lambda world: world.message),
    "messages.preferences": Stop(lambda _: "/messages/preferences/"),
    "outbox.letters": Stop(lambda _: "/boite-denvoi/", None),
    "outbox.letter": Stop(lambda world: world.letter, None),
}
"""By endpoint."""

NOT_PAGES = frozenset(
    {
        "outbox.as_html",  # a mail, inside the frame of its page
        *("static", "health.healthz", "contact.security_txt", "looks.sheet", "looks.logo"),
        *(
            "audit.export",
            "processing.download",
            "documents.download",
            "archive.download",
            "blanks.download",
            "trials.document",
            "trials.paper",
            "own_data.file",
            "own_data.paper",
            "own_data.download",
            "own_data_for.file",
        ),
        *("files.download", "files.annex", "files.archived"),
        "together.resume",  # leads on
        *("informing.notice", "notices.printed"),  # of somebody entered by another; see test_informing
        "arrivals.answer",  # the same; see test_arriving
        "second_step.answer",  # leads to the sign-in page while nobody has taken the first step
        "versions.newer",  # of a draft whose form has a newer version; see test_renewing
        "surveys.answer",  # a form of unknown people; see test_surveying
        "account.choose",  # leads to « Mon compte » for who has a password; see test_lent_passwords
        "mail_codes.answer",  # leads to the address while no code is on its way; see test_mail_codes
        *(
            "providers.depart",
            "providers.arrive",
            "providers.part",
            "confirming.provider",
        ),  # lead to an identity provider, and from there
    }
)
"""Endpoints that answer with a file, a word or another address."""
