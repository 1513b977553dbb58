"""Alerts and the dashboard: they ask for numbers that there are, and say something when they should."""

import json
import re
import subprocess

import yaml
from checks import holds
from source import DEPLOY, ROOT, numbers

WATCH = DEPLOY / "watch"
# What Prometheus itself knows, and words of its language.
OF_PROMETHEUS = {"up", "max", "sum", "by", "rate", "increase", "histogram_quantile", "and", "le"}


def read(checks):
    alerts = yaml.safe_load((WATCH / "alerts.yml").read_text("utf-8"))
    rules = [rule for group in alerts["groups"] for rule in group["rules"]]
    for rule in rules:
        checks.check(f"alert {rule['alert']}: asks for what there is, and says where to look", asks, rule["expr"], rule["annotations"]["look"])
    dashboard = json.loads((WATCH / "dashboard.json").read_text("utf-8"))
    for panel in dashboard["panels"]:
        for target in panel["targets"]:
            checks.check(f"panel {panel['title']}: asks for what there is", asks, target["expr"], panel["title"])
    checks.check("panels do not lie on one another", apart, dashboard["panels"])
    checks.check("every number that a service publishes is looked at", looked_at, rules, dashboard["panels"])
    checks.check("prometheus.yml", promtool, "check", "config", "--syntax-only", WATCH / "prometheus.yml")
    checks.check("prometheus.yml asks every process", every_process)
    checks.check("alerts.yml", promtool, "check", "rules", WATCH / "alerts.yml")
    checks.check("alerts come when they should and not before", promtool, "test", "rules", ROOT / "tests/deploy/alerts.test.yml")


def names(expression):
    """The names of numbers in an expression, without labels and their values."""
    bare = re.sub(r'"[^"]*"', "", expression)
    bare = re.sub(r"\{.*?\}|\[.*?\]|\bby \(.*?\)", "", bare)
    return {name for name in re.findall(r"[a-z_]{2,}", bare) if name not in OF_PROMETHEUS}


def asks(expression, sentence):
    unknown = names(expression) - numbers()
    holds(not unknown, f"nothing is called {', '.join(sorted(unknown))}")
    holds(sentence, "nothing is said about it")


def looked_at(rules, panels):
    asked = set()
    for expression in [rule["expr"] for rule in rules] + [target["expr"] for panel in panels for target in panel["targets"]]:
        asked |= names(expression)
    parts = re.compile(r"_(bucket|sum|count)$")
    # One that counts what is as it should be.
    forgotten = {parts.sub("", name) for name in numbers()} - {parts.sub("", name) for name in asked} - {"moteplass_bus_unheard_total"}
    holds(not forgotten, f"nobody looks at {', '.join(sorted(forgotten))}")


def apart(panels):
    taken = set()
    for panel in panels:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        holds(not cells & taken and at["x"] + at["w"] <= 24, f"{panel['title']} lies on another")
        taken |= cells


def every_process():
    asked = yaml.safe_load((WATCH / "prometheus.yml").read_text("utf-8"))["scrape_configs"][0]["static_configs"][0]["targets"]
    compose = yaml.safe_load((DEPLOY / "compose.scale.yaml").read_text("utf-8"))["services"]
    there = {f"{name}:8080" for name, container in compose.items() if container.get("command", [""])[0] == "serve"}
    holds(set(asked) == there, f"not the same: {sorted(set(asked) ^ there)}")


def promtool(*arguments):
    run = subprocess.run(["promtool", *map(str, arguments)], capture_output=True, text=True, timeout=60)
    holds(run.returncode == 0, run.stdout + run.stderr)
