"""What a form takes from around it: first answers, documents that come before, people of the project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefill:
    """Where a first answer comes from: the question ``name`` of the form ``source``, or what is known of a person.

    ``source`` is then ``person`` or ``organisation``. Of a repeat that lists people, the person's own item answers; of
    another repeat, the items are taken in which the question ``person`` names them, or all of them without it.
    """

    source: str
    name: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """A document of the project that comes before: its form, how far it must be, whether nothing begins without it."""

    form: str
    state: str = "finalise"
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """Which repeat lists the people of the project, and which of its questions tell who each of them is."""

    items: str
    first_name: str
    last_name: str
    email: str = ""
    role: str = ""
