"""Who else has the document open."""

from tests.journeys.house import House, Visitor


def call(visitor: Visitor, draft: str, section: str) -> str:
    section_url = f"{draft}/parties/{section}/"
    visitor.get(section_url)
    return visitor.post(f"{section_url}presence", {}, headers={"HX-Request": "true"}).text


def shared_draft(house: House) -> tuple[Visitor, Visitor, str]:
    """The draft of the demonstration, and two people of its team."""
    porteur, copilote = house.visitor("porteur_projet"), house.visitor("copilote")
    return porteur, copilote, porteur.get("/").links(r"/dossiers/[a-z0-9]+")[0]


def test_two_people_hear_of_each_other_and_of_the_part_they_are_on(house: House):
    porteur, copilote, draft = shared_draft(house)
    assert "est aussi" not in call(porteur, draft, "identite")
    assert "Nadia Lemoine est aussi sur cette partie." in call(copilote, draft, "identite")
    assert "Paul Arnoux est aussi sur le document, dans «\u00a0Objectifs\u00a0»." not in call(porteur, draft, "equipe")
    call(copilote, draft, "objectifs")
    assert "Paul Arnoux est aussi sur le document, dans «\u00a0Objectifs\u00a0»." in call(porteur, draft, "equipe")


def test_presence_is_not_told_to_strangers(house: House):
    _, _, draft = shared_draft(house)
    stranger = house.visitor("qualite")
    reply = stranger.post(f"{draft}/parties/identite/presence", {}, headers={"HX-Request": "true"})
    assert (reply.status, "est aussi" in reply.text) == (422, False)
