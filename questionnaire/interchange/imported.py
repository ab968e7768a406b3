"""What comes out of a file of other tools."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.interchange.remarking import Said


@dataclass(frozen=True, slots=True)
class Imported:
    """A form read: ``name`` and ``version`` (empty where the file says none), the YAML, files by name, remarks."""

    name: str
    version: str
    yaml: str
    files: Mapping[str, str]
    remarks: tuple[Said, ...]
