"""A small web app that signs its users in with RingCentral. What it says to RingCentral stands in
oauth.py; here are its sessions, pages and routes. Needs Python 3.9 or later, and no packages.

    python3 app.py     then open the address that it prints
"""

import errno
import html
import http.server
import json
import re
import secrets
import socket
import sys
import time
from contextlib import suppress
from urllib.parse import parse_qsl, urlsplit

from oauth import OAuth, OAuthError
from settings import read_settings

# An app without a secret is a public client.
settings = read_settings(__file__, ["RC_REDIRECT_URL"], ["RC_APP_CLIENT_SECRET"])
redirect = urlsplit(settings.redirect_uri)

#: sessions
# One a browser. A real app has a store that a restart does not lose, with tokens encrypted.
sessions = {}


def save(kept):
    if kept["tokens"]:
        print("New tokens, which are kept in memory.", flush=True)


def new_session(oauth):
    """A new id at every sign-in, so that nobody can be made to use one that somebody knows."""
    session_id = secrets.token_urlsafe(32)
    sessions[session_id] = oauth
    return {"Set-Cookie": f"quick-start-session={session_id}; Path=/; HttpOnly; SameSite=Lax"}


def id_in(cookies):
    """By hand: http.cookies stops at the first pair of another program that it cannot read."""
    found = re.search("(?:^|; *)quick-start-session=([^;]*)", cookies)
    return found and found[1]


#: pages
CALLS = {
    "extension": "/restapi/v1.0/account/~/extension/~",
    "extension-call-log": "/restapi/v1.0/account/~/extension/~/call-log",
    "account-call-log": "/restapi/v1.0/account/~/call-log",
}
BACK = '<p><a href="/">Back to the start</a></p>'
SIGN_IN = '<p><a href="/login">Sign in with RingCentral</a></p>'


def page(title, content, status=200):
    body = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{html.escape(title)}</title>
<body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
<h1>{html.escape(title)}</h1>
{content}
</body>
</html>"""
    return status, {}, body


def home(tokens):
    seconds = round(tokens["expires_at"] - time.time())
    links = [f'<li><a href="/test?api={name}">GET {path}</a></li>' for name, path in CALLS.items()]
    owner, links = html.escape(str(tokens["owner"])), "\n".join(links)
    return f"""<p>The token belongs to extension id {owner} and is good for {seconds} seconds.</p>
<ul>{links}</ul>
<form method="post" action="/logout"><button>Sign out</button></form>"""


#: problems
STATUSES = {"state": 400, "denied": 403, "ended": 401, "unforeseen": 500}
NEXT = {
    "invalid_client": "Check the client id and secret, and that they belong to RC_SERVER_URL.",
    "invalid_grant": "A code is good once, for about a minute. Sign in again.",
}


def problem(error):
    """The user is told what the terminal says."""
    read = error.help and f"Read why at {error.help}"
    words = " ".join(filter(None, [error.why, NEXT.get(error.error), read]))
    print(f"{error.title}. {words}", file=sys.stderr)
    content = f"<p>{html.escape(words)}</p>\n{SIGN_IN}\n{BACK}"
    return page(error.title, content, STATUSES.get(error.kind, 502))


#: routes
def answer(method, address, session_id):
    path, _, search = address.partition("?")
    query = dict(parse_qsl(search))
    oauth = sessions.get(session_id) or OAuth(settings, save)
    if path == "/favicon.ico":
        return 204, {}, ""
    if path == "/":
        tokens = oauth.tokens
        if tokens:
            return page("You are signed in", home(tokens))
        return page("You are signed out", SIGN_IN)
    if path == "/login":
        cookie = {} if session_id in sessions else new_session(oauth)
        return 302, {"Location": oauth.start(), **cookie}, ""
    if path == redirect.path:
        oauth.finish(query)
        sessions.pop(session_id, None)
        # On to a page without the code in its address.
        return 302, {"Location": "/", **new_session(oauth)}, ""
    if path == "/logout":
        if method != "POST":
            return page("Press the button", BACK, 405)
        sessions.pop(session_id, None)
        oauth.revoke()
        return page("You are signed out", BACK)
    if path != "/test":
        return page("There is nothing here", BACK, 404)
    call = CALLS.get(query.get("api"))
    if not call:
        return page("No such call", BACK, 400)
    text = json.dumps(oauth.call(call), indent=2, ensure_ascii=False)
    content = f'{BACK}\n<pre style="white-space: pre-wrap">{html.escape(text)}</pre>'
    return page(f"GET {call}", content)


#: run
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        session_id = id_in(self.headers.get("Cookie", ""))
        try:
            status, headers, body = answer(self.command, self.path, session_id)
        except OAuthError as error:
            status, headers, body = problem(error)
        except Exception as error:  # Whatever happens, the user gets words and the program goes on.
            title = "This program met what it did not foresee"
            status, headers, body = problem(OAuthError("unforeseen", title, str(error)))
        usual = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
        self.send_response(status)
        for name, value in {**usual, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode(errors="replace"))

    do_POST = do_GET

    def log_message(self, *_):
        """No request log: the address of the callback holds the code."""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A browser that leaves in the middle is nobody's fault."""


def main():
    port = settings.port
    mac = " (on a Mac, AirPlay Receiver has it)" if port == 5000 else ""
    step = "Stop what runs there, or change the port in RC_REDIRECT_URL."
    taken = f"Port {port} is taken{mac}. {step}"
    # Whoever already answers on either address would get the callback: look before listening.
    for host in ("127.0.0.1", "::1"):
        with suppress(OSError):
            socket.create_connection((host, port), timeout=1).close()
            sys.exit(taken)
    try:
        # This machine only: nobody on the network can reach it.
        server = Server(("127.0.0.1", port), Handler)
    except OSError as error:
        in_use = error.errno == errno.EADDRINUSE
        sys.exit(taken if in_use else f"Port {port}: {error.strerror}.")
    print(f"Ready. Open {redirect.scheme}://{redirect.netloc}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
