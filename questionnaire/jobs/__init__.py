"""What runs later: one process that looks at what is stored and does what is left to do."""
