"""Another document from the answers of a first one."""

from tests.journeys.house import House


def test_a_copy_has_the_answers_and_lives_its_own_life(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer(draft, "identite", {"titre": "Accueillir les familles ensemble"})
    porteur.add_item(draft, "objectifs", "objectif", {"obj_libelle": "Identifier les attentes"})
    copy = porteur.post(f"{draft}/dupliquer", {}).url
    assert copy != draft
    assert "Accueillir les familles ensemble" in porteur.get(f"{copy}/parties/identite/").text
    assert "Identifier les attentes" in porteur.get(f"{copy}/parties/objectifs/").text
    porteur.answer(copy, "identite", {"titre": "Accueillir les proches ensemble"})
    assert "Accueillir les familles ensemble" in porteur.get(f"{draft}/parties/identite/").text


def test_only_who_may_begin_a_project_may_copy_one(house: House):
    patient = house.visitor("patient_partenaire")
    draft = patient.get("/").links(r"/dossiers/[a-z0-9]+")[0]
    patient.get(draft)
    assert patient.post(f"{draft}/dupliquer", {}).status == 403
