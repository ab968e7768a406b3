"""Those who answer for others: organisations, people, roles, lists."""
