"""The portal's Ed25519 keys: outside the database, so that what they seal cannot be made up in it.

STATEMENT_KEY is the private key (base64 of 32 bytes); STATEMENT_OLD_KEYS are the public halves of earlier ones, which
still verify. A key is known by its fingerprint.
"""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

SIZE = 32


def new() -> tuple[str, str]:
    """A private key and its public half, as the settings take them."""
    key = Ed25519PrivateKey.generate()
    return _text(key.private_bytes_raw()), _text(key.public_key().public_bytes_raw())


def seal(text: str) -> tuple[str, str]:
    """The signature of a text, in base64, and the fingerprint of the key."""
    key = private(settings.STATEMENT_KEY)
    return _text(key.sign(text.encode())), fingerprint(key.public_key())


def holds(text: str, signature: str, key_id: str) -> bool:
    """Whether a key of the portal has sealed exactly this text."""
    key = published().get(key_id)
    if key is None:
        return False
    try:
        key.verify(base64.b64decode(signature, validate=True), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def published() -> dict[str, Ed25519PublicKey]:
    """The public keys by fingerprint, that of the running key first."""
    keys = [private(settings.STATEMENT_KEY).public_key(), *map(public, settings.STATEMENT_OLD_KEYS)]
    return {fingerprint(key): key for key in keys}


def private(text: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_raw(text))


def public(text: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(_raw(text))


def fingerprint(key: Ed25519PublicKey) -> str:
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def pem(key: Ed25519PublicKey) -> str:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _raw(text: str) -> bytes:
    raw = base64.b64decode(text, validate=True)
    if len(raw) != SIZE:
        raise ValueError("a key has 32 bytes")
    return raw


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
