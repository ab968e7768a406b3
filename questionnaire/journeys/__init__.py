"""The stories of the house, in packages by subject, one module a use case: each takes an actor, and bounds its own
transactions.

``papers.drawing``, ``papers.redrawing``, ``papers.producing``, ``papers.terminal`` and ``papers.verifying`` load the
libraries of paper and proof: the web never imports them.
"""
