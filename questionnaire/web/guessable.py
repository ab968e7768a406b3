"""Passwords that are soon guessed: common ones, words of the person and of the place, keyboards, repeats, dates.

Judged by zxcvbn, loaded at the first password chosen: no page waits for its lists of words.
"""

import math
import re
from collections.abc import Iterable
from itertools import chain

JUDGED = 40
"""Characters judged at each end: time grows with their square, to some 0.3 s for an end of signs made to be slow."""

ENOUGH = 8.0
"""Powers of ten of guesses: what zxcvbn calls « safely unguessable » online, each guess costing argon2 besides."""

_FRENCH = """
    motdepasse motdepass passe secret bonjour bonsoir bienvenue azerty azertyuiop qsdfghjklm wxcvbn poiuytreza
    soleil doudou loulou chouchou coucou amour jetaime chocolat vacances famille maison france paris marseille lyon
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre printemps été automne hiver
    lundi mardi mercredi jeudi vendredi samedi dimanche hôpital hopital clinique patient patiente partenaire partenariat
    santé sante médecin infirmier infirmière service urgence urgences admin administrateur compte connexion
"""
WORDS = tuple(_FRENCH.split())
"""French words that zxcvbn, which is English, does not know as such."""

KEYBOARD = ("&é\"'(-è_çà)=", "1234567890°+", "azertyuiop^$", "qsdfghjklmù*", "<wxcvbn,;:!")
"""The rows of a French keyboard."""

BETTER = (
    "Prenez plutôt quatre mots sans lien entre eux, ou une phrase que vous êtes seul à connaître\u00a0: "
    "c’est plus sûr, et plus facile à retenir."
)
OWN = "Ce mot de passe se devine\u00a0: il est fait de votre nom, de votre adresse ou de votre établissement."
WHY = {
    "dictionary": "Ce mot de passe se devine\u00a0: il est fait de mots ou de mots de passe très courants.",
    "spatial": "Ce mot de passe se devine\u00a0: ce sont des touches voisines du clavier.",
    "repeat": "Ce mot de passe se devine\u00a0: il répète toujours la même chose.",
    "sequence": "Ce mot de passe se devine\u00a0: ce sont des lettres ou des chiffres qui se suivent.",
    "date": "Ce mot de passe se devine\u00a0: il est fait d’une date.",
    "regex": "Ce mot de passe se devine\u00a0: il est fait d’une année.",
}
SHORTLY = "Ce mot de passe se devine en peu d’essais."


def why_guessable(password: str, about: Iterable[str] = ()) -> str:
    """Why a password is soon guessed and how to make a better one, in words; empty if it is not.

    ``about`` is what strangers may know of its person: names, address, organisation. A part that is hard to guess is
    enough: of a long one, only both ends are judged.
    """
    known = tuple(_pieces(about))
    said = _judged(password[:JUDGED], known)
    if said and len(password) > JUDGED:
        said = _judged(password[-JUDGED:], known)
    return f"{said} {BETTER}" if said else ""


def _judged(part: str, known: tuple[str, ...]) -> str:
    if not part:
        return SHORTLY
    from zxcvbn import matching, scoring  # noqa: PLC0415  # 14 MB of lists, seldom needed

    own = matching.build_ranked_dict([*known, *WORDS, *KEYBOARD])
    # Not zxcvbn() itself: it keeps what it is told of a person in a dictionary that all threads share.
    found = matching.omnimatch(part, {**matching.RANKED_DICTIONARIES, "user_inputs": own})
    result = scoring.most_guessable_match_sequence(part, found)
    if math.log10(max(result["guesses"], 1)) >= ENOUGH:
        return ""
    longest = max(result["sequence"], key=lambda match: len(match["token"]), default={"pattern": ""})
    if longest.get("dictionary_name") == "user_inputs" and longest["matched_word"] in known:
        return OWN
    return WHY.get(longest["pattern"], SHORTLY)


def _pieces(about: Iterable[str]) -> Iterable[str]:
    """Each text whole and word by word, in small letters."""
    small = [text.lower() for text in about if text]
    return dict.fromkeys(chain(small, (word for text in small for word in re.findall(r"\w{3,}", text))))
