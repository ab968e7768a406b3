"""The views, one module a subject: load, check access, act, answer."""
