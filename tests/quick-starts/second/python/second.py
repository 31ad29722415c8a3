"""oauth.py in a program of another make: Flask, and a store that holds plain data by session."""

import logging
import os
import secrets
from types import SimpleNamespace
from urllib.parse import urlsplit

from flask import Flask, redirect, request, session
from werkzeug.serving import make_server

from oauth import OAuth, OAuthError

env = os.environ
settings = SimpleNamespace(
    server=env["RC_SERVER_URL"],
    client_id=env["RC_APP_CLIENT_ID"],
    client_secret=None,
    redirect_uri=env["RC_REDIRECT_URL"],
)
store = {}
app = Flask(__name__)
app.config.update(SECRET_KEY=secrets.token_bytes(32), SESSION_COOKIE_SAMESITE="Lax")


def oauth():
    mine = session.setdefault("id", secrets.token_urlsafe(32))
    return OAuth(settings, lambda kept: store.update({mine: kept}), store.get(mine))


@app.get("/login")
def login():
    return redirect(oauth().start())


@app.get("/oauth2callback")
def callback():
    oauth().finish(request.args)
    return redirect("/")


@app.get("/")
def extension():
    return oauth().call("/restapi/v1.0/account/~/extension/~")


@app.post("/logout")
def logout():
    oauth().revoke()
    return {"revoked": True}


@app.errorhandler(OAuthError)
def problem(error):
    return {"kind": error.kind}, 500


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    address = urlsplit(settings.redirect_uri)
    server = make_server("127.0.0.1", address.port, app, threaded=True)
    print(f"Ready. Open {address.scheme}://{address.netloc}", flush=True)
    server.serve_forever()
