"""Signature, seal and verification of documents; works without the rest of the application.

Nothing heavy is loaded here: pyHanko comes with ``signing`` and ``verification`` only.
"""
