"""The topology of compose.scale.yaml as processes: rights, routes, replacing what runs, copying and putting back."""

import os
import re
import shlex
import time
import urllib.parse
from datetime import datetime, timedelta, timezone
from pathlib import Path

import events
import rights
import yaml
from checks import holds
from post import FarServer, Relay
from processes import Crowd, Process, ask, eventually, free_port, is_open, run
from proxy import Caddy, HandedOn
from source import DEPLOY, SERVICES, numbers

BACKUP = DEPLOY / "backup/postgres"

# As the containers are confined: every file read only, nobody's user, no rights, and no way to gain any.
CONFINED = [
    "unshare", "--mount", "sh", "-c",
    'mount --rbind / / && mount -o remount,bind,ro / && exec setpriv --reuid 65532 --regid 65532 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs "$@"',
    "confined",
]  # fmt: skip


def tell(checks, program, folder):
    folder.mkdir(parents=True)
    house = House(program, folder)
    house.furnish()
    rights.read(checks)
    try:
        house.begin()
        with HandedOn() as handed_on, Caddy(folder / "caddy", house.upstreams(), patience="15s") as caddy:
            house.site = caddy.site
            events.take_in(program, house.variables("operator"), folder)
            events.opens(caddy.site)
            with Crowd(caddy.site, events.SLUG, 20 if house.is_large else 3) as crowd:
                begun = time.monotonic()
                crowd.has_grown(10)
                began = time.monotonic()
                copy = run([BACKUP, "save", folder / "copies"], house.postgres("moteplass_backup")).strip()
                replaced = house.replace(caddy, crowd)
                rate = len(crowd.answered) / (time.monotonic() - begun)
            checks.check(f"{len(crowd.answered)} sign up, {rate:.0f} each second, while everything is copied and {replaced} processes are replaced, and nobody is turned away", nobody_failed, crowd)
            if handed_on.is_set:
                checks.check("nobody was cut off at a reload of the proxy", nobody_cut_off, crowd)
            checks.check("each of them has exactly one letter", one_letter, house, crowd)
            checks.check("there is nothing that did not get through", nothing_left, house)
            checks.check("what /metrics shows has the names that alerts and dashboard ask for", called_as_asked, house)
            rights.try_out(checks, house)
            checks.check("a copy put back has everybody who was answered before it was made", restored, house, copy, crowd, began)
    finally:
        house.end()


class House:
    """Where everything is, and the processes."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        # Where a broker was begun with passwords already, they are those.
        self.secrets = Path(os.environ.get("MOTEPLASS_TEST_SECRETS", folder / "secrets"))
        self.server = urllib.parse.urlsplit(os.environ["MOTEPLASS_TEST_POSTGRES"])
        self.nodes = [urllib.parse.urlsplit(node) for node in os.environ["MOTEPLASS_TEST_AMQP"].split(",")]
        self.rabbitmqctl = shlex.split(os.environ["MOTEPLASS_TEST_RABBITMQCTL"])
        self.database = f"moteplass_{os.getpid()}"
        self.processes, self.ports, self.site = {}, {}, "http://127.0.0.1"
        # In the large run every process is replaced, all are confined, a node of the broker is killed, and letters go out
        # through Postfix.
        self.is_large = "MOTEPLASS_TEST_NODE" in os.environ
        self.is_confined = bool(os.environ.get("MOTEPLASS_TEST_CONFINED"))
        self.node = shlex.split(os.environ.get("MOTEPLASS_TEST_NODE", ""))
        self.far = self.relays = None
        if os.environ.get("MOTEPLASS_TEST_RELAY"):
            self.far = FarServer(folder)
            self.relays = [Relay(folder / f"relay-{number}", self.far) for number in (1, 2)]

    def furnish(self):
        """Secrets, roles, rights, tables and queues, each twice: whoever is interrupted begins again."""
        places = ["--database", f"{self.server.hostname}:{self.server.port}/{self.database}", "--broker", ",".join(f"{node.hostname}:{node.port}" for node in self.nodes)]
        for _ in range(2):
            run([DEPLOY / "make-secrets", self.secrets, *places])
            self.make_roles(self.database)
            with open(self.secrets / "rabbitmq_definitions.json", "rb") as definitions:
                run([*self.rabbitmqctl, "-q", "import_definitions"], stdin=definitions)
            run([self.program, "prepare"], self.variables("operator"))

    def make_roles(self, database):
        run(["psql", "-Xq", "-v", f"secrets={self.secrets}", "-v", f"database={database}", "-f", DEPLOY / "postgres/roles.sql"], self.postgres("postgres", "postgres"))

    def begin(self):
        """The processes of the compose file, each as its own user."""
        compose = yaml.safe_load((DEPLOY / "compose.scale.yaml").read_text("utf-8"))
        for name, container in compose["services"].items():
            if container.get("command", [""])[0] == "serve":
                self.start(name, container["command"][1])
        for name in self.processes:
            self.is_ready(name)

    def start(self, name, service):
        self.ports[name] = free_port()
        smtp = {"MOTEPLASS_SMTP": self.relays[int(name.split("-")[1]) - 1].address} if self.relays and service == "mail" else {}
        variables = self.variables(service) | smtp | {"MOTEPLASS_LISTEN": f"127.0.0.1:{self.ports[name]}", "MOTEPLASS_DATA": str(self.folder / name)}
        command = [self.program, "serve", service]
        self.processes[name] = Process(CONFINED + command if self.is_confined else command, variables, self.folder / "log" / f"{name}.log")

    def is_ready(self, name):
        def ready():
            process = self.processes[name]
            holds(process.running.poll() is None, f"{name} ended: {process.said()}")
            return ask(f"http://127.0.0.1:{self.ports[name]}/health/ready")[0] == 200

        eventually(f"{name} is ready", ready, 60)

    def replace(self, caddy, crowd):
        """As deploy/README.md says: the new one beside the old one, then the proxy, then the old one."""
        some = ["mail-1", "portal", "registration-1", "registration-2"]
        every = ["mail-1", "mail-2", "portal", "conference", "webinar", "gathering", "registration-1", "registration-2"]
        replaced = every if self.is_large else some
        for old in replaced:
            service = old.split("-")[0]
            crowd.has_grown(5)
            new = f"{old}-new"
            self.start(new, service)
            self.is_ready(new)
            leaving = self.processes.pop(old)
            port = self.ports.pop(old)
            caddy.reload(self.upstreams())
            holds(port not in self.ports.values(), "the port is still in use")
            if self.node and old == "registration-2":
                # Two of three are a majority, and clients know them all.
                run([*self.node, "kill"])
                last = self.nodes[-1]
                eventually("the node is gone", lambda: not is_open(last.hostname, last.port))
            code = leaving.stop()
            holds(code == 0, f"{old} ended with {code}: {leaving.said()}")
        if self.node:
            run([*self.node, "start"])
            run([*self.node, "await"])
        crowd.has_grown(5)
        return len(replaced)

    def end(self):
        for process in self.processes.values():
            process.kill()
        for relay in self.relays or []:
            relay.stop()
        run(["psql", "-Xq", "-c", f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)", "-c", f"DROP DATABASE IF EXISTS {self.database}_restored WITH (FORCE)"], self.postgres("postgres", "postgres"))
        run([*self.rabbitmqctl, "-q", "delete_vhost", "moteplass"])
        for user in (*SERVICES, "operator"):
            run([*self.rabbitmqctl, "-q", "delete_user", user])

    def variables(self, who):
        secret = lambda name: str(self.secrets / name)
        answers = {"MOTEPLASS_ANSWERS_KEY_FILE": secret("answers_key")} if who in ("registration", "operator") else {}
        return answers | {
            "MOTEPLASS_DATABASE_FILE": secret(f"database_{who}"),
            "MOTEPLASS_BROKER_FILE": secret(f"broker_{who}"),
            "MOTEPLASS_KEY_FILE": secret("key"),
            "MOTEPLASS_URL": self.site,
            "MOTEPLASS_DATA": str(self.folder / who),
            "MOTEPLASS_RATE_LIMIT": "off",
            "MOTEPLASS_LOG": "warn",
        }

    def upstreams(self):
        named = {}
        for name, port in self.ports.items():
            named.setdefault(f"UPSTREAM_{re.split('-', name)[0].upper()}", []).append(f"127.0.0.1:{port}")
        return {name: " ".join(addresses) for name, addresses in named.items()}

    def postgres(self, user, database=None):
        return {"PGHOST": self.server.hostname, "PGPORT": str(self.server.port), "PGUSER": user, "PGDATABASE": database or self.database}

    def query(self, user, sql, database=None):
        return run(["psql", "-XAtq", "-c", sql], self.postgres(user, database)).split()


def nobody_failed(crowd):
    holds(not crowd.failed, f"{len(crowd.failed)} of {len(crowd.answered)}: {crowd.failed[:3]}")


def nobody_cut_off(crowd):
    holds(not crowd.cut_off, f"{crowd.cut_off} of {len(crowd.answered)}")


def one_letter(house, crowd):
    def receivers():
        if house.far:
            return sorted(house.far.taken)
        letters = list(house.folder.glob("mail-*/letters/*.eml"))
        return sorted(re.search(rb"^To: .*?([^ <>]+@[^ <>\r\n]+)", letter.read_bytes(), re.M)[1].decode() for letter in letters)

    eventually("everybody has a letter", lambda: len(receivers()) >= len(crowd.answered))
    holds(receivers() == sorted(crowd.answered), "somebody has two, or none")


def nothing_left(house):
    eventually("nothing is listed any more", lambda: not run([house.program, "replay"], house.variables("operator")).strip())


def called_as_asked(house):
    shown = set()
    for port in house.ports.values():
        text = ask(f"http://127.0.0.1:{port}/metrics")[1]
        shown |= set(re.findall(r"^([a-z_]+)[{ ]", text, re.M))
        holds("registration_desk_batch" not in text or "quantile" in text, "batches have no quantiles")
    holds(shown <= numbers(), f"not known: {sorted(shown - numbers())}")
    for name in ("moteplass_bus_oldest_unsent_seconds", "moteplass_bus_oldest_overdue_seconds", "moteplass_bus_set_aside", "mail_oldest_overdue_letter_seconds", "mail_letters_total", "http_request_seconds_bucket"):
        holds(name in shown, f"{name} is not there")


def restored(house, copy, crowd, before):
    other = f"{house.database}_restored"
    house.make_roles(other)
    run([BACKUP, "restore", copy], house.postgres("postgres", other))
    count = "SELECT email FROM registration.registration"
    lost = {email for email, at in crowd.answered.items() if at < before} - set(house.query("moteplass_registration", count, other))
    holds(not lost, f"{len(lost)} are lost")
    variables = house.variables("operator")
    variables["MOTEPLASS_DATABASE"] = f"postgres://moteplass_operator@{house.server.hostname}:{house.server.port}/{other}"
    del variables["MOTEPLASS_DATABASE_FILE"]
    listed = run([house.program, "replay", "--set-aside"], variables).strip()
    holds(not listed, listed)
    # What the broker had in hand when the copy was made.
    carried = run([house.program, "replay", "--carried-since", f"{datetime.now(timezone.utc) - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"], variables)
    holds(re.search(r"registration +[1-9]\d* are carried once more", carried), carried)
