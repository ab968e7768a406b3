"""A project and its people: the team, its parts, its talk, who is here."""
