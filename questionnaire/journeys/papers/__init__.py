"""A document from its freeze to the archive: drawn, signed, sealed, kept, found, verified."""
