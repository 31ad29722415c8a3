"""One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
project. It prints nothing, ends nothing, and holds nothing of other users.
"""

import base64
import hashlib
import json
import math
import re
import secrets
import threading
import time
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPErrorProcessor, ProxyHandler, Request, build_opener


#: problem
class OAuthError(Exception):
    """`kind`: state, denied, refused, answer, unreachable or ended. A refusal has the HTTP `status`
    and, where the server sends them, OAuth's `error`, such as invalid_grant, and a `help`."""

    def __init__(self, kind, title, why, error=None, status=None, help=None):
        super().__init__(f"{title}. {why}")
        self.kind, self.title, self.why = kind, title, why
        self.error, self.status, self.help = error, status, help


class _AnyStatus(HTTPErrorProcessor):
    """Raises no HTTPError, and follows no redirect, which could carry the secret elsewhere."""

    http_response = https_response = lambda self, request, response: response


class OAuth:
    """`settings` has server, client_id, client_secret (None for a public app) and redirect_uri.
    `save` is given what to keep of this user at each change, `kept` is what it was given last."""

    def __init__(self, settings, save=lambda kept: None, kept=None):
        self._settings, self._save, self._lock = settings, save, threading.RLock()
        self.pending, self.tokens = (kept or {}).get("pending"), (kept or {}).get("tokens")

    def _keep(self, **change):
        with self._lock:
            kept = {"pending": self.pending, "tokens": self.tokens, **change}
            self._save(kept)  # Before anybody uses it.
            self.pending, self.tokens = kept["pending"], kept["tokens"]

    #: sign in
    def start(self):
        """Where to send the browser. State and verifier stay; only the verifier's hash leaves."""
        pending = {"state": secrets.token_urlsafe(32), "verifier": secrets.token_urlsafe(32)}
        self._keep(pending=pending)
        digest = hashlib.sha256(pending["verifier"].encode()).digest()
        query = {
            "response_type": "code",
            "client_id": self._settings.client_id,
            "redirect_uri": self._settings.redirect_uri,
            "state": pending["state"],
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self._settings.server}/restapi/oauth/authorize?{urlencode(query)}"

    #: callback
    def finish(self, query):
        """The browser is back with these parameters: compares, then exchanges the code."""
        server, redirect_uri = self._settings.server, self._settings.redirect_uri
        with self._lock:
            pending, given = self.pending, query.get("state", "").encode()
            if not pending or not secrets.compare_digest(given, pending["state"].encode()):
                why = (
                    "Its state is not the one that this browser was given: it was used before, "
                    "this program was restarted, or somebody else began it. "
                    "Its code is not used. Sign in again."
                )
                raise OAuthError("state", "This answer belongs to no sign-in of yours", why)
            self._keep(pending=None)  # Good once.
        issuer, error, code = query.get("iss") or server, query.get("error"), query.get("code")
        if issuer != server:
            why = f"It is from {issuer}, and the sign-in began at {server}."
            why = f"{why} Its code is not used. Sign in again."
            raise OAuthError("state", "This answer comes from another server", why)
        if error:
            denied = error == "access_denied"
            title = "Access was refused" if denied else "The server refused the sign-in"
            said = (query.get("error_description") or "It says no more").removesuffix(".")
            why = f"{said}. Sign in again when you want to."
            raise OAuthError("denied" if denied else "refused", f"{title}: {error}", why, error)
        if not code:
            raise OAuthError("state", "No code came back", "Sign in again.")
        # The code alone is worth nothing, and the redirect URI has to be the same as before.
        form = {"code": code, "redirect_uri": redirect_uri, "code_verifier": pending["verifier"]}
        self.exchange({"grant_type": "authorization_code", **form})

    #: token
    def exchange(self, form):
        """Exchanges a grant for tokens. Both are replaced: a refresh token is spent by its use."""
        with self._lock:
            answer = self._ask_as_app("/restapi/oauth/token", form)
            try:
                access, seconds = answer["access_token"], float(answer["expires_in"])
                bearer = str(answer.get("token_type") or "bearer").lower() == "bearer"
                if not (bearer and isinstance(access, str) and 0 < seconds < math.inf):
                    raise ValueError
            except (KeyError, TypeError, ValueError):
                why = f"Check that {self._settings.server} is the right server."
                raise OAuthError("answer", "The answer holds no token", why) from None
            more = {"refresh": answer.get("refresh_token"), "owner": answer.get("owner_id")}
            self._keep(tokens={"access": access, "expires_at": time.time() + seconds, **more})

    #: refresh
    def _refresh(self, used):
        """Requests that find the token old at the same time share one refresh."""
        with self._lock:
            if not self.tokens or self.tokens["access"] != used:
                return  # Another thread has refreshed meanwhile.
            form = {"grant_type": "refresh_token", "refresh_token": self.tokens["refresh"]}
            try:
                self.exchange(form)
            except OAuthError as error:
                # Only this means that the tokens are dead. A server that is down may come back.
                if error.error != "invalid_grant":
                    raise
                why = f"It was revoked, or it lasted too long. {error.title}. Sign in again."
                raise self._ended(why) from None

    def _ended(self, why):
        self._keep(tokens=None)
        return OAuthError("ended", "Your sign-in has ended", why)

    #: api
    def call(self, path, again=True):
        """GETs a path: refreshes a minute before the token's end, and once more after a 401."""
        tokens = self.tokens
        if not tokens:
            raise OAuthError("ended", "You are signed out", "Sign in first.")
        may_refresh = again and tokens["refresh"]
        if not may_refresh or time.time() < tokens["expires_at"] - 60:
            try:
                return self._ask(path, {"Authorization": f"Bearer {tokens['access']}"})
            except OAuthError as error:
                if error.status != 401:
                    raise
                if not may_refresh:
                    raise self._ended(f"{error.title}. Sign in again.") from None
        self._refresh(tokens["access"])
        return self.call(path, again=False)

    #: sign out
    def revoke(self):
        """Revoking one token ends the session at the server. Here it is forgotten in any case."""
        with self._lock:  # Waits for a refresh that is under way.
            tokens = self.tokens
            self._keep(tokens=None)
        if not tokens:
            return
        try:
            token = tokens["refresh"] or tokens["access"]
            self._ask_as_app("/restapi/oauth/revoke", {"token": token})
        except OAuthError as error:
            why = f"The tokens are forgotten, but could not be revoked: {error}"
            more = error.error, error.status, error.help
            raise OAuthError(error.kind, "Signed out here only", why, *more) from None

    #: server
    def _ask_as_app(self, path, form):
        """The app says who it is: with its secret in the header, where logs do not look."""
        client_id, secret = self._settings.client_id, self._settings.client_secret
        if not secret:
            return self._ask(path, {}, {**form, "client_id": client_id})
        basic = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
        return self._ask(path, {"Authorization": f"Basic {basic}"}, form)

    def _ask(self, path, headers, form=None, tries=1):
        """One request, tried again twice where the server is busy. A code is never sent twice."""
        server = self._settings.server
        data = urlencode(form).encode() if form else None
        request = Request(server + path, data, {"Accept": "application/json", **headers})
        # A proxy that is set for the internet cannot reach this computer.
        local = urlsplit(server).hostname in ("localhost", "127.0.0.1", "::1")
        opener = build_opener(_AnyStatus, *([ProxyHandler({})] if local else []))
        try:
            with opener.open(request, timeout=10) as response:
                status, text = response.status, response.read()
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or type(error).__name__
            step = "Check RC_SERVER_URL, http or https, and that the server is running."
            why = f"{server} gave no answer ({reason}). {step}"
            raise OAuthError("unreachable", "The server cannot be reached", why) from None
        after = response.headers.get("Retry-After", "1" if status == 503 else "")
        wait = int(after) if status in (429, 503) and re.fullmatch("[0-9]{1,9}", after) else None
        sends_code = form and form.get("grant_type") == "authorization_code"
        if wait is not None and wait <= 60 and tries < 3 and not sends_code:
            time.sleep(wait)
            return self._ask(path, headers, form, tries + 1)
        try:
            body = json.loads(text or "{}")
        except (ValueError, RecursionError):
            body = None  # HTML, as a proxy or another server sends it.
        if not isinstance(body, (dict, list)) or 300 <= status < 400:
            step = "Try again later." if status >= 500 else "Check RC_SERVER_URL."
            why = f"{server}{path} answered {status}, and not in JSON. {step}"
            raise OAuthError("answer", "That is not an answer of RingCentral’s", why)
        if status < 400:
            return body
        # The server's own code: OAU-146 says more than 400. The sandbox also links to why.
        body = body if isinstance(body, dict) else {}
        errors, error = body.get("errors"), str(body.get("error") or "")
        first = errors[0] if errors and isinstance(errors, list) else {}
        first = first if isinstance(first, dict) else {}
        code = first.get("errorCode") or body.get("errorCode") or error or f"HTTP {status}"
        said = first.get("message") or body.get("error_description") or body.get("message")
        later = f", try again in {wait} seconds" if wait else ""
        reason = f"HTTP {status}{f', {error}' if error else ''}{later}"
        why = f"{str(said or 'It says no more').removesuffix('.')} ({reason})."
        found = re.search(r'<(https?:[^>\s]+)>; rel="help"', response.headers.get("Link", ""))
        link = found[1] if found else None
        raise OAuthError("refused", f"The server refused: {code}", why, error, status, link)
