"""The web server: gunicorn inside this process, with the application that set-up has already loaded."""

from collections.abc import Callable

from flask import Flask
from gunicorn.app.base import BaseApplication

from questionnaire.config import Settings


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Serves ``app`` on ``bind``; calls ``on_exit`` in the main process once the last worker is gone."""

    def __init__(self, app: Flask, bind: str, settings: Settings, on_exit: Callable[[], None]) -> None:
        self._app = app
        self._options = {
            "bind": bind,
            "workers": settings.web_workers,
            "threads": settings.web_threads,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
            "control_socket_disable": True,
            "on_exit": lambda _server: on_exit(),
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
