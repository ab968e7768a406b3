"""The invented hospital of the demonstration."""
