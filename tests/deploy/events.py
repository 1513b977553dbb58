"""One organisation, and a webinar with room for everybody."""

from datetime import datetime, timedelta

from processes import ask, eventually, run
from source import ROOT

SLUG = "torg"
READERS = ROOT / "tests/readers"


def take_in(program, variables, folder):
    day = datetime.now() + timedelta(days=60)
    at = lambda hour: f"{day:%Y-%m-%d}T{hour:02}:00:00"
    event = (READERS / "event.toml").read_text("utf-8").replace("capacity = 40", "capacity = 100000")
    event = event.format(slug=SLUG, organisation="distriktssenteret", title='"Torget"', start=at(9), end=at(10), zone="Europe/Oslo")
    file = folder / f"{SLUG}.toml"
    file.write_text(event, "utf-8")
    run([program, "import", READERS / "organisations.toml", file], variables)


def opens(site):
    eventually("sign-up is open", lambda: ask(f"{site}/api/v1/events/{SLUG}")[0] == 200)
