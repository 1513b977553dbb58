"""DKIM as receivers verify it: python's dkim, with the public keys at hand instead of in the DNS."""

import base64
import os
import subprocess
from dataclasses import dataclass

import dkim
from nacl.signing import SigningKey

from checks import holds

# Without them somebody could be told something else by the same signature.
COVERED = {"from", "to", "reply-to", "subject", "date", "message-id", "mime-version"}


@dataclass
class Key:
    organisation: str
    domain: str
    selector: str
    algorithm: str
    file: str
    public: bytes

    @property
    def settings(self):
        return (
            f"[dkim.{self.organisation}]\n"
            f'domain = "{self.domain}"\nselector = "{self.selector}"\n'
            f'key_file = "{self.file}"\nalgorithm = "{self.algorithm}"\n'
        )

    @property
    def name(self):
        """Where receivers look for it."""
        return f"{self.selector}._domainkey.{self.domain}."

    @property
    def record(self):
        return b"v=DKIM1; k=" + self.algorithm.encode() + b"; p=" + base64.b64encode(self.public)


class Keys:
    """One organisation signs with RSA, the other with Ed25519."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.all = [
            Key("distriktssenteret", "distriktssenteret.example.no", "eldre", "rsa", *rsa(folder / "rsa.pem")),
            Key("bylivsenteret", "bylivsenteret.example.no", "nyare", "ed25519", *ed25519(folder / "ed25519")),
        ]

    def settings(self):
        return "\n".join(key.settings for key in self.all)

    def found(self, name, timeout=None):
        """What the DNS would answer."""
        return next((key.record for key in self.all if key.name == name.decode()), None)


def rsa(file):
    openssl = lambda *words: subprocess.run(["openssl", *words], check=True, capture_output=True).stdout
    openssl("genrsa", "-traditional", "-out", str(file), "2048")
    return str(file), openssl("rsa", "-in", str(file), "-pubout", "-outform", "DER")


def ed25519(file):
    seed = os.urandom(32)
    file.write_bytes(base64.b64encode(seed))
    return str(file), SigningKey(seed).verify_key.encode()


def verified(checks, letters, keys):
    for key in keys.all:
        theirs = [letter for letter in letters if letter.address("From").endswith("@" + key.domain)]
        checks.check(f"{key.algorithm}: there are letters to verify", holds, theirs, "no letter")
        for letter in theirs:
            checks.check(f"{key.algorithm} {letter.name}: dkim verifies the signature", holds_good, letter, key, keys)
        if theirs:
            checks.check(f"{key.algorithm}: whatever is changed breaks the signature", breaks, theirs[0], keys)


def holds_good(letter, key, keys):
    signature, problem = dkim.DKIM(letter.source), "it is of something else"
    try:
        good = signature.verify(dnsfunc=keys.found)
    except dkim.DKIMException as error:
        good, problem = False, error
    holds(good, f"the signature does not hold: {problem}")
    holds(signature.domain.decode() == key.domain, f"it is signed for {signature.domain}")
    holds(signature.selector.decode() == key.selector, f"it is signed with {signature.selector}")
    fields = {field.decode().lower() for field, _ in signature.signed_headers}
    holds(COVERED <= fields, f"not signed: {sorted(COVERED - fields)}")


def breaks(letter, keys):
    holds(dkim.verify(letter.source, dnsfunc=keys.found), "it does not hold to begin with")
    for old, new in ((b"\r\nSubject: ", b"\r\nSubject: x"), (b"\r\nTo: ", b"\r\nTo: x"), (b"\r\n\r\n", b"\r\n\r\nx\r\n")):
        holds(old in letter.source, f"no {old}")
        changed = letter.source.replace(old, new, 1)
        holds(not dkim.verify(changed, dnsfunc=keys.found), f"it holds although {old} was changed")
