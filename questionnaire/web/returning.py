"""The way back to the page that reads all answers again, for who came from there to change one of them."""

from collections.abc import Mapping

from questionnaire.filling import BadPath, parse_path


def way_back(sent: Mapping[str, str]) -> str:
    """The path of the answer that a page was opened to change; empty for anything that is no path."""
    path = sent.get("retour", "") or sent.get("_back", "")
    try:
        parse_path(path)
    except BadPath:
        return ""
    return path
