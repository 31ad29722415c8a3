# Not run here: the same steps with RingCentral's SDK, read from its source.
#
#   pip install ringcentral
#
# What it takes over: the requests with their Basic header, the tokens, and a refresh when a
# call finds the token too old. Yours stay the state, the address of the sign-in (the SDK's own
# login_url calls urllib.parse.quote without importing it), and one platform a user.
import base64
import hashlib
import os
import secrets
import urllib.parse

from ringcentral import SDK

SERVER = os.environ["RC_SERVER_URL"]
CLIENT_ID = os.environ["RC_APP_CLIENT_ID"]
REDIRECT_URI = os.environ["RC_REDIRECT_URL"]

# It refuses to start without a secret, so a public client cannot use it.
platform = SDK(CLIENT_ID, os.environ["RC_APP_CLIENT_SECRET"], SERVER).platform()

# Send the browser here, and keep state and verifier in its session.
state = secrets.token_urlsafe(32)
verifier = secrets.token_urlsafe(32)
digest = hashlib.sha256(verifier.encode()).digest()
query = urllib.parse.urlencode(
    {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
)
sign_in_url = f"{SERVER}/restapi/oauth/authorize?{query}"


def callback(answer):
    """`answer` holds the parameters that the browser brought back."""
    if not secrets.compare_digest(answer.get("state", ""), state):
        raise PermissionError("This answer belongs to no sign-in of yours")
    if "error" in answer:
        raise PermissionError(answer["error"])
    platform.login(code=answer["code"], redirect_uri=REDIRECT_URI, verifier=verifier)
    extension = platform.get("/restapi/v1.0/account/~/extension/~").json_dict()
    print(f"Extension {extension['extensionNumber']}")
    platform.refresh()  # Calls do so themselves when the token is old.
    platform.logout()  # Revokes.
