"""The stories of the house, one module a use case, in packages by subject: each bounds its own transactions.

Each takes an actor. ``papers.drawing``, ``papers.redrawing``, ``papers.producing``, ``papers.terminal`` and
``papers.verifying`` load the libraries of paper and proof: the web never imports them.
"""
