"""Forms in the formats of other tools: read into our language, written from it."""
