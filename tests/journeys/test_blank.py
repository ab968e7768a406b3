"""The link « Version à imprimer et à remplir à la main », from the list of parts to the file."""

from tests.journeys.house import House, Visitor
from tests.pdf_validation import text_of


def address_of(porteur: Visitor) -> str:
    return porteur.get(porteur.begin()).links(r"/dossiers/[^\"]+/exemplaire-vierge")[0]


def test_copy_is_drawn_once_asked_for(house: House, porteur: Visitor) -> None:
    address = address_of(porteur)
    assert "Votre exemplaire se prépare" in porteur.get(address).text
    assert house.work() == 1
    pdf = porteur.client.get(address, follow_redirects=True)
    said = text_of(pdf.data)
    assert (pdf.mimetype, "Exemplaire vierge" in said, "Fiche projet en partenariat" in said) == (
        "application/pdf",
        True,
        True,
    )


def test_copy_is_drawn_once_for_everybody(house: House, porteur: Visitor) -> None:
    porteur.get(address_of(porteur))
    house.work()
    again = porteur.client.get(address_of(porteur))
    assert (again.status_code, house.work()) == (302, 0)


def test_waiting_page_is_told_where_the_file_is(house: House, porteur: Visitor) -> None:
    address = address_of(porteur)
    waiting = porteur.client.get(address, headers={"HX-Request": "true"})
    house.work()
    ready = porteur.client.get(address, headers={"HX-Request": "true"})
    assert ("HX-Redirect" in waiting.headers, ready.headers["HX-Redirect"]) == (False, f"{address}/fichier.pdf")


def test_copy_not_drawn_yet_is_waited_for(porteur: Visitor) -> None:
    address = address_of(porteur)
    answer = porteur.client.get(f"{address}/fichier.pdf")
    assert (answer.status_code, answer.location) == (302, address)


def test_copy_is_not_asked_for_by_those_who_may_not_read_the_draft(house: House, porteur: Visitor) -> None:
    address = address_of(porteur)
    stranger = house.visitor("patient_partenaire")
    assert stranger.client.get(address).status_code == 403
    assert house.work() == 0
