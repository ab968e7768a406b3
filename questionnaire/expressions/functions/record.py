"""What the library declares of a function: enough to call it, check a call, and print a reference page."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.expressions.scope import Value


class Type(StrEnum):
    """A type of the language, as a parameter asks for it or a function gives it."""

    ANY = "any"
    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DATE = "date"
    NODES = "nodes"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument: its name in the reference page, and the type to which it is converted before the call.

    ANY and DATE are passed as they come; NODES refuses what is not a node-set.
    """

    name: str
    type: Type = Type.ANY


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the library."""

    name: str
    summary: str
    """What it gives, for authors, in French."""

    parameters: tuple[Parameter, ...]
    result: Type

    body: Callable[..., Value]
    """Called with the scope, then each argument: converted, or as an `Evaluate` when the function is lazy."""

    optional: int = 0
    """How many of the last parameters may be left out."""

    repeats: bool = False
    """The last parameter may be given any number of times."""

    lazy: bool = False
    """The body evaluates the arguments that it needs, and no other."""

    of_self: bool = False
    """Called with no argument, it applies to `.`."""

    of_form: bool = False
    """It reads the whole form: what calls it is computed after every answer that it counts."""

    of_clock: bool = False
    """It tells the day or the hour at which it is called."""

    everywhere: bool = False
    """The answers that it names are all of them, even seen from inside an item: it picks the item itself."""

    chance: bool = False
    """It draws, or keeps what was drawn: only a value that is kept with the answers may call it."""

    @property
    def fewest(self) -> int:
        """The least number of arguments."""
        return 0 if self.of_self else len(self.parameters) - self.optional

    @property
    def most(self) -> int | None:
        """The greatest number of arguments; None when unbounded."""
        return None if self.repeats else len(self.parameters)

    def accepts(self, count: int) -> bool:
        """Tell whether a call with `count` arguments is well formed."""
        return self.fewest <= count and (self.most is None or count <= self.most)

    def parameter(self, index: int) -> Parameter:
        """Return the parameter that receives the argument at `index`, from 0."""
        return self.parameters[min(index, len(self.parameters) - 1)]
