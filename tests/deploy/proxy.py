"""Caddy with our files, before processes that only say who they are."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from checks import holds
from processes import Process, ask, eventually, free_port, run
from source import DEPLOY, SERVICES, paths

SECRET = "hemmeleg-teikn"

# Before 2.8 a form cannot be handed to another process, and what is asked for that has no name; see frame.caddy.
KEEPS_FORMS = tuple(map(int, re.match(r"v?(\d+)\.(\d+)", run(["caddy", "version"])).groups())) >= (2, 8)
FORM = "navn=Kari" if KEEPS_FORMS else None


class Stub:
    """Says who it is, and what it was asked."""

    def __init__(self, name, port=None):
        self.name, self.port, self.asked = name, port or free_port(), []
        stub = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path != "/health/ready":
                    stub.asked.append((self.path, self.headers.get("X-Forwarded-For")))
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                body = stub.name.encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Answers)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Caddy:
    def __init__(self, folder, upstreams, file="Caddyfile", patience="3s"):
        self.site = f"http://127.0.0.1:{free_port()}"
        self.file = DEPLOY / "caddy" / file
        # Its own files, and an address for `reload` that no other Caddy has.
        self.variables = {"SITE": self.site, "PATIENCE": patience, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self.variables["LOG_LEVEL"] = "DEBUG"
        if not KEEPS_FORMS:
            self.variables["BUFFERS"] = ""
        self.variables["CADDY_LISTEN_ADMIN"] = f"127.0.0.1:{free_port()}"
        folder.mkdir(parents=True, exist_ok=True)
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", self.file]
        self.process = Process(command, self.variables | upstreams, folder / "caddy.log")

    def __enter__(self):
        eventually("Caddy answers", lambda: ask(f"{self.site}/metrics")[0] == 404)
        return self

    def __exit__(self, *_):
        self.process.stop()

    def reload(self, upstreams):
        """Takes other addresses. Who knocks at that moment is let in only if `HandedOn`."""
        run(["caddy", "reload", "--adapter", "caddyfile", "--config", self.file], self.variables | upstreams)


class HandedOn:
    """While a port is opened by its next owner beside the old one, Linux hands on who waits at the old one, as README.md says."""

    SETTING = Path("/proc/sys/net/ipv4/tcp_migrate_req")

    def __enter__(self):
        try:
            self.before = self.SETTING.read_text()
            self.SETTING.write_text("1")
        except OSError:
            self.before = None
        return self

    def __exit__(self, *_):
        if self.before is not None:
            self.SETTING.write_text(self.before)

    @property
    def is_set(self):
        return self.before is not None


def upstreams(stubs):
    named = {}
    for stub in stubs:
        named.setdefault(f"UPSTREAM_{stub.name.split('-')[0].upper()}", []).append(stub.address)
    return {name: " ".join(addresses) for name, addresses in named.items()}


def tell(checks, _program, folder):
    for file in ("Caddyfile", "Caddyfile.small"):
        checks.check(f"{file}: Caddy understands it", valid, file, folder)
    stubs = {name: Stub(name) for name in (*SERVICES, "registration-2")}
    with Caddy(folder, upstreams(stubs.values())) as caddy:
        for service in SERVICES:
            for path in paths(service):
                checks.check(f"{path} is answered by {service}", answered_by, caddy.site, path, service)
        checks.check("numbers and health are not shown to the outside", inside_only, caddy.site, stubs)
        checks.check("nobody can say that they come from elsewhere", own_address, caddy.site, stubs["portal"])
        checks.check("those who sign up for one event meet in one process, and in the other when it is away", together, caddy.site, stubs)
        checks.check("who comes while a process is replaced waits for it", waits, caddy.site, stubs)
        checks.check("when nobody answers, it is said when to come back", away, caddy.site, stubs)
    checks.check("neither tokens nor visitors are in the log of errors", silent, caddy.process.log)
    with Caddy(folder / "small", {"UPSTREAM": stubs["portal"].address}, "Caddyfile.small") as caddy:
        checks.check("a small installation: everything goes to one process", answered_by, caddy.site, "/pamelding/torg", "portal")
        checks.check("a small installation: numbers and health are not shown", inside_only, caddy.site, stubs)


def valid(file, folder):
    variables = {"HOME": str(folder), "XDG_DATA_HOME": str(folder)} | ({} if KEEPS_FORMS else {"BUFFERS": ""})
    run(["caddy", "validate", "--adapter", "caddyfile", "--config", DEPLOY / "caddy" / file], variables)


def answered_by(site, path, service):
    status, name = ask(site + re.sub(r"\{.*?\}", "x", path))
    holds((status, name.split("-")[0]) == (200, service), f"{status} from {name}")


def inside_only(site, stubs):
    before = [len(stub.asked) for stub in stubs.values()]
    for path in ("/metrics", "/metrics/", "//metrics", "/%6detrics", "/METRICS", "/health/ready", "/health/live", "/x/../metrics"):
        holds(ask(site + path)[0] == 404, f"{path} is answered")
    holds(before == [len(stub.asked) for stub in stubs.values()], "a process was asked")


def own_address(site, portal):
    ask(f"{site}/", headers={"X-Forwarded-For": "203.0.113.9"})
    holds(portal.asked[-1] == ("/", "127.0.0.1"), f"the process is told {portal.asked[-1]}")


def together(site, stubs):
    names = {ask(f"{site}/pamelding/torg", "POST", FORM)[1] for _ in range(8)}
    holds(len(names) == 1, f"they were spread over {names}")
    [name] = names
    stubs[name].stop()
    other = {ask(f"{site}/pamelding/torg", "POST", FORM) for _ in range(8)}
    holds(len(other) == 1 and (200, name) not in other, f"they were answered by {other}")
    stubs[name] = Stub(name, stubs[name].port)


def waits(site, stubs):
    port = stubs["mail"].port
    stubs["mail"].stop()
    later = threading.Timer(1.0, lambda: stubs.update(mail=Stub("mail", port)))
    later.start()
    answer = ask(f"{site}/paminningar/x", "POST", FORM)
    later.join()
    holds(answer == (200, "mail"), f"the answer was {answer}")


def away(site, stubs):
    stubs["webinar"].stop()
    status, text = ask(f"{site}/webinar/torg/delta/{SECRET}", headers={"User-Agent": "ein-lesar"})
    holds(status in (502, 503) and "Vi er straks tilbake" in text, f"{status} {text}")


def silent(log):
    said = log.read_text("utf-8")
    holds("connection refused" in said and '"method":"GET"' in said, "there is nothing in it about what went wrong")
    for word in (SECRET, "ein-lesar", "203.0.113.9", "remote_ip\":\"127"):
        holds(word not in said, f"it has {word}")
