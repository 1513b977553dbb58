"""A small installation: copied while people sign up, and put back."""

import json
import sqlite3
import time
from contextlib import closing

from checks import holds
from processes import Crowd, Process, ask, eventually, free_port, run
from source import SERVICES, heard
import events


def tell(checks, program, folder):
    data, copies = folder / "data", folder / "copies"
    with Small(program, data) as small:
        events.take_in(program, small.variables, folder)
        events.opens(small.site)
        made = []
        with Crowd(small.site, events.SLUG, 8) as crowd:
            crowd.has_grown(20)
            for number in range(4):
                # A copy is named by its second.
                time.sleep(1.0)
                began = time.monotonic()
                made.append(run([program, "backup", copies, "--keep", "2"], small.variables).strip())
                checks.check(f"copy {number + 1}: every service is copied as it was at one and the same moment", one_moment, made[-1])
            crowd.has_grown(20)
        checks.check("nobody who signs up while copies are made is turned away", nobody_failed, crowd)
    kept = sorted(str(copy) for copy in copies.iterdir() if copy.is_dir())
    checks.check("the newest copies are kept", lambda: holds(kept == made[-2:], f"{kept}, of {made}"))
    checks.check("what sensitive answers are sealed with is for the program alone, and in no copy", key_stays, data, copies)
    checks.check("what is damaged is refused", damaged, program, made[-2], folder)
    restored = folder / "restored"
    run([program, "restore", made[-1]], {"MOTEPLASS_DATA": str(restored)})
    with Small(program, restored) as small:
        checks.check("who was answered before the copy is there after it was put back", answered_are_there, restored, crowd, began)
        checks.check("there is nothing in it that did not get through", nothing_left, program, small.variables)
        checks.check("links that were sent work, and people can sign up again", can_sign_up, small.site)


class Small:
    def __init__(self, program, data):
        port = free_port()
        self.site = f"http://127.0.0.1:{port}"
        self.variables = {"MOTEPLASS_LISTEN": f"127.0.0.1:{port}", "MOTEPLASS_URL": self.site, "MOTEPLASS_DATA": str(data), "MOTEPLASS_RATE_LIMIT": "off", "MOTEPLASS_LOG": "warn"}
        self.process = Process([program, "serve"], self.variables, data.parent / f"{data.name}.log")

    def __enter__(self):
        eventually("the program is ready", lambda: ask(f"{self.site}/health/ready")[0] == 200)
        return self

    def __exit__(self, *_):
        self.process.stop()


def nobody_failed(crowd):
    holds(not crowd.failed, f"{len(crowd.failed)} of {len(crowd.answered)}: {crowd.failed[:3]}")


def rows(file, query):
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


def one_moment(copy):
    inboxes = {service: {row[0] for row in rows(f"{copy}/{service}.db", "SELECT id FROM inbox")} for service in SERVICES}
    carried = 0
    for speaker in SERVICES:
        for id, name in rows(f"{copy}/{speaker}.db", "SELECT id, name FROM outbox WHERE carried_at IS NOT NULL"):
            for hearer, names in heard().items():
                if name in names:
                    carried += 1
                    holds(id in inboxes[hearer], f"{speaker} has said {name} to {hearer}, which has not heard it")
    holds(carried > 20, "hardly anything was said")


def key_stays(data, copies):
    holds((data / "answers_key").stat().st_mode & 0o777 == 0o600, "others can read it")
    holds(not list(copies.glob("*/answers_key")), "it is in a copy")


def damaged(program, copy, folder):
    broken = folder / "broken"
    run(["cp", "-r", copy, broken])
    with open(broken / "mail.db", "r+b") as file:
        file.seek(5000)
        file.write(b"damaged")
    try:
        run([program, "restore", "--check", broken])
    except Exception as refused:
        return holds("mail.db" in str(refused), str(refused))
    holds(False, "it was not noticed")


def answered_are_there(data, crowd, before):
    there = {row[0] for row in rows(data / "registration.db", "SELECT email FROM registration")}
    lost = {email for email, at in crowd.answered.items() if at < before} - there
    holds(not lost, f"{len(lost)} are lost")


def nothing_left(program, variables):
    eventually("nothing is listed any more", lambda: not run([program, "replay"], variables).strip())


def can_sign_up(site):
    with Crowd(site, events.SLUG, 1) as crowd:
        crowd.has_grown(1)
    nobody_failed(crowd)
