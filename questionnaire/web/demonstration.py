"""What a demonstration refuses: visitors from elsewhere."""

from ipaddress import ip_address

from flask import Flask, abort, request


def install(app: Flask) -> None:
    """Answer 403 to any peer that is not this machine: the password of a demonstration is public."""

    def only_this_machine() -> None:
        if request.remote_addr and not _is_here(request.remote_addr):
            abort(403)

    # Before anything else looks at the request.
    app.before_request_funcs.setdefault(None, []).insert(0, only_this_machine)


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:  # what a proxy made of a visitor's lies
        return False
