"""Certificates for the server of the fault tests, made anew for each session: one that is right, and wrong ones."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

# By the computer's own clock, which is the one that OpenSSL asks.
_YEAR = timedelta(days=365)


class Certificates:
    """`authority` is a file with the certificate that a verifying client is to trust. `context(kind)`: good, expired,
    self-signed, wrong-host."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.authority = folder / "authority.pem"
        name = _name("Otoritas Sertifikat Uji")
        root = self._signed(name, name, None, authority=True)
        self.authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
        self._issuer = name

    def context(self, kind: str) -> ssl.SSLContext:
        now = datetime.now(UTC)
        localhost = _name("localhost")
        if kind == "good":
            made = self._signed(localhost, self._issuer, "localhost")
        elif kind == "expired":
            made = self._signed(localhost, self._issuer, "localhost", until=now - timedelta(days=20))
        elif kind == "self-signed":
            made = self._signed(localhost, localhost, "localhost", other_key=True)
        else:
            made = self._signed(_name("hosting.example"), self._issuer, "hosting.example")
        file = self.folder / f"{kind}.pem"
        key = self._other if kind == "self-signed" else self._key
        text = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(text + made.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _signed(
        self,
        subject: x509.Name,
        issuer: x509.Name,
        host: str | None,
        *,
        until: datetime | None = None,
        authority: bool = False,
        other_key: bool = False,
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        if other_key:
            self._other = ec.generate_private_key(ec.SECP256R1())
        key = self._other if other_key else self._key
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - _YEAR)
            .not_valid_after(until or now + _YEAR)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if host is not None:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        return builder.sign(key, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
