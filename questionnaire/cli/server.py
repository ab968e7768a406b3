"""The web server: gunicorn inside this process, with the application that set-up has already loaded."""

from flask import Flask
from gunicorn.app.base import BaseApplication

from questionnaire.config import Settings

LEAVE = 8
"""Seconds left to requests when the server stops: none takes as long, and a worker just born may miss the signal."""


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Serves ``app`` on ``bind`` until a signal."""

    def __init__(self, app: Flask, bind: str, settings: Settings) -> None:
        self._app = app
        self._options = {
            "bind": bind,
            "workers": settings.web_workers,
            "threads": settings.web_threads,
            "worker_class": "gthread",
            "preload_app": True,
            "graceful_timeout": LEAVE,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Give gunicorn its options."""
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application, already made."""
        return self._app
