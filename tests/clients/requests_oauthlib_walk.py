"""One flow of requests-oauthlib, which revokes nothing; addresses and tokens go by lines."""
import base64
import hashlib
import json
import secrets
import sys

from oauthlib.oauth2 import LegacyApplicationClient, MobileApplicationClient
from requests_oauthlib import OAuth2Session

given = json.loads(sys.stdin.readline())
oauth = given["server"] + "/restapi/oauth/"
app = given["clientId"]


def tell(**line):
    print(json.dumps(line), flush=True)
    return sys.stdin.readline().strip()


if given["flow"] == "password":
    session = OAuth2Session(client=LegacyApplicationClient(app))
    user = {"username": "+18335550100*101", "password": "sandbox-password"}
    session.fetch_token(oauth + "token", auth=(app, given["clientSecret"]), **user)
elif given["flow"] == "implicit":
    client = MobileApplicationClient(app)
    session = OAuth2Session(client=client, redirect_uri=given["redirectUri"])
    url, _ = session.authorization_url(oauth + "authorize")
    session.token_from_fragment(tell(url=url))
else:
    session = OAuth2Session(app, redirect_uri=given["redirectUri"])
    # PKCE is the caller's: it passes on what it is given.
    verifier = secrets.token_urlsafe(32)
    digest = hashlib.sha256(verifier.encode()).digest()
    url, _ = session.authorization_url(
        oauth + "authorize",
        code_challenge=base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        code_challenge_method="S256",
    )
    session.fetch_token(
        oauth + "token",
        authorization_response=tell(url=url),
        code_verifier=verifier,
        **(
            {"include_client_id": True}
            if given["clientSecret"] is None
            else {"auth": (app, given["clientSecret"])}
        ),
    )
tell(access=session.token["access_token"])
if "refresh_token" in session.token:
    secret = given["clientSecret"]
    how = {"client_id": app} if secret is None else {"auth": (app, secret)}
    session.refresh_token(oauth + "token", **how)
    tell(refreshed=session.token["access_token"])
