"""Memory: database, tables, repositories, transactions and blobs. Nothing outside this room speaks SQL.

``database.install(engine)`` prepares an engine; ``transaction.reading`` and ``transaction.writing`` bound the
work; the repositories (``people``, ``projects``, ``forms``, ``drafts``, ``answers``, ``journal``,
``submissions``, ``archive``) take a ``Session`` and a ``Perimeter`` and give frozen records; ``blobs`` keeps
files by their SHA-256.
"""
