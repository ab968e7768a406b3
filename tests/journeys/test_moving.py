"""The items of a repeat put in another order, without a script."""

import re

from tests.journeys.house import House, Visitor


def order(visitor: Visitor, section: str) -> list[str]:
    """The titles of the items, as the page shows them."""
    return re.findall(r"<h3[^>]*>(Objectif [A-C])</h3>", visitor.get(section).text)


def test_an_item_moves_up_and_down_and_stops_at_the_ends(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    section = f"{draft}/parties/objectifs/"
    paths = [
        porteur.add_item(draft, "objectifs", "objectif", {"obj_libelle": f"Objectif {letter}"}) for letter in "ABC"
    ]

    def press(action: str) -> list[str]:
        page = porteur.get(section)
        porteur.post(section, {"_rev": page.hidden("_rev"), "_action": action})
        return order(porteur, section)

    assert press(f"up:{paths[2]}") == ["Objectif A", "Objectif C", "Objectif B"]
    assert press(f"down:{paths[0]}") == ["Objectif C", "Objectif A", "Objectif B"]
    assert press(f"up:{paths[2]}") == ["Objectif C", "Objectif A", "Objectif B"]
