"""Signing in and staying signed in: the ways into an account, and what its owner does with them."""
