"""The same first call with a user's password, which runs in the sandbox only: RingCentral
ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
script does, then move that script to a JWT: first-call does the same with one.

    python3 password.py

Needs Python 3.9 or later and no packages. The settings come from the environment, or
from a file named .env in the folder where you start it.
"""

import base64
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request


#: settings
def read_env_file(path=".env"):
    """Reads NAME=value lines. What the environment already has is left as it is."""
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, equals, value = line.strip().partition("=")
            if equals and not name.startswith("#"):
                os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


def setting(*names):
    """One value has had several names over the years: the first that is set counts."""
    return next((value for name in names if (value := os.environ.get(name, "").strip())), None)


def required(*names):
    return setting(*names) or sys.exit(
        f"{names[0]} is missing. Set it in the environment or in .env."
    )


read_env_file()
SERVER = required("RC_SERVER_URL").rstrip("/")
if not SERVER.startswith(("http://", "https://")) or not SERVER.partition("//")[2]:
    sys.exit(f'RC_SERVER_URL is "{SERVER}", which is no http or https address.')
CLIENT_ID = required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID")
CLIENT_SECRET = required("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET")
# An app that keeps its users' passwords loses them all when it is broken into.
USER = {
    "username": required("RC_USERNAME"),  # The main number with + and country code, or an e-mail address.
    "password": required("RC_PASSWORD"),
}
if setting("RC_EXTENSION"):
    USER["extension"] = setting("RC_EXTENSION")

#: server
# What to look at, by the server's error.
NEXT_STEP = {
    "invalid_client": "Check the client id and secret, and that they belong to RC_SERVER_URL.",
    "unauthorized_client": "At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.",
    "invalid_request": "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.",
    "invalid_grant": "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.",
}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could carry the secret to another host."""

    def redirect_request(self, *_):
        return None


# A proxy that is set for the internet cannot reach this machine.
local = urllib.parse.urlsplit(SERVER).hostname in ("localhost", "127.0.0.1", "::1")
opener = urllib.request.build_opener(
    NoRedirect, *([urllib.request.ProxyHandler({})] if local else [])
)


def help_in(headers):
    """Where this very request is explained, as far as the server tells: the sandbox does."""
    found = re.search(r'<(https?:[^>\s]+)>; rel="help"', headers.get("Link", ""))
    return f"Read why at {found[1]}" if found else None


def ask(path, authorization, form=None):
    """One request, and its JSON. A refusal ends the script with the server's own code."""
    data = urllib.parse.urlencode(form).encode() if form else None
    headers = {"Accept": "application/json", "Authorization": authorization}
    try:
        with opener.open(urllib.request.Request(SERVER + path, data, headers), timeout=10) as response:
            status, text, help_line = response.status, response.read(), None
    except urllib.error.HTTPError as answer:  # 400 and above, which have something to say.
        with answer:
            status, text, help_line = answer.code, answer.read(), help_in(answer.headers)
    except OSError as error:
        sys.exit(
            f"{SERVER} gave no answer ({getattr(error, 'reason', error)}). "
            "Check RC_SERVER_URL, and that the server is running."
        )
    try:
        body = json.loads(text or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict) or 300 <= status < 400:
        sys.exit(f"{SERVER}{path} answered {status}, and not in JSON. Check RC_SERVER_URL.")
    if status >= 400:
        first = (body.get("errors") or [{}])[0]
        error = body.get("error")
        code = first.get("errorCode") or body.get("errorCode") or error or f"HTTP {status}"
        message = first.get("message") or body.get("error_description") or body.get("message")
        words = [f"The server refused: {code}.", message, NEXT_STEP.get(error), help_line]
        sys.exit(" ".join(filter(None, words)))
    return body


#: token
# The secret goes into the header, where logs do not look.
basic = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
tokens = ask(
    "/restapi/oauth/token",
    f"Basic {basic}",
    {
        "grant_type": "password",
        **USER,
    },
)
if not tokens.get("access_token"):
    sys.exit(f"The answer of {SERVER} holds no token.")
print(f"Signed in with a password, as only the sandbox still allows. The token is good for {tokens.get('expires_in')} seconds.")

#: api
path = "/restapi/v1.0/account/~/extension/~"
extension = ask(path, f"Bearer {tokens['access_token']}")
print(f"GET {path}")
print(f"Extension {extension['extensionNumber']}: {extension['name']}, {extension['status']}")

#: next
print(
    """
What to do next: move to a JWT where a script acts for one account. Where users sign in to
your app, let them do so themselves: authorization code with PKCE."""
)
