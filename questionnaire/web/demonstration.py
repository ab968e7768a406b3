"""What a demonstration refuses: visitors from elsewhere."""

from ipaddress import ip_address

from flask import Flask, abort, request


def install(app: Flask) -> None:
    """Answer 403 to any peer that is not this machine: the password of a demonstration is public."""

    @app.before_request
    def only_this_machine() -> None:
        if request.remote_addr and not ip_address(request.remote_addr).is_loopback:
            abort(403)
