"""The image and the two compose files."""

import re
import subprocess

import yaml
from checks import holds
from processes import clean
from source import DEPLOY, ROOT, SERVICES, settings


def read(checks):
    small, large = (yaml.safe_load((DEPLOY / name).read_text("utf-8")) for name in ("compose.yaml", "compose.scale.yaml"))
    for name, file in (("compose.yaml", small), ("compose.scale.yaml", large)):
        for service, container in file["services"].items():
            checks.check(f"{name} {service}: confined and pinned", confined, container)
            checks.check(f"{name} {service}: what it refers to is there", refers, file, container)
            checks.check(f"{name} {service}: the settings are ones that there are", known_settings, container)
        checks.check(f"{name}: docker-compose understands it", understood, name)
    checks.check("compose.scale.yaml: every service by itself, two of registration and mail", topology, large)
    checks.check("compose.scale.yaml: each process has its own secrets and no others", own_secrets, large)
    checks.check("compose: the proxy's address is the one that is believed", trusted, small, large)
    checks.check("Containerfile: pinned, for the compiler of rust-toolchain.toml, and nobody's root", image)


def understood(name):
    # Debian's is older than `name`, which only says how the volumes are called.
    text = re.sub(r"^name: .*$", "", (DEPLOY / name).read_text("utf-8"), flags=re.M)
    variables = {"SITE": "arrangement.example.no", "RELAYHOST": "[smtp.example.no]:587", "MOTEPLASS_SMTP": "smtp://smtp.example.no"}
    command = ["docker-compose", "-f", "-", "config", "--quiet"]
    done = subprocess.run(command, input=text, cwd=DEPLOY, env=clean() | variables, capture_output=True, text=True, timeout=60)
    holds(done.returncode == 0, done.stderr)


def confined(container):
    holds(container.get("read_only") is True, "its files can be written")
    holds(container.get("cap_drop") == ["ALL"], "it keeps rights that it does not need")
    holds("no-new-privileges:true" in container.get("security_opt", []), "it can gain rights")
    holds("mem_limit" in container and container.get("user") != "root", "its memory has no limit, or it is root")
    tag = container["image"].rsplit(":", 1)
    holds(len(tag) == 2 and re.search(r"\d", tag[1]), f"{container['image']} is not pinned")


def refers(file, container):
    for secret in container.get("secrets", []):
        holds(secret in file.get("secrets", {}), f"there is no secret {secret}")
    for volume in container.get("volumes", []):
        source = volume.split(":")[0]
        there = (DEPLOY / source).exists() if source.startswith(".") else source in file["volumes"]
        holds(there, f"there is no {source}")
    other = container.get("network_mode", "service:caddy").removeprefix("service:")
    holds(other in file["services"], f"there is no {other}")
    for needed in container.get("depends_on", []):
        holds(needed in file["services"], f"there is no {needed}")


def known_settings(container):
    for name in container.get("environment", {}):
        if name.startswith("MOTEPLASS_"):
            key = name.removeprefix("MOTEPLASS_").removesuffix("_FILE").lower()
            holds(key in settings(), f"{name} is no setting, and the program would refuse it")


def topology(file):
    serving = [container["command"][1:] for container in file["services"].values() if container.get("command", [""])[0] == "serve"]
    expected = sorted([[service] for service in SERVICES] + [["registration"], ["mail"]])
    holds(sorted(serving) == expected, f"there are {sorted(serving)}")


def own_secrets(file):
    for name, container in file["services"].items():
        if container.get("command", [""])[0] == "serve":
            service = container["command"][1]
            answers = ["answers_key"] if service == "registration" else []
            holds(container["secrets"] == ["key", f"database_{service}", f"broker_{service}", *answers], f"{name} has {container['secrets']}")
            told = {value for variable, value in container["environment"].items() if variable.endswith("_FILE")}
            holds(told == {f"/run/secrets/{secret}" for secret in container["secrets"]}, f"{name} is told of {sorted(told)}")


def trusted(*files):
    for file in files:
        [address] = [network["ipv4_address"] for network in file["services"]["caddy"]["networks"].values()]
        for name, container in file["services"].items():
            believed = container.get("environment", {}).get("MOTEPLASS_TRUSTED_PROXIES", address)
            holds(believed == address, f"{name} believes {believed}, and the proxy is {address}")


def image():
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    for base in re.findall(r"^FROM (\S+)", text, re.M):
        holds(re.search(r":\d+(\.\d+)+", base), f"{base} is not pinned")
    compiler = re.search(r'channel = "(.*)"', (ROOT / "rust-toolchain.toml").read_text("utf-8"))[1]
    holds(f"rust:{compiler}-" in text and f"RUSTUP_TOOLCHAIN={compiler}" in text, f"the compiler is not {compiler}")
    last = text.rsplit("FROM ", 1)[1]
    holds(re.search(r"^USER \d+:\d+$", last, re.M), "it would run as root")
    holds('licenses="EUPL-1.2"' in last and "COPY --from=build /src/LICENSE" in last, "the licence is missing")
    for source in re.findall(r"^COPY ((?!--)[^\n]*) \S+$", text, re.M):
        for name in source.split():
            holds((ROOT / name).exists(), f"there is no {name}")
