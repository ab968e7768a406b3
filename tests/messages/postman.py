"""A real mail server in this process, which answers as each test wishes, with or without encryption and accounts."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from questionnaire.messages.relay import Relay, Tls

HOST = "127.0.0.1"
USER, PASSWORD = "partenariat", "un-mot-de-passe"
SENDER = "partenariat@hopital.example"


@dataclass
class Postman:
    """What the server received, and what it answers instead of taking a letter, if anything."""

    received: list[EmailMessage] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    to_sender: str = ""
    to_recipient: str = ""
    to_letter: str = ""
    hangs_up: bool = False
    relay: Relay = field(default_factory=lambda: Relay(HOST, 0, SENDER, Tls.NONE))

    async def handle_MAIL(self, _server, _session, envelope, address, options):  # noqa: N802  # as aiosmtpd calls it
        if self.to_sender:
            return self.to_sender
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  # as aiosmtpd calls it
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  # as aiosmtpd calls it
        if self.to_letter:
            return self.to_letter
        self.senders.append(envelope.mail_from)
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    async def handle_QUIT(self, server, _session, _envelope):  # noqa: N802  # as aiosmtpd calls it
        if self.hangs_up:
            server.transport.abort()
        return "221 Bye"


class _Held(Controller):
    """Serves on a socket that is already ours: no other process takes its port meanwhile."""

    def __init__(self, handler: Postman, held: socket.socket, tls: Tls, context: ssl.SSLContext | None) -> None:
        self._held = held
        self._tls, self._context = tls, context
        super().__init__(handler, hostname=HOST, port=held.getsockname()[1])

    def factory(self):
        if self._tls is not Tls.STARTTLS:
            return SMTP(self.handler, hostname=HOST, enable_SMTPUTF8=False)
        return SMTP(
            self.handler,
            hostname=HOST,
            tls_context=self._context,
            require_starttls=True,
            authenticator=_authenticate,
            auth_required=True,
        )

    def _create_server(self):
        implicit = self._context if self._tls is Tls.IMPLICIT else None
        return self.loop.create_server(self._factory_invoker, sock=self._held, ssl=implicit)


def _authenticate(_server, _session, _envelope, _mechanism, given):
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@contextmanager
def at_work(tls: Tls = Tls.NONE, certificate: Path | None = None) -> Iterator[Postman]:
    """A server for as long as the block lasts; with STARTTLS, it asks for the account ``USER``."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    handler = Postman()
    controller = _Held(handler, socket.create_server((HOST, 0)), tls, context)
    relay = Relay(HOST, controller.port, SENDER, tls)
    handler.relay = replace(relay, user=USER, password=PASSWORD) if tls is Tls.STARTTLS else relay
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


def make_certificate(path: Path) -> Path:
    """A certificate for this machine, with its key, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return path
