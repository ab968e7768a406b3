"""The names of a form: those of the author where our language takes them, near ones elsewhere, each once."""

from collections.abc import Iterable, Iterator
from itertools import count

from questionnaire.interchange.names import sound_name
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.naming import RESERVED
from questionnaire.spec.others import OTHER


class Names:
    """What each question and each repeat is called, and which of them a reference means."""

    def __init__(self, top: Node, remarks: Remarks) -> None:
        self.taken: set[str] = set()
        self.others: set[str] = set()
        """The questions that add « autre » to their choices."""
        self._given: dict[Node, str] = {}
        self._by_word: dict[str, list[Node]] = {}
        for node in top.walk():
            if node.name:
                self._by_word.setdefault(node.name, []).append(node)
            if node.is_block and not node.is_repeat and node.name in RESERVED:
                message = f"le nom « {node.name} » est réservé : la page ou le groupe en prend un autre."
                remarks.warn(node.row.at("name"), message)
            if not node.is_block or node.is_repeat:
                self._given[node] = self._allot(node, remarks) if node.name else self._unnamed(node, remarks)

    def _unnamed(self, node: Node, remarks: Remarks) -> str:
        """What nobody reads needs no name of its author; a question does."""
        if node.type.name not in {"note", "metadata", "data"}:
            remarks.refuse(node.row.cell, "cette ligne n’a pas de nom.", "Remplissez la colonne « name ».")
        return self.fresh(f"{node.type.name}_{node.row.cell.row}")

    def _allot(self, node: Node, remarks: Remarks) -> str:
        name = sound_name(node.name)
        if name in self.taken or name in RESERVED:
            block = next(node.around(), None)
            name = sound_name(f"{block.name}_{node.name}") if block is not None else name
        name = self.fresh(name)
        if node.type.other:
            self.taken.add(f"{name}_{OTHER}")
            self.others.add(name)
        if name != node.name:
            sound = sound_name(node.name)
            cause = (
                "est réservé" if sound in RESERVED else "est déjà pris" if sound == node.name else "ne peut pas servir"
            )
            remarks.warn(node.row.at("name"), f"le nom « {node.name} » {cause} : il devient « {name} ».")
        return name

    def fresh(self, name: str) -> str:
        """A name that nobody has yet: this one, or this one with a number; it is then taken."""
        candidates: Iterable[str] = (name, *()) if name not in RESERVED else ()
        numbered: Iterator[str] = (f"{name}_{number}" for number in count(2))
        free = next((one for one in candidates if one not in self.taken), None)
        free = free or next(one for one in numbered if one not in self.taken)
        self.taken.add(free)
        return free

    def of(self, node: Node) -> str:
        """What a question or a repeat is called."""
        return self._given[node]

    def meant(self, word: str, origin: Node | None) -> Node | None:
        """The node that ``${word}`` means where it is read: the nearest of that name."""
        found = self._by_word.get(word, [])
        if len(found) < 2 or origin is None:  # noqa: PLR2004  # one, or none
            return found[0] if found else None
        around = list(origin.around()) + ([origin] if origin.is_block else [])
        return max(found, key=lambda node: sum(block in around for block in node.around()))

    def companion(self, word: str) -> Node | None:
        """The question with « autre » whose text ODK would call ``word``."""
        node = self.meant(word.removesuffix("_other"), None) if word.endswith("_other") else None
        return node if node is not None and node.type.other else None

    def words(self) -> Iterable[str]:
        """All the names that the author wrote."""
        return self._by_word
