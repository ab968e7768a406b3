"""People whom somebody else entered are told of it once; those without address are told otherwise; what they ask."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from questionnaire.cli.runner import workshop
from questionnaire.journeys.letters.mailing import came_back, send_once
from questionnaire.journeys.personal.informing import LASTING, inform
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.deeds import deed
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.notices import entered_person
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor
from tests.journeys.test_enrolling import bring, confirm
from tests.journeys.test_people import add
from tests.messages.postman import Postman, at_work

LIST = "/administration/information/"


@pytest.fixture
def postman() -> Iterator[Postman]:
    with at_work() as found:
        yield found


@pytest.fixture
def admin(house: House) -> Visitor:
    return house.visitor("admin")


def look(house: House, times: int = 1) -> None:
    """Some looks of the runner."""
    with open_session(house.settings.database_url) as session:
        for _ in range(times):
            inform(workshop(house.settings, session).desk)


def letters(house: House, kind: str = "data_notice") -> list[tuple[str, str]]:
    with open_session(house.settings.database_url) as session:
        rows = session.execute(select(letter.c.address, letter.c.text).where(letter.c.kind == kind))
        return [(row.address, row.text) for row in rows]


def page_of(house: House) -> str:
    """The path of the page that the only letter leads to."""
    ((_, text),) = letters(house)
    return str(re.findall(r"http://[^/]+(/vos-donnees/\S+)", text)[0])


def deeds(house: House) -> list[str]:
    with open_session(house.settings.database_url) as session:
        kinds = ("informed", "data_requested", "data_request_answered")
        return list(session.scalars(select(deed.c.kind).where(deed.c.kind.in_(kinds)).order_by(deed.c.sequence)))


def section(text: str, title: str) -> str:
    """What the page says under a title."""
    return text.partition(f"<h2>{title}</h2>")[2].partition("</section>")[0]


def stranger(house: House) -> Visitor:
    return Visitor(house.app.test_client())


def test_who_is_entered_by_another_is_told_once_by_mail_over_a_real_server(house, admin, postman):
    add(admin)
    look(house, times=2)
    ((address, text),) = letters(house)
    assert address == "rose@patients.example"
    for said in ("«\u00a0administrateur", "mission d’intérêt public", "cnil.fr", "effacement", "vaut un an"):
        assert (said, said in text) == (said, True)
    assert "Hugo" not in text  # the role that entered her, not the name
    assert "Rose Blin" in section(admin.get(LIST).text, "En attente du courriel")
    with open_session(house.settings.database_url) as session:
        assert send_once(workshop(house.settings, session).desk, postman.relay)
    look(house)
    (got,) = postman.received
    assert (got["To"], len(letters(house))) == ("Rose Blin <rose@patients.example>", 1)
    told = section(admin.get(LIST).text, "Informées")
    assert ("Rose Blin" in told, "par courriel" in told, deeds(house)) == (True, True, ["informed"])


def test_a_list_brought_in_tells_each_who_has_an_address(house, admin):
    confirm(admin, bring(admin, "nom;prenom;courriel\nBlin;Rose;rose@patients.example\nDoré;Luc;\n"))
    look(house, times=3)
    assert [address for address, _ in letters(house)] == ["rose@patients.example"]
    assert "Luc Doré" in section(admin.get(LIST).text, "À informer autrement")


def test_an_account_opened_for_somebody_tells_them_before_anything_else(house, admin):
    add(admin, account="oui")
    with open_session(house.settings.database_url) as session:
        kinds = list(session.scalars(select(letter.c.kind).order_by(letter.c.created_at, letter.c.kind.desc())))
    assert sorted(kinds) == ["account_opened", "data_notice"]
    look(house, times=2)
    assert len(letters(house)) == 1


def test_who_came_by_themselves_or_was_there_before_is_not_written_to(house):
    look(house)
    assert letters(house) == []


def test_who_has_no_address_is_told_on_paper_and_the_day_is_noted_with_who_did_it(house, admin):
    person = add(admin, email="").rpartition("/")[2]
    page = admin.get(LIST)
    assert "sans adresse" in section(page.text, "À informer autrement")
    paper = admin.get(f"{LIST}{person}/notice").text
    for said in ("Rose", "D’où viennent ces données", "Vos droits", "Information de Rose Blin"):
        assert (said, said in paper) == (said, True)
    tomorrow = f"{datetime.now(UTC).date() + timedelta(days=2)}"
    assert "pas encore venu" in admin.post(f"{LIST}{person}", {"jour": tomorrow}).text
    assert "Choisissez le jour" in admin.post(f"{LIST}{person}", {"jour": "demain"}).text
    told = section(admin.post(f"{LIST}{person}", {"jour": "2026-03-10"}).text, "Informées")
    assert "Informée le 10/03/2026 par Hugo Delattre." in told
    assert deeds(house) == ["informed"]


def test_an_address_added_later_is_written_to(house, admin):
    person = add(admin, email="")
    look(house)
    admin.get(f"{person}/identite")
    admin.post(f"{person}/identite", {"first_name": "Rose", "last_name": "Blin", "email": "r@patients.example"})
    look(house)
    assert [address for address, _ in letters(house)] == ["r@patients.example"]


def test_a_letter_that_came_back_puts_the_person_among_those_to_tell_otherwise(house, admin, postman):
    add(admin)
    look(house)
    with open_session(house.settings.database_url) as session:
        desk = workshop(house.settings, session).desk
        send_once(desk, postman.relay)
        look(house)
        came_back(desk, session.scalars(select(letter.c.id)).one(), "Boîte inconnue.")
    look(house)
    apart = section(admin.get(LIST).text, "À informer autrement")
    assert ("Rose Blin" in apart, "le courriel n’est pas arrivé" in apart) == (True, True)


def test_the_page_shows_what_is_held_without_account_and_takes_one_request(house, admin):
    add(admin)
    look(house)
    url, rose = page_of(house), stranger(house)
    page = rose.get(url)
    for said in ("Rose", "Blin", "rose@patients.example", "Hôpital de démonstration", "Faire une demande"):
        assert (said, said in page.text) == (said, True)
    assert rose.post(url, {"demande": "rien", "texte": "X"}).status == 422
    assert "2000 caractères au plus" in rose.post(url, {"demande": "rectification", "texte": "x" * 2001}).text
    page = rose.post(url, {"demande": "rectification", "texte": "Blin s’écrit <Blain>."})
    assert ("est transmise" in page.text, "Faire une demande" in page.text) == (True, False)
    rose.post(url, {"demande": "effacement", "texte": "Encore"})
    asked = admin.get(LIST)
    assert "Blin s’écrit <Blain>." in section(asked.text, "Demandes à traiter")
    ((to, text),) = letters(house, "data_request")
    assert (to, "Blain" in text, "Rose Blin" in text) == ("admin@demo.example", False, True)
    (settle,) = re.findall(rf'action="({LIST}\w+/demande)"', asked.text)
    assert "Aucune demande en cours." in admin.post(settle, {}).text
    assert "Faire une demande" in rose.get(url).text
    assert deeds(house) == ["informed", "data_requested", "data_request_answered"]


def test_the_page_is_nowhere_without_its_secret_and_after_a_year(house, admin):
    add(admin)
    look(house)
    url = page_of(house)
    assert [stranger(house).get(each).status for each in (url, "/vos-donnees/x")] == [200, 404]
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(update(entered_person).values(posted_at=datetime.now(UTC) - LASTING))
    assert stranger(house).get(url).status == 404


def test_an_invitation_tells_an_unknown_address_what_is_kept_of_it_and_counts_for_who_was_entered(house, admin):
    add(admin)
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    for address in ("rose@patients.example", "patient_partenaire@demo.example"):
        porteur.get(f"{draft}/equipe")
        porteur.post(f"{draft}/equipe", {"role": "patient_partenaire", "courriel": address})
    said = {address: "tient votre adresse de" in text for address, text in letters(house, "invitation")}
    assert said == {"rose@patients.example": True, "patient_partenaire@demo.example": False}
    look(house)
    assert letters(house) == []


@pytest.mark.parametrize("role", ["porteur_projet", "patient_partenaire", "qualite"])
def test_only_those_who_administer_people_see_the_list(house, role):
    assert house.visitor(role).get(LIST).status == 403
