"""How long people stay signed in, by the settings."""

from typing import Any

from questionnaire.environment import Environment


def read_sessions(asked: Environment) -> dict[str, Any]:
    """The fields of the settings on sessions; a computer that others use waits no longer than one's own."""
    own = asked.count("IDLE_MINUTES", 60)
    shared = asked.count("SHARED_IDLE_MINUTES", min(15, own))
    if shared > own:
        asked.refuse("SHARED_IDLE_MINUTES", f"pas plus de minutes que IDLE_MINUTES ({own}).")
    return {
        "fresh_minutes": asked.count("FRESH_MINUTES", 15),
        "session_hours": asked.count("SESSION_HOURS", 24),
        "idle_minutes": own,
        "shared_idle_minutes": shared,
    }
