curl -sS "${RC_SERVER_URL:-http://localhost:4321}/restapi/oauth/token" \
  --user sandbox-server-only:sandbox-server-only-secret \
  --data-urlencode "grant_type=password" \
  --data-urlencode "username=+18335550100" \
  --data-urlencode "extension=101" \
  --data-urlencode "password=sandbox-password"
