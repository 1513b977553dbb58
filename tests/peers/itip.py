"""Answers to invitations, as libical writes them (icalmessage.h). It has been in calendars since 1999 and shares nothing with ours."""

import ctypes
from email.message import EmailMessage
from email.utils import make_msgid

from checks import holds

_ical = ctypes.CDLL("libical.so.3")
_scheduling = ctypes.CDLL("libicalss.so.3")
_ical.icalparser_parse_string.restype = ctypes.c_void_p
_ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
_ical.icalcomponent_as_ical_string_r.restype = ctypes.c_char_p
_ical.icalcomponent_as_ical_string_r.argtypes = [ctypes.c_void_p]
for _answer in ("accept", "decline"):
    _function = getattr(_scheduling, f"icalmessage_new_{_answer}_reply")
    _function.restype = ctypes.c_void_p
    _function.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]


def answer(request, attendee, how, comment):
    """The REPLY of one who was invited: `how` is accept or decline."""
    read = _ical.icalparser_parse_string(request)
    holds(read, "libical cannot read the invitation")
    reply = getattr(_scheduling, f"icalmessage_new_{how}_reply")(read, attendee.encode(), comment.encode())
    holds(reply, f"libical cannot {how} the invitation")
    return _ical.icalcomponent_as_ical_string_r(reply)


def letter(calendar, sender, receiver, subject):
    """The letter that a calendar puts it into (RFC 6047)."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, receiver, subject
    message["Message-ID"] = make_msgid(domain=sender.split("@")[1])
    message.set_content(subject)
    message.add_alternative(calendar, "text", "calendar", cte="base64", params={"method": "REPLY", "charset": "utf-8"})
    return message
