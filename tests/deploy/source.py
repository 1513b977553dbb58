"""What the code says about itself: its services, paths, settings, messages and numbers."""

import json
import re
from pathlib import Path

from checks import holds

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SERVICES = ("portal", "registration", "conference", "webinar", "gathering", "mail")

# A mailbox that is only there on somebody's own machine.
NOT_PUBLIC = "/postkasse"


def rust(*folders):
    """The text of every file that is not a test."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.rs")):
            if "tests" not in file.relative_to(ROOT).parts and file.name != "tests.rs":
                yield file.read_text("utf-8")


def paths(service):
    """Every path that a service answers, as in the code: /mi/{token}."""
    # What operators see of every service stands in a crate of its own.
    found = {f"/drift/{service}"}
    for text in rust(f"services/{service}/src"):
        own = re.search(r'let own = \|path: &str\| format!\("(.*)\{path\}"\)', text)
        prefix = own[1].replace("{{", "{").replace("}}", "}") if own else None
        # Of a router: whatever else is routed has no path.
        routes = len(re.findall(r"\.route\(", text)) if "Router" in text else 0
        plain = re.findall(r'\.route\(\s*"(/[^"]*)"', text)
        owned = re.findall(r'\.route\(\s*&own\("([^"]*)"\)', text)
        holds(len(plain) + len(owned) == routes, f"{service}: a route is written in a way that is not understood here")
        found.update(plain, (prefix + path for path in owned), re.findall(r'path = "(/[^"]*)"', text))
    return sorted(path for path in found if not path.startswith(NOT_PUBLIC))


def settings():
    """The keys of the settings file."""
    text = (ROOT / "crates/host/settings.default.toml").read_text("utf-8")
    return set(re.findall(r"^#?([a-z_]+) = ", text, re.M))


def said():
    """Who says which messages: their names without versions."""
    contract = json.loads((ROOT / "proto/asyncapi.yaml").read_text("utf-8"))
    by = {service: set() for service in SERVICES}
    for name, operation in contract["operations"].items():
        if operation["action"] == "send":
            channel = contract["channels"][operation["channel"]["$ref"].rsplit("/", 1)[1]]
            by[name.split("_says_")[0]].add(channel["address"].rsplit(".v", 1)[0])
    return by


def heard():
    """Who hears which messages: their names."""
    contract = json.loads((ROOT / "proto/asyncapi.yaml").read_text("utf-8"))
    by = {service: set() for service in SERVICES}
    for name, operation in contract["operations"].items():
        if operation["action"] == "receive":
            channel = contract["channels"][operation["channel"]["$ref"].rsplit("/", 1)[1]]
            by[name.split("_hears_")[0]].add(channel["address"])
    return by


def numbers():
    """The names of everything on /metrics."""
    found = set()
    for text in rust("crates", "services"):
        for kind, name in re.findall(r'metrics::(counter|gauge|histogram)!\(\s*"([a-z_]+)"', text):
            found.add(name)
            if kind == "histogram":
                # Those of seconds have buckets, others have quantiles.
                found.update(f"{name}_{part}" for part in ("bucket", "sum", "count"))
    return found
