# One flow of the gem oauth2, which revokes nothing; addresses and tokens go by lines.
require 'base64'
require 'digest'
require 'json'
require 'oauth2'
require 'securerandom'

def tell(line)
  puts line.to_json
  $stdout.flush
  $stdin.gets.to_s.strip
end

given = JSON.parse($stdin.gets)
client = OAuth2::Client.new(
  given['clientId'], given['clientSecret'],
  site: given['server'],
  authorize_url: '/restapi/oauth/authorize',
  token_url: '/restapi/oauth/token',
  auth_scheme: given['clientSecret'] ? :basic_auth : :request_body
)
token =
  case given['flow']
  when 'password'
    client.password.get_token('+18335550100*101', 'sandbox-password')
  when 'JWT bearer'
    client.get_token(
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: given['assertion']
    )
  else
    # PKCE is the caller's: it passes on what it is given.
    verifier = SecureRandom.urlsafe_base64(32)
    challenge = Base64.urlsafe_encode64(Digest::SHA256.digest(verifier), padding: false)
    url = client.auth_code.authorize_url(
      redirect_uri: given['redirectUri'], state: SecureRandom.hex,
      code_challenge: challenge, code_challenge_method: 'S256'
    )
    code = URI.decode_www_form(URI(tell(url: url)).query).to_h.fetch('code')
    client.auth_code.get_token(
      code, redirect_uri: given['redirectUri'], code_verifier: verifier
    )
  end
tell(access: token.token)
tell(refreshed: token.refresh!.token)
