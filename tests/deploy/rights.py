"""What each service may do at the broker and in the database: all that it must, and nothing else."""

import json
import re
import urllib.parse

from checks import Wrong, holds
from source import DEPLOY, SERVICES, said


def read(checks):
    definitions = json.loads((DEPLOY / "rabbitmq/definitions.json").read_text("utf-8"))
    for service in SERVICES:
        checks.check(f"definitions.json: {service} may say what it says, and nothing else", may_say, definitions, service)
    checks.check("definitions.json: nobody has a password, and nobody is left out", users, definitions)


def may_say(definitions, service):
    [right] = [right for right in definitions["topic_permissions"] if right["user"] == service]
    every = {name for names in said().values() for name in names}
    allowed = {name for name in every if re.search(right["write"], f"{name}.v1")}
    holds(allowed == said()[service], f"it may say {sorted(allowed)} and says {sorted(said()[service])}")
    holds(not re.search(right["write"], "x" + f"{sorted(allowed)[0]}.v1") and right["read"] == "^$", "the pattern is too wide")
    [right] = [right for right in definitions["permissions"] if right["user"] == service]
    holds(right["configure"] == "^$" and right["write"] == r"^mp\.events$" and right["read"] == rf"^{service}\.inbox$", f"{right}")


def users(definitions):
    names = [user["name"] for user in definitions["users"]]
    holds(sorted(names) == sorted((*SERVICES, "operator")), f"{names}")
    # An empty one lets nobody in.
    holds(all(user["password_hash"] == "" and user["tags"] == [] for user in definitions["users"]), "somebody has a password or a tag")


def try_out(checks, house):
    """With the rights as they have been taken in by a broker and a database."""
    for service in SERVICES:
        other = "mail" if service != "mail" else "registration"
        checks.check(f"{service} reads its own tables and nobody else's", tables, house, service, other)
        checks.check(f"{service} can neither hear nor say anything for others", queues, house, service, other)
    checks.check("nobody without a name comes into the database", strangers, house)
    checks.check("the queues have copies, limits and a place for what cannot be stored", limits, house)


def tables(house, service, other):
    role = f"moteplass_{service}"
    holds(house.query(role, f"SELECT count(*) FROM {service}.outbox")[0].isdigit(), "it cannot read its own")
    for sql in (
        f"SELECT count(*) FROM {other}.outbox",
        f"INSERT INTO {other}.inbox SELECT * FROM {service}.inbox",
        f"DROP TABLE {service}.outbox",
        f"CREATE TABLE {service}.more (id int)",
        "CREATE TABLE public.more (id int)",
        "CREATE SCHEMA more",
        f"SET ROLE moteplass_{other}",
    ):
        refused(lambda: house.query(role, sql), sql, "permission denied|must be owner|must be member")


def strangers(house):
    house.query("postgres", "CREATE ROLE somebody LOGIN", "postgres")
    try:
        refused(lambda: house.query("somebody", "SELECT 1"), "connecting", "permission denied for database")
    finally:
        house.query("postgres", "DROP ROLE somebody", "postgres")


def queues(house, service, other):
    import pika

    def connected():
        address = (house.secrets / f"broker_{service}").read_text("ascii").split(",")[0].strip()
        parts = urllib.parse.urlsplit(address)
        credentials = pika.PlainCredentials(parts.username, parts.password)
        return pika.BlockingConnection(pika.ConnectionParameters(parts.hostname, parts.port, parts.path[1:], credentials))

    foreign = sorted(said()[other] - said()[service])[0] + ".v1"
    forbidden = {
        f"hearing for {other}": lambda channel: channel.basic_get(f"{other}.inbox"),
        "reading what is parked": lambda channel: channel.basic_get(f"{service}.parking"),
        f"saying {foreign}": lambda channel: channel.basic_publish("mp.events", foreign, b"{}"),
        "writing into a queue": lambda channel: channel.basic_publish("", f"{other}.inbox", b"{}"),
        "making a queue": lambda channel: channel.queue_declare(f"{service}.more"),
        "removing its queue": lambda channel: channel.queue_delete(f"{service}.inbox"),
        "hearing more": lambda channel: channel.queue_bind(f"{service}.inbox", "mp.events", "#"),
    }
    for what, action in forbidden.items():
        connection = connected()
        try:
            channel = connection.channel()
            channel.confirm_delivery()
            refused(lambda: action(channel), what, "ACCESS_REFUSED")
        finally:
            connection.close()


def limits(house):
    listed = json.loads(ctl(house, "list_queues", "-p", "moteplass", "name", "type", "policy", "members", "arguments", "--formatter", "json"))
    found = {queue["name"]: queue for queue in listed}
    expected = {f"{service}.{kind}" for service in SERVICES for kind in ("inbox", "parking")} | {"mp.unheard"}
    holds(set(found) == expected, f"there are {sorted(found)}")
    for name, queue in found.items():
        holds(queue["type"] == "quorum", f"{name} is {queue['type']}")
        holds(len(queue["members"]) == len(house.nodes), f"{name} has {len(queue['members'])} copies")
        if name != "mp.unheard":
            holds(queue["policy"] == name.split(".")[1], f"{name} has the policy {queue['policy']}")


def ctl(house, *arguments):
    from processes import run

    return run([*house.rabbitmqctl, "-q", *arguments])


def refused(action, what, words):
    try:
        action()
    except Wrong as wrong:
        return holds(re.search(words, str(wrong)), f"{what}: {wrong}")
    except Exception as error:  # noqa: BLE001: the client has one for each kind.
        return holds(re.search(words, repr(error)), f"{what}: {error!r}")
    holds(False, f"{what} was allowed")
