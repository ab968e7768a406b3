"""Arriving by an invitation without an account: names, a code by mail, and one is in the team."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from questionnaire.journeys.entering.arriving import LIMIT
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.deeds import deed, deed_detail
from questionnaire.storage.tables.invitations import invitation
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.organisations import membership, person
from questionnaire.storage.tables.projects import project_member
from questionnaire.storage.transaction import writing
from tests.journeys.house import Visitor, found_house, now

ROSE = {"first_name": "Rose", "last_name": "Blin", "email": "Rose.Blin@patients.example"}


@pytest.fixture
def house(tmp_path):
    return found_house(tmp_path)


@pytest.fixture
def link(house):
    """A link into the team of a fiche, for a patient partenaire."""
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "patient_partenaire"})
    return re.findall(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)[0]


@pytest.fixture
def rose(house):
    return Visitor(house.app.test_client())


def rows(house, statement):
    with open_session(house.settings.database_url) as session:
        return session.execute(statement).all()


def run(house, statement):
    with open_session(house.settings.database_url) as session, writing(session):
        session.execute(statement)


def codes(house):
    sent = rows(house, select(letter).where(letter.c.kind == "sign_in_code").order_by(letter.c.created_at))
    return [(row.address, re.findall(r"\b\d{6}\b", row.text)[0]) for row in sent]


def introduce(visitor, link, **said):
    url = visitor.get(link).url
    return visitor.post(url, {**ROSE, **said})


def give(visitor, asked, code):
    return visitor.post(asked.url, {"code": code})


def test_link_leads_to_a_page_that_says_who_invites_to_what(rose, link):
    page = rose.get(link)
    assert page.url == link.replace("/invitations/", "/bienvenue/") + "/"
    assert [words in page.text for words in ("Nadia Lemoine vous invite", "patient partenaire", "première visite")] == [
        True,
        True,
        True,
    ]
    assert page.links(r"/connexion\?[^\"]*") == [f"/connexion?next={link}"]


def test_a_code_opens_an_account_and_leads_into_the_team(house, rose, link):
    asked = introduce(rose, link)
    ((address, code),) = codes(house)
    assert address == ROSE["email"]
    assert rows(house, select(account.c.id).where(account.c.email == ROSE["email"])) == []
    entered = give(rose, asked, code)
    assert (entered.status, entered.url.startswith("/dossiers/")) == (200, True)
    ((person_id, first, password),) = rows(
        house,
        select(person.c.id, person.c.first_name, account.c.password)
        .join(account, account.c.person_id == person.c.id)
        .where(account.c.email == ROSE["email"]),
    )
    held = [membership.c.role, project_member.c.role]
    both = rows(
        house,
        select(*held)
        .join(project_member, project_member.c.person_id == membership.c.person_id)
        .where(membership.c.person_id == person_id),
    )
    assert (first, password, both) == ("Rose", "", [("patient_partenaire", "patient_partenaire")])
    opened = select(deed_detail.c.subject_id).join(deed).where(deed.c.kind == "account_by_invitation")
    assert rows(house, opened) == [(person_id,)]


def test_she_comes_back_by_a_code_alone(house, rose, link):
    give(rose, introduce(rose, link), codes(house)[0][1])
    rose.get("/")
    rose.post("/deconnexion", {})
    rose.get("/connexion/code/")
    rose.post("/connexion/code/", {"email": ROSE["email"].lower()})
    assert "Bonjour" in rose.post("/connexion/code/saisie", {"code": codes(house)[-1][1]}).text


def test_whoever_has_an_account_at_this_address_enters_it(house, rose, link):
    asked = introduce(rose, link, email="patient_partenaire@demo.example", first_name="Autre", last_name="Nom")
    before = rows(house, select(func.count()).select_from(person))
    entered = give(rose, asked, codes(house)[0][1])
    assert (entered.url.startswith("/dossiers/"), "Odette Vasseur" in entered.text) == (True, True)
    assert rows(house, select(func.count()).select_from(person)) == before


def test_whoever_was_entered_with_this_address_is_the_same_person(house, rose, link):
    ((place,),) = rows(house, select(invitation.c.organisation_id))
    entered = {"id": "p" * 32, "organisation_id": place, "first_name": "Rose-Marie", "last_name": "Blin"}
    run(house, person.insert().values(**entered, email=ROSE["email"].lower()))
    give(rose, introduce(rose, link), codes(house)[0][1])
    found = rows(house, select(account.c.person_id).where(account.c.email == ROSE["email"]))
    assert found == [("p" * 32,)]


def test_closed_account_is_not_entered_nor_doubled(house, rose, link):
    run(house, account.update().where(account.c.email == "patient_partenaire@demo.example").values(active=False))
    asked = introduce(rose, link, email="patient_partenaire@demo.example")
    assert (codes(house), give(rose, asked, "000000").status) == ([], 422)


def test_another_code_opens_nothing(house, rose, link):
    asked = introduce(rose, link)
    wrong = f"{(int(codes(house)[0][1]) + 1) % 1_000_000:06}"
    page = give(rose, asked, wrong)
    assert (page.status, page.text.count('aria-invalid="true"')) == (422, 1)
    assert rows(house, select(account.c.id).where(account.c.email == ROSE["email"])) == []


def test_the_code_of_an_invitation_opens_nothing_elsewhere(house, rose, link):
    introduce(rose, link)
    page = rose.post("/connexion/code/saisie", {"code": codes(house)[0][1]})
    assert page.status == 422


@pytest.mark.parametrize(
    "said, wrong",
    [
        ({"first_name": ""}, 1),
        ({"first_name": "", "last_name": "", "email": ""}, 2),
        ({"email": ""}, 1),
        ({"email": "pas une adresse"}, 1),
        ({"email": "\0@x.fr"}, 1),
        ({"last_name": "=1+1"}, 1),
        ({"last_name": "N" * 400}, 1),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_kept(house, rose, link, said, wrong):
    page = introduce(rose, link, **said)
    assert (page.status, page.text.count('aria-invalid="true"')) == (422, wrong)
    assert codes(house) == []
    kept = {**ROSE, **said}["first_name"]
    assert f'value="{kept}"' in page.text


@pytest.mark.parametrize(
    "change, told",
    [
        ({"expires_at": now() - timedelta(days=1)}, "n’est plus valable"),
        ({"accepted_by": "?"}, "a déjà servi"),
    ],
)
def test_an_invitation_over_opens_nothing(house, rose, link, change, told):
    if "accepted_by" in change:
        ((change["accepted_by"],),) = rows(house, select(person.c.id).limit(1))
    asked = introduce(rose, link)
    code = codes(house)[0][1]
    run(house, invitation.update().values(**change))
    assert told in give(rose, asked, code).text
    assert told in rose.get(link).text
    assert rows(house, select(account.c.id).where(account.c.email == ROSE["email"])) == []


def test_an_unknown_link_is_told_so(rose):
    assert rose.get("/bienvenue/inconnue/").status == 404
    assert rose.get("/bienvenue/inconnue/code").status == 404


def test_one_link_writes_to_few_addresses(house, link):
    statuses = []
    for rank in range(LIMIT.number + 1):
        visitor = Visitor(house.app.test_client())
        statuses.append(introduce(visitor, link, email=f"rose{rank}@patients.example").status)
    assert statuses == [200] * LIMIT.number + [429]


def test_those_signed_in_go_on_to_the_invitation(house, link):
    odette = house.visitor("patient_partenaire")
    assert odette.get(link.replace("/invitations/", "/bienvenue/")).url == link
