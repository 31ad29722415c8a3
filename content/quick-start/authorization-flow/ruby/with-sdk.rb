# Not run here: the same steps with RingCentral's SDK, read from its source.
#
#   gem install ringcentral-sdk
#
# What it takes over: the requests with their Basic header, and the tokens. Refreshing is a
# call of yours, or a timer's with `rc.auto_refresh = true`. One client belongs to one user.
require 'digest'
require 'ringcentral'
require 'securerandom'

REDIRECT_URI = ENV.fetch('RC_REDIRECT_URL')
rc = RingCentral.new(
  ENV.fetch('RC_APP_CLIENT_ID'), ENV.fetch('RC_APP_CLIENT_SECRET'), ENV.fetch('RC_SERVER_URL')
)

# Send the browser here, and keep state and verifier in its session.
state = SecureRandom.urlsafe_base64(32)
verifier = SecureRandom.urlsafe_base64(32)
challenge = [Digest::SHA256.digest(verifier)].pack('m0').tr('+/', '-_').delete('=')
sign_in_url = rc.authorize_uri(
  REDIRECT_URI,
  state: state, code_challenge: challenge, code_challenge_method: 'S256'
)
puts sign_in_url

# `answer` holds the parameters that the browser brought back.
callback = lambda do |answer|
  # The SDK does not compare the state: that is the app's to do.
  raise 'This answer belongs to no sign-in of yours' unless answer['state'] == state
  raise answer['error'] if answer['error']

  rc.authorize(auth_code: answer['code'], redirect_uri: REDIRECT_URI, verifier: verifier)
  extension = rc.get('/restapi/v1.0/account/~/extension/~').body
  puts "Extension #{extension['extensionNumber']}"
  rc.refresh
  rc.revoke
end
