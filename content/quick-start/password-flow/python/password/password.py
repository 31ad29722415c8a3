"""The same first call with a user's password, which runs in the sandbox only: RingCentral
ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
script does, then move that script to a JWT: first-call does the same with one.

    python3 password.py
"""

import sys
import time

from oauth import OAuth, OAuthError
from settings import read_settings

CHECK = "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD."
NEXT = {
    "invalid_client": "Check the client id and secret, and that they belong to RC_SERVER_URL.",
    "unauthorized_client": "At RingCentral no app may use this grant any more; "
    "the sandbox has it for apps without a user interface.",
    "invalid_request": CHECK,
    "invalid_grant": CHECK,
}

# An app that keeps its users' passwords loses them all when it is broken into.
needed = ["RC_APP_CLIENT_SECRET", "RC_USERNAME", "RC_PASSWORD"]
settings = read_settings(__file__, needed, ["RC_EXTENSION"])
oauth = OAuth(settings)

try:
    #: token
    # The user name is the main number, with + and country code, or an e-mail address.
    user = {"username": settings.username, "password": settings.password}
    if settings.extension:
        user["extension"] = settings.extension
    oauth.exchange({"grant_type": "password", **user})
    seconds = round(oauth.tokens["expires_at"] - time.time())
    print(
        "Signed in with a password, as only the sandbox still allows. "
        f"The token is good for {seconds} seconds."
    )

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
What to do next: move to a JWT where a script acts for one account. Where users sign in to
your app, let them do so themselves: authorization code with PKCE."""
)
