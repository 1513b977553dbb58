"""A letter as python's e-mail package reads it, and what must hold for every one of them."""

import re
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from html import unescape
from html.parser import HTMLParser

from checks import holds


@dataclass
class Written:
    """The words of a letter."""

    subject: str
    text: str
    html: str


class Letter:
    def __init__(self, name, source):
        self.name = name
        self.source = source
        self.message = BytesParser(policy=policy.default).parsebytes(source)
        self.parts = [part for part in self.message.walk() if not part.is_multipart()]

    def only(self, kind):
        parts = [part for part in self.parts if part.get_content_type() == kind]
        holds(len(parts) <= 1, f"{len(parts)} parts of {kind}")
        return parts[0] if parts else None

    def words(self, kind):
        part = self.only(kind)
        holds(part is not None, f"no {kind}")
        holds(part.get_content_charset() == "utf-8", f"{kind} is in {part.get_content_charset()}")
        return part.get_content()

    @property
    def text(self):
        return self.words("text/plain")

    @property
    def html(self):
        return self.words("text/html")

    @property
    def subject(self):
        return str(self.message["Subject"])

    def address(self, header):
        return parseaddr(str(self.message[header]))[1]

    @property
    def calendar(self):
        """The calendar part's bytes, or None."""
        part = self.only("text/calendar")
        return part.get_payload(decode=True) if part else None

    @property
    def method(self):
        return self.only("text/calendar").get_param("method")

    def link(self, holding):
        return next((link for link in links_in_text(self.text) if holding in link), None)


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = set()

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.links.add(dict(attributes)["href"])


def links_in_html(html):
    reader = _Links()
    reader.feed(html)
    return reader.links


def links_in_text(text):
    return {link.rstrip(".,)") for link in re.findall(r"(?:https?|mailto):[^\s<>]+", text)}


def well_formed(letter):
    """Headers and parts: what every letter has."""
    message = letter.message
    for header in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted"):
        holds(len(message.get_all(header, [])) == 1, f"{header} stands there {len(message.get_all(header, []))} times")
    holds(not any(part.defects for part in message.walk()), f"defects: {[part.defects for part in message.walk()]}")
    holds(len(message["To"].addresses) == 1, "not exactly one receiver")
    holds(message["Cc"] is None and message["Bcc"] is None, "somebody gets a copy")
    holds(parsedate_to_datetime(str(message["Date"])).tzinfo is not None, f"Date is {message['Date']}")
    holds(letter.subject.strip() == letter.subject != "", f"the subject is {letter.subject!r}")
    holds("\ufffd" not in letter.subject + letter.text + letter.html, "letters that could not be read")
    for number, line in enumerate(message.as_bytes().splitlines(), 1):
        holds(len(line) <= 998, f"line {number} has {len(line)} octets")


def says_the_same_twice(letter):
    """Text and HTML carry the same links and the same numbers (dates, times, places)."""
    in_text, in_html = links_in_text(letter.text), links_in_html(letter.html)
    in_html = {link for link in in_html if not link.startswith("mailto:")} | {l for l in in_html if l in in_text}
    holds(in_text == in_html, f"only in one of them: {sorted(in_text ^ in_html)}")

    key = re.search(r"\b(letter|mail|date)-[a-z]+(-[a-z]+)*\b", f"{letter.subject} {letter.text} {visible_words(letter.html)}")
    holds(key is None, f"the word {key and key[0]} has no text")
    numbers = lambda words: sorted(re.findall(r"\d+", re.sub(r"https?:\S+", " ", words)))
    visible = visible_words(letter.html)
    holds(numbers(visible) == numbers(letter.text), f"other numbers: {numbers(visible)} and {numbers(letter.text)}")


def visible_words(html):
    body = re.sub(r"(?s)<(style|title)\b.*?</\1>", " ", html)
    return unescape(re.sub(r"<[^>]+>", " ", body))


def carries_calendar_rightly(letter):
    """The invitation's parts, in the order and coding that Outlook and Gmail want (RFC 6047)."""
    message = letter.message
    part = letter.only("text/calendar")
    holds(part.get_content_charset() == "utf-8", "the calendar's charset is not written out")
    holds(part["Content-Transfer-Encoding"] == "base64", f"the calendar is in {part['Content-Transfer-Encoding']}")
    holds(part.get_content_disposition() != "attachment", "the calendar part is an attachment")
    around = [box for box in message.walk() if box.get_content_type() == "multipart/alternative"]
    holds(len(around) == 1, "not one multipart/alternative")
    kinds = [inner.get_content_type() for inner in around[0].iter_parts()]
    holds(kinds == ["text/plain", "text/html", "text/calendar"], f"the alternatives are {kinds}")
    attached = letter.only("application/ics")
    holds(attached is not None and attached.get_content_disposition() == "attachment", "no copy is attached")
    holds(attached.get_payload(decode=True) == letter.calendar, "the attached copy has other bytes")
    holds(attached.get_filename().isascii(), f"the file is called {attached.get_filename()}")
    holds(letter.method in ("REQUEST", "CANCEL"), f"the method is {letter.method}")
    source = letter.calendar
    holds(source.count(b"\n") == source.count(b"\r\n"), "lines do not end with CR LF")
    holds(max(map(len, source.split(b"\r\n"))) <= 75, "a line is longer than 75 octets")
    holds(b"/mi/" not in source.replace(b"\r\n ", b""), "the calendar holds the personal link")
