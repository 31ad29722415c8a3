# The same first call with a user's password, which runs in the sandbox only: RingCentral
# ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
# script does, then move that script to a JWT: first-call does the same with one.
#
#   ruby password.rb
require_relative 'settings'
require_relative 'oauth'

# An app that keeps its users' passwords loses them all when it is broken into.
settings = read_settings(__dir__, %w[RC_APP_CLIENT_SECRET RC_USERNAME RC_PASSWORD], %w[RC_EXTENSION])
oauth = OAuth.new(settings)

begin
  #: token
  # The user name is the main number, with + and country code, or an e-mail address.
  user = settings.slice(:username, :extension, :password).compact
  oauth.exchange({ grant_type: 'password', **user })
  seconds = (oauth.tokens[:expires_at] - Time.now.to_f).round
  puts "Signed in with a password, as only the sandbox still allows. The token is good for #{seconds} seconds."

  #: api
  path = '/restapi/v1.0/account/~/extension/~'
  extension = oauth.call(path)
  puts "GET #{path}"
  puts "Extension #{extension['extensionNumber']}: #{extension['name']}, #{extension['status']}"

  #: problems
rescue OAuthError => e
  check = 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.'
  next_steps = {
    'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    'unauthorized_client' =>
      'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
    'invalid_request' => check,
    'invalid_grant' => check
  }
  abort [e.message, next_steps[e.error], e.help && "Read why at #{e.help}"].compact.join(' ')
end

#: next
puts <<~TEXT

  What to do next: move to a JWT where a script acts for one account. Where users sign in to
  your app, let them do so themselves: authorization code with PKCE.
TEXT
