"""Sign in with RingCentral from a small web app: authorization code with PKCE.

    python3 app.py     then open http://localhost:5000

Needs Python 3.9 or later and no packages. The settings come from the environment, or
from a file named .env in the folder where you start it.
"""

import base64
import hashlib
import html
import json
import os
import re
import secrets
import socket
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


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


def setting(*names, default=None):
    """One value has had several names over the years: the first that is set counts."""
    return next((value for name in names if (value := os.environ.get(name, "").strip())), default)


def required(*names):
    return setting(*names) or sys.exit(
        f"{names[0]} is missing. Set it in the environment or in .env."
    )


def address(name, text):
    try:
        parts = urllib.parse.urlsplit(text)
    except ValueError:
        parts = urllib.parse.urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        sys.exit(f'{name} is "{text}", which is no http or https address.')
    return text


read_env_file()
SERVER = address("RC_SERVER_URL", required("RC_SERVER_URL").rstrip("/"))
CLIENT_ID = required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID")
# An app without a secret is a public client: leave the setting out.
CLIENT_SECRET = setting("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET")
PORT_TEXT = setting("PORT", default="5000")
if not (PORT_TEXT.isdecimal() and 1 <= int(PORT_TEXT) <= 65535):
    sys.exit(f'PORT is "{PORT_TEXT}". Use a number from 1 to 65535.')
PORT = int(PORT_TEXT)
# Registered at the server character for character: a slash more is another address.
REDIRECT_URI = address(
    "RC_REDIRECT_URL",
    setting("RC_REDIRECT_URL", default=f"http://localhost:{PORT}/oauth2callback"),
)
CALLBACK = urllib.parse.urlsplit(REDIRECT_URI)


#: problem
class Problem(Exception):
    """What the user is told: a status, what happened, and why with what to do."""

    def __init__(self, status, title, why, error=None):
        super().__init__(f"{title}. {why}")
        self.status, self.title, self.why, self.error = status, title, why, error


#: server
class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could carry the secret to another host."""

    def redirect_request(self, *_):
        return None


# A proxy that is set for the internet cannot reach this machine.
local = urllib.parse.urlsplit(SERVER).hostname in ("localhost", "127.0.0.1", "::1")
opener = urllib.request.build_opener(
    NoRedirect, *([urllib.request.ProxyHandler({})] if local else [])
)


def ask(path, headers, form=None):
    """One request to RingCentral or the sandbox: GET, or POST where there is a form."""
    data = urllib.parse.urlencode(form).encode() if form else None
    request = urllib.request.Request(
        SERVER + path, data, {"Accept": "application/json", **headers}
    )
    try:
        with opener.open(request, timeout=10) as response:
            status, text, help_line = response.status, response.read(), None
    except urllib.error.HTTPError as answer:  # 400 and above, which have something to say.
        with answer:
            status, text, help_line = answer.code, answer.read(), help_in(answer.headers)
    except OSError as error:
        raise Problem(
            502,
            "The server cannot be reached",
            f"{SERVER} gave no answer ({getattr(error, 'reason', error)}). "
            "Check RC_SERVER_URL, and that the server is running.",
        ) from None
    try:
        body = json.loads(text or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict) or 300 <= status < 400:
        raise Problem(
            502,
            "That is not an answer of RingCentral’s",
            f"{SERVER}{path} answered {status}, and not in JSON. Check RC_SERVER_URL.",
        )
    return status, body, help_line


def help_in(headers):
    """Where this very request is explained, as far as the server tells: the sandbox does."""
    found = re.search(r'<(https?:[^>\s]+)>; rel="help"', headers.get("Link", ""))
    return f"Read why at {found[1]}" if found else None


def refusal(status, body, help_line):
    """A refusal with the server's own code: OAU-146 says more than 400."""
    first = (body.get("errors") or [{}])[0]
    error = body.get("error")
    code = first.get("errorCode") or body.get("errorCode") or error or f"HTTP {status}"
    text = first.get("message") or body.get("error_description") or body.get("message")
    next_step = {
        "invalid_client": "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "invalid_grant": "A code is good once, for about a minute. Sign in again.",
    }
    why = f"{text or 'It says no more.'} (HTTP {status}{f', {error}' if error else ''})."
    why = " ".join(filter(None, [why, next_step.get(error), help_line]))
    return Problem(502, f"The server refused: {code}", why, error)


def ask_as_app(path, form):
    """A form to the token or revoke endpoint, with which the app says who it is."""
    headers = {}
    if CLIENT_SECRET:
        # The secret goes into the header, where logs do not look.
        basic = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        headers["Authorization"] = f"Basic {basic}"
    else:
        form["client_id"] = CLIENT_ID
    status, body, help_line = ask(path, headers, form)
    if status >= 400:
        raise refusal(status, body, help_line)
    return body


#: sign in
class Session:
    """What one browser is in the middle of, and its tokens.

    A real app keeps this where a restart does not lose it, and the tokens encrypted.
    """

    def __init__(self, tokens=None):
        self.id = secrets.token_urlsafe(32)
        self.state = self.verifier = None
        self.tokens = tokens
        self.lock = threading.Lock()


sessions = {}


def sign_in_url(session):
    """State and verifier stay here; only the hash of the verifier leaves."""
    session.state = secrets.token_urlsafe(32)
    session.verifier = secrets.token_urlsafe(32)
    digest = hashlib.sha256(session.verifier.encode()).digest()
    query = urllib.parse.urlencode(
        {
            "response_type": "code",
            "client_id": CLIENT_ID,
            "redirect_uri": REDIRECT_URI,
            "state": session.state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
    )
    return f"{SERVER}/restapi/oauth/authorize?{query}"


#: callback
def take_answer(session, query):
    """The browser comes back with a code, or with the reason why there is none."""
    state = session.state if session else None
    # Compared as bytes: what comes from outside may hold any character.
    if not state or not secrets.compare_digest(query.get("state", "").encode(), state.encode()):
        raise Problem(
            400,
            "This answer belongs to no sign-in of yours",
            "Its state is not the one that this browser was given, or it was used before. "
            "Somebody else may have begun it, so its code is not used. Sign in again.",
        )
    verifier = session.verifier
    session.state = session.verifier = None  # Good once.
    error = query.get("error")
    text = query.get("error_description", "It says no more.")
    if error == "access_denied":
        raise Problem(
            403,
            "Access was refused",
            f"The server says {error}: {text} No code was sent. "
            "Sign in again when you want to allow it.",
        )
    if error:
        raise Problem(502, f"The server refused the sign-in: {error}", text)
    if not query.get("code"):
        raise Problem(400, "No code came back", "Sign in again.")
    return exchange(query["code"], verifier)


#: token
def exchange(code, verifier):
    """The code alone is worth nothing: whoever trades it must know the verifier too."""
    answer = ask_as_app(
        "/restapi/oauth/token",
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": REDIRECT_URI,  # The same as before: the server compares them.
            "code_verifier": verifier,
        },
    )
    tokens = tokens_of(answer)
    print(f"Signed in. The token is good for {answer['expires_in']} seconds.")
    return tokens


def tokens_of(answer):
    """Both tokens are replaced together: a refresh token is spent by its use."""
    if not answer.get("access_token") or not isinstance(answer.get("expires_in"), int):
        raise Problem(
            502, "The answer holds no token", f"Check that {SERVER} is the right server."
        )
    return {
        "access": answer["access_token"],
        "refresh": answer.get("refresh_token"),  # Missing where the app's settings issue none.
        "expires_at": time.time() + answer["expires_in"],
        "owner": answer.get("owner_id"),
    }


#: refresh
def refresh(session, used):
    """Two requests may find the token old at the same time: the second waits for the first."""
    with session.lock:
        if not session.tokens or session.tokens["access"] != used:
            return
        try:
            answer = ask_as_app(
                "/restapi/oauth/token",
                {
                    "grant_type": "refresh_token",
                    "refresh_token": session.tokens["refresh"],
                },
            )
            session.tokens = tokens_of(answer)
        except Problem as problem:
            # Only this answer means that the tokens are dead. A server that is down may come back.
            if problem.error != "invalid_grant":
                raise
            session.tokens = None
            raise Problem(
                401,
                "Your sign-in has ended",
                f"It was revoked, or it lasted too long. {problem.title}. Sign in again.",
            ) from None
        print(f"Refreshed. The new token is good for {answer['expires_in']} seconds.")


#: api
CALLS = {
    "extension": "/restapi/v1.0/account/~/extension/~",
    "extension-call-log": "/restapi/v1.0/account/~/extension/~/call-log",
    "account-call-log": "/restapi/v1.0/account/~/call-log",
}


def tokens_now(session):
    """The tokens, which another request may have replaced or thrown away."""
    tokens = session.tokens if session else None
    if not tokens:
        raise Problem(401, "You are signed out", "Sign in first.")
    return tokens


def call_api(session, path):
    """A call with a fresh token: refreshed shortly before its end, and once more after a 401."""

    def get():
        token = tokens_now(session)["access"]
        answer = ask(path, {"Authorization": f"Bearer {token}"})
        print(f"GET {path}: {answer[0]}")
        return token, answer

    tokens = tokens_now(session)
    if tokens["refresh"] and time.time() > tokens["expires_at"] - 60:
        refresh(session, tokens["access"])
    used, (status, body, help_line) = get()
    if status == 401 and tokens["refresh"]:
        refresh(session, used)
        used, (status, body, help_line) = get()
    if status == 401:
        session.tokens = None
        why = f"{refusal(status, body, help_line).title}. Sign in again."
        raise Problem(401, "Your sign-in has ended", why)
    if status >= 400:
        raise refusal(status, body, help_line)
    return body


#: sign out
def sign_out(session):
    """Revoking one token ends the whole session at the server. Here it is forgotten in any case."""
    tokens = tokens_now(session)
    session.tokens = None
    try:
        ask_as_app("/restapi/oauth/revoke", {"token": tokens["refresh"] or tokens["access"]})
    except Problem as problem:
        why = f"This app has forgotten your tokens, but could not revoke them: {problem}"
        raise Problem(502, "Signed out here only", why) from None
    print("Signed out. The tokens are revoked.")


#: pages
def page(title, body):
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{html.escape(title)}</title>
<body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
<h1>{html.escape(title)}</h1>
{body}
</body>
</html>"""


def home(session):
    tokens = session.tokens if session else None
    if not tokens:
        return page("You are signed out", '<p><a href="/login">Sign in with RingCentral</a></p>')
    seconds = round(tokens["expires_at"] - time.time())
    links = "\n".join(
        f'<li><a href="/test?api={name}">GET {path}</a></li>' for name, path in CALLS.items()
    )
    return page(
        "You are signed in",
        f"""<p>The token belongs to extension id {html.escape(str(tokens["owner"]))}
and is good for {seconds} seconds.</p>
<ul>{links}</ul>
<form method="post" action="/logout"><button>Sign out</button></form>""",
    )


#: run
COOKIE = "quick-start-session"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        """No request log: the address of the callback holds the code."""

    def session(self):
        """The browser's session, if it has one. An id that was not made here is nobody's."""
        # By hand: http.cookies stops at the first pair of another program that it cannot read.
        for pair in self.headers.get("Cookie", "").split(";"):
            name, _, value = pair.strip().partition("=")
            if name == COOKIE:
                return sessions.get(value)
        return None

    def send(self, status, body="", location=None, session=None):
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        if session:
            cookie = f"{COOKIE}={session.id}; Path=/; HttpOnly; SameSite=Lax"
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(body.encode())

    def answer(self):
        path, _, search = self.path.partition("?")
        query = dict(urllib.parse.parse_qsl(search))
        session = self.session()
        if path == "/":
            return self.send(200, home(session))
        if path == "/login":
            if not session:
                session = Session()
                sessions[session.id] = session
            return self.send(302, location=sign_in_url(session), session=session)
        if path == CALLBACK.path:
            # A new id at every sign-in, so that nobody can be made to use one that somebody knows.
            fresh = Session(take_answer(session, query))
            sessions.pop(session.id, None)
            sessions[fresh.id] = fresh
            # On to a page without the code in its address.
            return self.send(302, location="/", session=fresh)
        if path not in ("/test", "/logout"):
            raise Problem(404, "There is nothing here", "Go back to the start.")
        tokens_now(session)
        if path == "/logout":
            if self.command != "POST":
                raise Problem(405, "Press the button", "Signing out is a POST.")
            sign_out(session)
            sessions.pop(session.id, None)
            back = '<p><a href="/">Back to the start</a></p>'
            return self.send(200, page("You are signed out", back))
        call = CALLS.get(query.get("api", ""))
        if not call:
            raise Problem(400, "No such call", "Choose one of the list.")
        text = html.escape(json.dumps(call_api(session, call), indent=2, ensure_ascii=False))
        body = f'<p><a href="/">Back</a></p>\n<pre style="white-space: pre-wrap">{text}</pre>'
        return self.send(200, page(f"GET {call}", body))

    def do_GET(self):
        try:
            self.answer()
        except Exception as error:  # Whatever happens, the user gets words and the server goes on.
            problem = (
                error
                if isinstance(error, Problem)
                else Problem(500, "This program met what it did not foresee", str(error))
            )
            print(problem, file=sys.stderr)
            back = '<p><a href="/">Back to the start</a></p>'
            body = f"<p>{html.escape(problem.why)}</p>\n{back}"
            self.send(problem.status, page(problem.title, body))

    do_POST = do_GET


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A browser that leaves in the middle is nobody's fault."""


def main():
    sys.stdout.reconfigure(line_buffering=True)
    taken = (
        f"Port {PORT} is taken (on a Mac, 5000 is AirPlay Receiver's). "
        "Stop what runs there, or change PORT and RC_REDIRECT_URL."
    )
    try:
        # Whoever already answers on the port would get the callback: find out before listening.
        socket.create_connection(("localhost", PORT), timeout=2).close()
        sys.exit(taken)
    except OSError:
        pass
    try:
        # This machine only: nobody on the network can reach it.
        server = Server(("127.0.0.1", PORT), Handler)
    except OSError as error:
        sys.exit(f"Cannot listen on port {PORT}: {error.strerror}.")
    print(f"Ready. Open {CALLBACK.scheme}://{CALLBACK.netloc}")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
