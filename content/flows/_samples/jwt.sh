#: settings
RC_SERVER_URL="${RC_SERVER_URL:-http://localhost:4321}"
RC_APP_CLIENT_ID="${RC_APP_CLIENT_ID:-sandbox-jwt}"
RC_APP_CLIENT_SECRET="${RC_APP_CLIENT_SECRET:-sandbox-jwt-secret}"
#: credential
RC_USER_JWT="${RC_USER_JWT:-$(curl -sS "$RC_SERVER_URL/sandbox/api/jwt" \
  --header 'Content-Type: application/json' \
  --data '{ "extensionNumber": "101" }' | sed 's/.*"jwt":"\([^"]*\)".*/\1/')}"
#: token
curl -sS "$RC_SERVER_URL/restapi/oauth/token" \
  --user "$RC_APP_CLIENT_ID:$RC_APP_CLIENT_SECRET" \
  --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \
  --data-urlencode "assertion=$RC_USER_JWT"
echo
