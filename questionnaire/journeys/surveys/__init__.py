"""Surveys that nobody signs in for: opened, answered by unknown people, counted without telling of anybody."""
