"""Letters on their way out: Postfix as in deploy/relay, and the mail server that it hands them to."""

import os
import shutil
import socketserver
import ssl
import threading

from processes import Process, eventually, free_port, run
from source import DEPLOY


class FarServer:
    """Takes every letter, over TLS only, and keeps to whom each was."""

    def __init__(self, folder):
        certificate = folder / "far.pem"
        run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=far.example", "-keyout", certificate, "-out", folder / "far.crt"])
        with open(certificate, "a", encoding="ascii") as both:
            both.write((folder / "far.crt").read_text("ascii"))
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(certificate)
        self.taken = []
        far = self

        class Session(socketserver.BaseRequestHandler):
            def handle(self):
                far.talk(self.request)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address, daemon_threads = True, True

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Session)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def talk(self, connection):
        lines, encrypted, receivers = connection.makefile("rb"), False, []
        say = lambda text: connection.sendall(text.encode() + b"\r\n")
        say("220 far.example ESMTP")
        while line := lines.readline():
            word = line.decode("utf-8", "replace").strip()
            match word[:4].upper():
                case "EHLO":
                    say("250-far.example\r\n250-8BITMIME\r\n250-SMTPUTF8" + ("" if encrypted else "\r\n250-STARTTLS") + "\r\n250 PIPELINING")
                case "STAR":
                    say("220 go on")
                    connection, encrypted = self.tls.wrap_socket(connection, server_side=True), True
                    lines = connection.makefile("rb")
                case "MAIL" if not encrypted:
                    say("530 not in the clear")
                case "RCPT":
                    receivers.append(word.split("<")[1].split(">")[0])
                    say("250 fine")
                case "DATA":
                    say("354 go on")
                    while lines.readline().rstrip(b"\r\n") != b".":
                        pass
                    self.taken.extend(receivers)
                    receivers = []
                    say("250 taken")
                case "QUIT":
                    say("221 bye")
                    return
                case _:
                    say("250 fine")


class Relay:
    """Postfix with our main.cf and master.cf; only places and ports are those of this machine."""

    def __init__(self, folder, far):
        self.port, self.settings = free_port(), folder / "settings"
        self.settings.mkdir(parents=True)
        for name in ("queue", "data"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")
        shutil.copy(DEPLOY / "relay/main.cf", self.settings)
        parts = (DEPLOY / "relay/master.cf").read_text("ascii").replace(":2525", f":{self.port}")
        (self.settings / "master.cf").write_text(parts, "ascii")
        here = {"relayhost": f"[127.0.0.1]:{far.port}", "myhostname": "relay.example", "queue_directory": folder / "queue", "data_directory": folder / "data"}
        self.as_root = [] if os.getuid() == 0 else ["sudo", "-n"]
        run([*self.as_root, "postconf", "-c", self.settings, "-e", *(f"{name} = {value}" for name, value in here.items())])
        self.process = Process([*self.as_root, "postfix", "-c", self.settings, "start-fg"], {}, folder / "postfix.log")
        eventually(f"Postfix runs: {self.process.said()}", lambda: "daemon started" in self.process.said())

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self.port}"

    def stop(self):
        run([*self.as_root, "postfix", "-c", self.settings, "stop"])
        self.process.running.wait()
