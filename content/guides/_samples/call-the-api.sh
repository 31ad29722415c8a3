#: settings
RC_SERVER_URL="${RC_SERVER_URL:-http://localhost:4321}"
ACCESS_TOKEN="${ACCESS_TOKEN:?Paste the access token of a sign-in}"
#: who
curl -sS "$RC_SERVER_URL/restapi/v1.0/account/~/extension/~" \
  --header "Authorization: Bearer $ACCESS_TOKEN"
echo
#: log
curl -sS "$RC_SERVER_URL/restapi/v1.0/account/~/extension/~/call-log?perPage=2" \
  --header "Authorization: Bearer $ACCESS_TOKEN"
echo
#: headers
curl -sS -o /dev/null -D - "$RC_SERVER_URL/restapi/v1.0/account/~/extension/~" \
  --header "Authorization: Bearer not-a-token"
