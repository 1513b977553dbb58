"""The units of systemd."""

import re
import subprocess

from checks import holds
from source import DEPLOY

# In tenths, from 0 (nothing is exposed) to 100. What is left is the network, which the program is for.
EXPOSED = 15


def read(checks):
    for file in sorted((DEPLOY / "systemd").glob("*.*")):
        checks.check(f"{file.name}: systemd understands it", understood, file)
    services = sorted((DEPLOY / "systemd").glob("*.service"))
    for file in services:
        checks.check(f"{file.name}: it is confined", confined, file)
    checks.check("the units are confined in the same way", alike, services)


def understood(file):
    run = subprocess.run(["systemd-analyze", "verify", "--man=no", str(file)], capture_output=True, text=True, timeout=60)
    # The program is not installed here.
    complaints = [line for line in run.stderr.splitlines() if line.startswith(file.name.split(".")[0].split("@")[0]) and "is not executable" not in line]
    holds(not complaints, "; ".join(complaints))


def confined(file):
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSED}", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    holds(done.returncode == 0, done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr)


def alike(services):
    seen = {}
    for file in services:
        text = file.read_text("utf-8").split("# What follows is the same", 1)[1].split("[Install]")[0]
        # A backup needs no network.
        seen[file.name] = re.sub(r"RestrictAddressFamilies=.*", "", text).strip()
    holds(len(set(seen.values())) == 1, "; ".join(seen))
