"""A small and sound form to start from."""

_BODY = """\
form: NAME
title: TITLE
description: À quoi sert ce document, en une phrase.
minutes: 5
status: non_definitif

choices:
  oui_non:
    - {name: oui, label: Oui}
    - {name: non, label: Non}

# Qui remplit ou signe.
parties:
  porteur: {role: porteur_projet}

# Une section est une page.
sections:
  - name: page_1
    title: Première page
    questions:
      - name: jour
        kind: date
        label: Quel jour était-ce ?
        required: true
      - name: difficulte
        kind: select_one
        label: Avez-vous rencontré une difficulté ?
        choices: oui_non
      - name: difficulte_detail
        kind: text
        appearance: multiline
        label: Laquelle ?
        relevant: ${difficulte} = 'oui'

# Les signatures, dans l'ordre.
circuit:
  - {party: porteur}
"""


def starter(name: str, advice: str = "", example: str = "") -> str:
    """The YAML of a form called ``name``; ``advice`` heads it, ``example`` is a file of answers beside it."""
    title = name.replace("_", " ").capitalize()
    head = f"# {advice}\n" if advice else ""
    tail = f"\nexamples: [{example}]\n" if example else ""
    return head + _BODY.replace("TITLE", title).replace("NAME", name) + tail
