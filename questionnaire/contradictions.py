"""Settings that are good each by itself, and wrong together."""

from questionnaire.environment import Environment


def refuse_real_demo(asked: Environment, database_url: str) -> None:
    """A demonstration must never meet real people: neither their database nor their mailbox."""
    if database_url.startswith("postgresql"):
        asked.refuse("DEMO", "la démonstration ne s’utilise pas avec PostgreSQL.")
    if asked.text("TRUSTED_PROXIES") not in {"", "0"}:
        asked.refuse("DEMO", "la démonstration ne s’utilise pas derrière un proxy.")
    if asked.text("SMTP_HOST"):
        asked.refuse("DEMO", "la démonstration ne s’utilise pas avec un serveur de courriel (SMTP_HOST).")


def refuse_silent_expiry(asked: Environment, notice: int, deletion: int) -> None:
    """Nobody's draft goes before they are told; both in months."""
    if notice >= deletion:
        asked.refuse("DRAFT_NOTICE_MONTHS", f"un nombre de mois plus petit que DRAFT_MONTHS ({deletion}).")
