"""From the text of a form to what it declares, whatever is wrong with that."""

from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared import FormSpec
from questionnaire.spec.declaring import declare
from questionnaire.spec.faults import Faults
from questionnaire.spec.including import with_blocks
from questionnaire.spec.parsing import parse
from questionnaire.spec.varying import with_variants


def declared_in(text: str, blocks: Blocks, faults: Faults) -> FormSpec | None:
    """The form declared in ``text``, the blocks that it includes in their places; None where that cannot be told."""
    node = parse(text, faults)
    whole = None if node is None else with_blocks(node, blocks, faults)
    return None if whole is None else declare(with_variants(whole, faults), faults)
