"""GitHub's stores of uploads on 127.0.0.1: real TLS under their real names, behind a proxy.

Whoever uses `Uploads.environ` reaches https://github.com/… here: the names are the true ones,
the certificates are signed by an authority of this test, and no request leaves the machine.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.listening import Listening

GITHUB = "github.com"
STORE = "github-production-user-asset-6210df.s3.amazonaws.com"
PRIVATE = "private-user-images.githubusercontent.com"
ELSEWHERE = "jahat.example"
OFFICE = "github.kantor.example"
"""A server of the office's own."""
HOSTS = (GITHUB, STORE, PRIVATE, ELSEWHERE, OFFICE, f"media.{OFFICE}")
UPLOAD = f"https://{GITHUB}/user-attachments/assets/00000000-0000-4000-8000-{{:012d}}"


@dataclass(frozen=True)
class Answer:
    """What stands at an address: a status, headers and bytes, or pieces without an end."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    endless: bytes = b""


@dataclass(frozen=True)
class Asked:
    """One request that came."""

    url: str
    authorization: str | None


class Uploads(Listening):
    """A proxy that is every host itself; use it as a context."""

    def __init__(self, folder: Path) -> None:
        self.at: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        pem = folder / "sertifikat.pem"
        pem.write_bytes(certificate())
        self.environ = {"REQUESTS_CA_BUNDLE": str(pem)}
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(pem)
        super().__init__(Handler, server=Quiet, uploads=self)
        self.environ["HTTPS_PROXY"] = self.url

    def keep(self, number: int, body: bytes, host: str = STORE) -> str:
        """A photo that somebody uploaded; returns its link, which GitHub forwards."""
        link, place = UPLOAD.format(number), f"https://{host}/{number}?X-Amz-Signature=rahasia"
        self.at[link] = Answer(302, headers={"Location": place})
        self.at[place] = Answer(body=body, headers={"Content-Type": "text/html"})
        return link


class Quiet(ThreadingHTTPServer):
    """A client that turns away in the middle is part of the tests."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing to say."""


class Handler(BaseHTTPRequestHandler):
    """CONNECT, then TLS, then one request."""

    uploads: Uploads
    host = ""

    def do_CONNECT(self) -> None:
        self.host = self.path.rpartition(":")[0]
        self.send_response(200)
        self.end_headers()
        self.wfile.flush()
        self.connection = self.uploads.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")  # type: ignore[assignment]
        self.handle_one_request()
        self.close_connection = True

    def do_GET(self) -> None:
        url = f"https://{self.host}{self.path}"
        self.uploads.asked.append(Asked(url, self.headers.get("Authorization")))
        answer = self.uploads.at.get(url, Answer(404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if not answer.endless and "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        try:
            self.wfile.write(answer.body)
            while answer.endless:
                self.wfile.write(answer.endless)
                self.wfile.flush()
        except OSError:
            return  # whoever asked has heard enough
        finally:
            self.close_connection = True

    def log_message(self, *words: object) -> None:
        """Silence."""


@cache
def certificate() -> bytes:
    """One certificate for all names, its own authority, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "uji")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(h) for h in HOSTS]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return secret + made.public_bytes(serialization.Encoding.PEM)
