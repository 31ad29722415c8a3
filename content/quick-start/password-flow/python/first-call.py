"""The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
stands in oauth.py, the same file as in the web app. Needs Python 3.9 or later, and no packages.

    python3 first-call.py
"""

import sys
import time

from oauth import OAuth, OAuthError
from settings import read_settings

NEXT = {
    "invalid_client": "Check the client id and secret, and that they belong to RC_SERVER_URL.",
    "unauthorized_client": "Choose JWT auth flow in the app’s settings; an older app needs a new one.",
    "invalid_request": "Check that RC_USER_JWT is whole, and made for this server and this app.",
    "invalid_grant": "Check that RC_USER_JWT has not ended or been revoked.",
}

# The JWT is as good as a password: whoever has it and the secret acts as its user.
settings = read_settings(__file__, ["RC_APP_CLIENT_SECRET", "RC_USER_JWT"])
oauth = OAuth(settings)

try:
    #: token
    grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    oauth.exchange({"grant_type": grant, "assertion": settings.jwt})
    seconds = round(oauth.tokens["expires_at"] - time.time())
    print(f"Signed in with a JWT. The token is good for {seconds} seconds.")

    #: api
    path = "/restapi/v1.0/account/~/extension/~"
    extension = oauth.call(path)
    print(f"GET {path}")
    print(f"Extension {extension['extensionNumber']}: {extension['name']}, {extension['status']}")

    #: problems
except OAuthError as error:
    read = error.help and f"Read why at {error.help}"
    sys.exit(" ".join(filter(None, [str(error), NEXT.get(error.error), read])))

#: next
print(
    """
What to do next: use one token until it ends, rather than one a call. Where users sign in to
your app, let them do so themselves: authorization code with PKCE."""
)
