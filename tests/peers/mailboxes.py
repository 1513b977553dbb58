"""Letters through Postfix, and what lies in Dovecot, by python's own clients; and tokens for those who sign in with them."""

import base64
import hashlib
import hmac
import imaplib
import json
import os
import smtplib
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

from installation import eventually
from letter import Letter

SMTP, IMAP, LMTP = (int(os.environ[f"MOTEPLASS_TEST_{name}"]) for name in ("SMTP", "IMAP", "LMTP"))
PASSWORD = "hemmeleg"


def send(message):
    with smtplib.SMTP("127.0.0.1", SMTP, timeout=20) as server:
        server.send_message(message)


class Mailbox:
    def __init__(self, address):
        self.address = address

    def _open(self, folder):
        client = imaplib.IMAP4("127.0.0.1", IMAP, timeout=20)
        client.login(self.address, PASSWORD)
        status, _ = client.select(f'"{folder}"', readonly=True)
        return client if status == "OK" else None

    def letters(self, folder="INBOX", criterion="ALL"):
        client = self._open(folder)
        if client is None:
            return []
        with client:
            numbers = client.search(None, criterion)[1][0].split()
            sources = [client.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
        return [Letter(f"{self.address} {number.decode()}", source) for number, source in zip(numbers, sources)]

    def wait_for(self, what, fits):
        """The newest letter that fits."""
        return eventually(f"{what} in the mailbox of {self.address}", lambda: next(filter(fits, reversed(self.letters())), None))


class Issuer:
    """Gives tokens to a program that knows the secret, as Entra ID does it; Dovecot knows its signature."""

    CLIENT, SECRET, SCOPE = "moteplass", "eit løyndomsfullt ord & meir", "https://imap.example.no/.default"

    def __init__(self, user):
        issuer = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self):
                asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                wanted = {"grant_type": "client_credentials", "client_id": issuer.CLIENT, "client_secret": issuer.SECRET, "scope": issuer.SCOPE}
                good = asked == {name: [value] for name, value in wanted.items()}
                issuer.asked.append(good)
                body = json.dumps({"token_type": "Bearer", "access_token": token(user)} if good else {"error": "invalid_client"}).encode()
                self.send_response(200 if good else 401)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.asked = []
        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/oauth2/v2.0/token?tenant=etat"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def token(user):
    """Good for ten minutes (RFC 7519)."""
    encoded = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=")
    with open(os.environ["MOTEPLASS_TEST_TOKEN_KEY"], "rb") as file:
        key = base64.b64decode(file.read())
    now = int(time.time())
    claims = {"sub": user, "email": user, "iat": now - 5, "exp": now + 600}
    signed = encoded(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()) + b"." + encoded(json.dumps(claims).encode())
    return (signed + b"." + encoded(hmac.new(key, signed, hashlib.sha256).digest())).decode()
