"""One flow of Authlib; addresses and tokens go by lines of standard input and output."""
import json
import sys

from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session

given = json.loads(sys.stdin.readline())
oauth = given["server"] + "/restapi/oauth/"


def tell(**line):
    print(json.dumps(line), flush=True)
    return sys.stdin.readline().strip()


public = given["clientSecret"] is None
session = OAuth2Session(
    given["clientId"],
    given["clientSecret"],
    token_endpoint_auth_method="none" if public else "client_secret_basic",
    revocation_endpoint_auth_method="none" if public else "client_secret_basic",
    redirect_uri=given["redirectUri"],
    code_challenge_method="S256",
)
if given["flow"] == "password":
    user = {"username": "+18335550100*101", "password": "sandbox-password"}
    session.fetch_token(oauth + "token", **user)
else:
    verifier = generate_token(48)
    url, _ = session.create_authorization_url(oauth + "authorize", code_verifier=verifier)
    back = tell(url=url)
    session.fetch_token(oauth + "token", authorization_response=back, code_verifier=verifier)
tell(access=session.token["access_token"])
session.refresh_token(oauth + "token", refresh_token=session.token["refresh_token"])
tell(refreshed=session.token["access_token"])
session.revoke_token(oauth + "revoke", token=session.token["refresh_token"])
tell(revoked=True)
