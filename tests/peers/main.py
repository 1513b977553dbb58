"""Somebody says no in a calendar, and the next one gets the place: by every way that answers come in."""

import glob
import sys
from dataclasses import dataclass
from pathlib import Path

import itip
import signatures
from checks import Checks, Wrong, holds
from installation import Installation, eventually
from letter import carries_calendar_rightly, says_the_same_twice, well_formed
from mailboxes import IMAP, LMTP, PASSWORD, SMTP, Issuer, Mailbox, send

READERS = Path(__file__).parents[1] / "readers"
# Longer than a no stands before it is acted on.
MINUTES = 6


@dataclass(frozen=True)
class Way:
    """An event, and where the answers to it go."""

    slug: str
    organisation: str
    to: str
    comes_in: str


WAYS = (
    Way("over-lmtp", "distriktssenteret", "arrangement@distriktssenteret.example.no", "LMTP from Postfix"),
    Way("med-passord", "bylivsenteret", "arrangement@bylivsenteret.example.no", "IMAP with a password"),
    Way("med-token", "bylivsenteret", "svar@bylivsenteret.example.no", "IMAP with a token (XOAUTH2)"),
)


class OnItsOwnClock(Installation):
    """A program whose clock can be put forward: nobody waits for minutes here."""

    def __init__(self, program, folder, settings):
        super().__init__(program, folder, settings)
        self.clock = folder / "clock"
        self.clock.write_text("+0")
        [library] = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        self.environment |= {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(self.clock),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def put_forward(self, minutes):
        new = self.clock.with_suffix(".new")
        new.write_text(f"+{minutes * 60}")
        new.replace(self.clock)


def main(program, folder):
    checks, folder = Checks(), Path(folder)
    keys = signatures.Keys(folder / "keys")
    issuer = Issuer("svar@bylivsenteret.example.no")
    try:
        with OnItsOwnClock(program, folder / "installation", settings(folder, keys, issuer)) as installation:
            tell(checks, installation, keys)
            checks.check("tokens are asked for as the issuer wants it", holds, issuer.asked and all(issuer.asked), f"{issuer.asked}")
        said = (folder / "installation" / "program.log").read_text("utf-8", "replace")
        for secret in (PASSWORD, Issuer.SECRET, "eyJ"):
            checks.check(f"the log does not hold {secret[:3]}...", holds, secret not in said, "it does")
    except Wrong as wrong:
        checks.failed += 1
        print(wrong, file=sys.stderr)
    checks.end()


def settings(folder, keys, issuer):
    (folder / "password").write_text(f"{PASSWORD}\n")
    (folder / "secret").write_text(f"{Issuer.SECRET}\n")
    return f"""
smtp = "smtp://127.0.0.1:{SMTP}"
lmtp = "127.0.0.1:{LMTP}"
authserv_id = "mx.distriktssenteret.example.no"
log = "trace,sqlx=info,sea_orm=info,hyper=info"

[imap.byliv]
server = "imap://127.0.0.1:{IMAP}"
user = "arrangement@bylivsenteret.example.no"
password_file = "{folder}/password"
every = 1

[imap.svar]
server = "imap://127.0.0.1:{IMAP}"
user = "svar@bylivsenteret.example.no"
oauth2 = {{ token_url = "{issuer.url}", client_id = "{Issuer.CLIENT}", client_secret_file = "{folder}/secret", scope = "{Issuer.SCOPE}" }}
move_to = "Møteplass"

{keys.settings()}
"""


def tell(checks, installation, keys):
    installation.take_in("organisations.toml", (READERS / "organisations.toml").read_text("utf-8"))
    invitations = {}
    for way in WAYS:
        installation.take_in(f"{way.slug}.toml", event(way))
        sign_up(installation, way, "Åse Bjørnstad", ase(way).address, "admitted")
        sign_up(installation, way, "Per Person", per(way).address, "waiting")
    for way in WAYS:
        invitation = invitations[way] = ase(way).wait_for("an invitation", is_calendar("REQUEST"))
        key = next(key for key in keys.all if key.organisation == way.organisation)
        checks.check(f"{way.slug}: {key.algorithm} still holds after Postfix and Dovecot", signatures.holds_good, invitation, key, keys)
        checks.check(f"{way.slug}: headers and parts", well_formed, invitation)
        checks.check(f"{way.slug}: text and HTML say the same", says_the_same_twice, invitation)
        checks.check(f"{way.slug}: the calendar's part", carries_calendar_rightly, invitation)
        waits = per(way).wait_for("a letter about the waiting list", lambda letter: True)
        checks.check(f"{way.slug}: who waits has no entry", holds, waits.calendar is None, "there is one")
    for way in WAYS:
        no = itip.answer(invitations[way].calendar, ase(way).address, "decline", "Eg kan ikkje; beklagar, Åse")
        send(itip.letter(no, ase(way).address, way.to, f"Avslått: {way.slug}"))
    for way in WAYS:
        link = invitations[way].link("/mi/")
        heard = lambda: "Du har svart nei i kalenderen din" in installation.page(link)
        checks.check(f"{way.slug}: the no is heard by {way.comes_in}", eventually, f"the no of {way.slug} is heard", heard)
    for way in WAYS:
        checks.check(f"{way.slug}: nobody moves up at once", holds, len(per(way).letters()) == 1, "somebody has")
    checks.check("what was read with a password is marked as seen", eventually, "it is seen", is_seen)
    checks.check("what was read with a token is moved", eventually, "it is moved", is_moved)
    installation.put_forward(MINUTES)
    for way in WAYS:
        checks.check(f"{way.slug}: the place is free, and the entry taken out", ase(way).wait_for, "a receipt", is_calendar("CANCEL"))
        checks.check(f"{way.slug}: the next one is invited", per(way).wait_for, "an invitation", is_calendar("REQUEST"))
        checks.check(f"{way.slug}: and each is told once", told_once, way)


def event(way):
    from story import Event, events

    like = events(2099)[0]
    file = Event(way.slug, f"Svar {way.comes_in}", like.start, organisation=way.organisation).file
    return file.replace("capacity = 40", "capacity = 1")


def sign_up(installation, way, name, email, state):
    path = f"/api/v1/events/{way.slug}"
    eventually(f"sign-up for {way.slug} is open", lambda: installation.ask("GET", path)[0] == 200)
    person = {"name": name, "email": email, "language": "nn", "answers": {}, "choices": []}
    status, answer = installation.ask("POST", f"{path}/registrations", person)
    holds(status == 201 and answer["state"] == state, f"signing up for {way.slug} was answered {status}: {answer}")


def ase(way):
    return Mailbox(f"ase.{way.slug}@kommune.example.no")


def per(way):
    return Mailbox(f"per.{way.slug}@kommune.example.no")


def is_calendar(method):
    return lambda letter: letter.calendar is not None and letter.method == method


def is_seen():
    mailbox = Mailbox("arrangement@bylivsenteret.example.no")
    return len(mailbox.letters(criterion="SEEN")) == len(mailbox.letters()) == 1


def is_moved():
    mailbox = Mailbox("svar@bylivsenteret.example.no")
    return not mailbox.letters() and len(mailbox.letters("M&APg-teplass")) == 1


def told_once(way):
    for mailbox in (ase(way), per(way)):
        holds(len(mailbox.letters()) == 2, f"{mailbox.address} has {len(mailbox.letters())} letters")


main(*sys.argv[1:])
