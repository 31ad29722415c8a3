# The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
# stands in oauth.rb, the same file as in the web app. Needs Ruby 3.0 or later, and no gems.
#
#   ruby first-call.rb
require_relative 'settings'
require_relative 'oauth'

# The JWT is as good as a password: whoever has it and the secret acts as its user.
settings = read_settings(__dir__, %w[RC_APP_CLIENT_SECRET RC_USER_JWT])
oauth = OAuth.new(settings)

begin
  #: token
  oauth.exchange(grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: settings[:jwt])
  seconds = (oauth.tokens[:expires_at] - Time.now.to_f).round
  puts "Signed in with a JWT. The token is good for #{seconds} seconds."

  #: api
  path = '/restapi/v1.0/account/~/extension/~'
  extension = oauth.call(path)
  puts "GET #{path}"
  puts "Extension #{extension['extensionNumber']}: #{extension['name']}, #{extension['status']}"

  #: problems
rescue OAuthError => e
  next_steps = {
    'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    'unauthorized_client' => 'Choose JWT auth flow in the app’s settings; an older app needs a new one.',
    'invalid_request' => 'Check that RC_USER_JWT is whole, and made for this server and this app.',
    'invalid_grant' => 'Check that RC_USER_JWT has not ended or been revoked.'
  }
  abort [e.message, next_steps[e.error], e.help && "Read why at #{e.help}"].compact.join(' ')
end

#: next
puts <<~TEXT

  What to do next: use one token until it ends, rather than one a call. Where users sign in to
  your app, let them do so themselves: authorization code with PKCE.
TEXT
