#: settings
RC_SERVER_URL="${RC_SERVER_URL:-http://localhost:4321}"
CLIENT="${CLIENT:-sandbox-server-web:sandbox-server-web-secret}"
REFRESH_TOKEN="${REFRESH_TOKEN:?Paste the refresh token of a sign-in}"
#: refresh
TOKENS="$(curl -sS "$RC_SERVER_URL/restapi/oauth/token" \
  --user "$CLIENT" \
  --data grant_type=refresh_token \
  --data-urlencode "refresh_token=$REFRESH_TOKEN")"
echo "$TOKENS"
#: revoke
ACCESS_TOKEN="$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' <<< "$TOKENS")"
curl -sS -o /dev/null -w '%{http_code}\n' "$RC_SERVER_URL/restapi/oauth/revoke" \
  --user "$CLIENT" \
  --data-urlencode "token=$ACCESS_TOKEN"
