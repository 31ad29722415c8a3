#!/usr/bin/env bash
# Authorization code with PKCE from a terminal, against the sandbox.
set -euo pipefail

#: settings
SERVER=${RC_SERVER_URL:-http://localhost:4321}
CLIENT_ID=sandbox-browser
REDIRECT_URI=http://localhost:5000/oauth2callback
COOKIES=$(mktemp)

# Prints one string member of a JSON answer.
member() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
# Prints the value of the page's hidden field that ties its form to this browser.
transaction() { sed -n 's/.*name="transaction" value="\([^"]*\)".*/\1/p' | head -n 1; }

#: make
VERIFIER=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=')
STATE=$(openssl rand -hex 16)
echo "The challenge is $CHALLENGE"

#: authorize
SIGN_IN=$(curl -sS -c "$COOKIES" -b "$COOKIES" -G "$SERVER/restapi/oauth/authorize" \
  --data-urlencode "response_type=code" \
  --data-urlencode "client_id=$CLIENT_ID" \
  --data-urlencode "redirect_uri=$REDIRECT_URI" \
  --data-urlencode "state=$STATE" \
  --data-urlencode "code_challenge=$CHALLENGE" \
  --data-urlencode "code_challenge_method=S256" | transaction)

#: sign in
CONSENT=$(curl -sSL -c "$COOKIES" -b "$COOKIES" "$SERVER/restapi/oauth/authorize/sign-in" \
  --data-urlencode "transaction=$SIGN_IN" \
  --data-urlencode "user=+18335550100*101" \
  --data-urlencode "password=sandbox-password" | transaction)
CALLBACK=$(curl -sS -c "$COOKIES" -b "$COOKIES" -o /dev/null -w '%{redirect_url}' \
  "$SERVER/restapi/oauth/authorize/consent" \
  --data-urlencode "transaction=$CONSENT" \
  --data-urlencode "allow=1")
echo "$CALLBACK"

#: read the answer
CODE=$(printf %s "$CALLBACK" | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
RETURNED=$(printf %s "$CALLBACK" | sed -n 's/.*[?&]state=\([^&]*\).*/\1/p')
[ "$RETURNED" = "$STATE" ] && echo "The state is ours"

#: token
TOKENS=$(curl -sS "$SERVER/restapi/oauth/token" \
  --data-urlencode "grant_type=authorization_code" \
  --data-urlencode "client_id=$CLIENT_ID" \
  --data-urlencode "redirect_uri=$REDIRECT_URI" \
  --data-urlencode "code=$CODE" \
  --data-urlencode "code_verifier=$VERIFIER")
echo "$TOKENS"

#: api
curl -sS "$SERVER/restapi/v1.0/account/~/extension/~" \
  -H "Authorization: Bearer $(echo "$TOKENS" | member access_token)"
echo

#: refresh
TOKENS=$(curl -sS "$SERVER/restapi/oauth/token" \
  --data-urlencode "grant_type=refresh_token" \
  --data-urlencode "client_id=$CLIENT_ID" \
  --data-urlencode "refresh_token=$(echo "$TOKENS" | member refresh_token)")
echo "$TOKENS"

#: revoke
curl -sS -w '%{http_code}\n' "$SERVER/restapi/oauth/revoke" \
  --data-urlencode "client_id=$CLIENT_ID" \
  --data-urlencode "token=$(echo "$TOKENS" | member access_token)"
