"""Reads the token in the address of a room as whoever has the rooms would, with PyJWT, which shares no code with ours.

Standard input: {"address", "now", "issuer", "audience", "secret"}, or "public_key" in place of the secret. Standard output:
header, claims, path, why the token is refused, and what is otherwise than Jitsi's token authentication documents it
(lib-jitsi-meet, doc/tokens.md)."""

import json
import sys
from urllib.parse import parse_qs, urlsplit

import jwt

asked = json.load(sys.stdin)
address = urlsplit(asked["address"])
(token,) = parse_qs(address.query)["jwt"]
header, claims = jwt.get_unverified_header(token), jwt.decode(token, options={"verify_signature": False})
algorithm, key = ("RS256", asked["public_key"]) if "public_key" in asked else ("HS256", asked["secret"])


def refused():
    # Times are held against the time of the test, not against the clock on the wall.
    options = {"require": ["iss", "aud", "sub", "room", "exp", "nbf"], "verify_exp": False, "verify_nbf": False, "verify_iat": False}
    try:
        jwt.decode(token, key, [algorithm], options, audience=asked["audience"], issuer=asked["issuer"])
    except jwt.InvalidSignatureError:
        return "signature"
    except jwt.InvalidTokenError as error:
        return type(error).__name__
    if asked["now"] < claims["nbf"]:
        return "early"
    return "expired" if asked["now"] >= claims["exp"] else None


def otherwise():
    *tenant, room = [part for part in address.path.split("/") if part]
    rules = {
        "typ is JWT": header["typ"] == "JWT",
        "kid names the public key": algorithm == "HS256" or isinstance(header.get("kid"), str),
        "room is that of the address, in small letters": claims["room"] == room.lower(),
        "sub is the tenant where there is one, else the domain": claims["sub"] == (tenant[0] if tenant else address.hostname).lower(),
        "times are whole seconds": all(type(claims[name]) is int for name in ("iat", "nbf", "exp")),
        "what is told of the user is text": all(isinstance(value, str) for value in claims["context"]["user"].values()),
    }
    return [rule for rule, holds in rules.items() if not holds]


json.dump({"header": header, "claims": claims, "path": address.path, "refused": refused(), "otherwise": otherwise()}, sys.stdout)
