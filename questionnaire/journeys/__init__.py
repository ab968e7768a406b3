"""The stories of the house, one module a use case: each takes an actor, and bounds its own transactions.

``drawing``, ``redrawing``, ``producing``, ``terminal`` and ``verifying`` load the libraries of paper and proof: the
web never imports them.
"""
