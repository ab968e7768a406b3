"""The look of an organisation on paper: frozen with the document, carried by it, the same when drawn again."""

from io import BytesIO

import pytest
from PIL import Image

from questionnaire.cli.runner import workshop
from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.administration import organisations, profiles
from questionnaire.journeys.administration.profiles import AskedLook
from questionnaire.journeys.papers.drawing import LOGO
from questionnaire.journeys.papers.redrawing import is_redrawn
from questionnaire.storage.database import open_session
from tests.journeys.house import House
from tests.scenes import Scene, scenes_in


@pytest.fixture
def filled(tmp_path_factory, tmp_path) -> Scene:
    return scenes_in(tmp_path_factory.getbasetemp()).copy("filled", tmp_path / "filled")


def wear(house: House, accent: str, colour: str) -> None:
    """Give the hospital a colour and a logo."""
    picture = BytesIO()
    Image.new("RGB", (300, 100), colour).save(picture, "PNG")
    with open_session(house.settings.database_url) as session:
        shop = workshop(house.settings, session)
        place = organisations.by_name(shop.desk, "Hôpital de démonstration")
        look = AskedLook(accent, "Un drapeau", ("logo.png", BytesIO(picture.getvalue())))
        profiles.set_look(shop.desk, None, shop.blobs, place.id, look)


def test_document_wears_the_look_of_its_freeze_whatever_comes_after(filled):
    house, porteur = filled.house, filled.house.visitor("porteur_projet")
    wear(house, "#0055aa", "navy")
    page = porteur.get(f"{filled.url}/verifier")
    document = porteur.post(f"{filled.url}/finaliser", {"_rev": page.hidden("_rev")}).url
    wear(house, "#970e35", "maroon")
    assert house.work() > 0
    pdf = porteur.client.get(f"{document}fichier.pdf").data
    with Image.open(BytesIO(read_attachments(pdf)[LOGO])) as logo:
        assert logo.getpixel((1, 1)) == (0, 0, 128)
    assert (b"Un drapeau" in pdf or "Un drapeau".encode("utf-16-be") in pdf, is_redrawn(pdf)) == (True, True)


def test_blank_copy_wears_the_look_of_its_day(filled):
    house, porteur = filled.house, filled.house.visitor("porteur_projet")
    copies = []
    for accent, colour in (("#0055aa", "navy"), ("#970e35", "maroon")):
        wear(house, accent, colour)
        porteur.get(f"{filled.url}/exemplaire-vierge")
        assert house.work() == 1
        copies.append(porteur.client.get(f"{filled.url}/exemplaire-vierge/fichier.pdf").data)
    assert (copies[0][:5], copies[0] == copies[1]) == (b"%PDF-", False)
