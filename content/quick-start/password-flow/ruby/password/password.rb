# The same first call with a user's password, which runs in the sandbox only: RingCentral
# ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
# script does, then move that script to a JWT: first-call does the same with one.
#
#   ruby password.rb
#
# Needs Ruby 3 and no gems. The settings come from the environment, or from a file named
# .env in the folder where you start it.
require 'json'
require 'net/http'

#: settings
# Reads NAME=value lines. What the environment already has is left as it is.
def read_env_file(path = '.env')
  return unless File.file?(path)

  File.foreach(path, encoding: 'UTF-8') do |line|
    name, value = line.strip.split('=', 2)
    ENV[name.strip] ||= value.strip.gsub(/\A["']|["']\z/, '') if value && !name.start_with?('#')
  end
end

# One value has had several names over the years: the first that is set counts.
def setting(*names)
  names.map { |name| ENV.fetch(name, '').strip }.find { |value| !value.empty? }
end

def required(*names)
  setting(*names) || abort("#{names.first} is missing. Set it in the environment or in .env.")
end

read_env_file
SERVER = required('RC_SERVER_URL').sub(%r{/+\z}, '')
unless SERVER.match?(%r{\A#{URI::DEFAULT_PARSER.make_regexp(%w[http https])}\z})
  abort %(RC_SERVER_URL is "#{SERVER}", which is no http or https address.)
end
client_id = required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID')
client_secret = required('RC_APP_CLIENT_SECRET', 'RC_CLIENT_SECRET', 'RINGCENTRAL_CLIENT_SECRET')
# An app that keeps its users' passwords loses them all when it is broken into.
user = {
  'username' => required('RC_USERNAME'), # The main number with + and country code, or an e-mail address.
  'extension' => setting('RC_EXTENSION'),
  'password' => required('RC_PASSWORD')
}.compact

#: server
# What to look at, by the server's error.
NEXT_STEP = {
  'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
  'unauthorized_client' => 'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
  'invalid_request' => 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.',
  'invalid_grant' => 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.'
}.freeze

# One request, and its JSON. A refusal ends the script with the server's own code.
# Net::HTTP follows no redirect: one could carry the secret to another host.
def ask(request)
  uri = request.uri
  request['Accept'] = 'application/json'
  response = Net::HTTP.start(
    uri.hostname, uri.port, use_ssl: uri.scheme == 'https', open_timeout: 10, read_timeout: 10
  ) { |http| http.request(request) }
  body = JSON.parse(response.body.to_s.empty? ? '{}' : response.body)
  raise JSON::ParserError if !body.is_a?(Hash) || response.is_a?(Net::HTTPRedirection)

  refuse(response, body) if response.code.to_i >= 400
  body
rescue JSON::ParserError
  abort "#{uri} answered #{response.code}, and not in JSON. Check RC_SERVER_URL."
rescue SystemCallError, SocketError, IOError, Timeout::Error, Net::ProtocolError,
       Net::HTTPBadResponse, OpenSSL::SSL::SSLError => e
  abort "#{SERVER} gave no answer (#{e.message}). Check RC_SERVER_URL, and that the server is running."
end

# Where this very request is explained, as far as the server tells: the sandbox does.
def help_in(response)
  help = response['Link'].to_s[/<(https?:[^>\s]+)>; rel="help"/, 1]
  help && "Read why at #{help}"
end

def refuse(response, body)
  first = body['errors']&.first || {}
  code = first['errorCode'] || body['errorCode'] || body['error'] || "HTTP #{response.code}"
  message = first['message'] || body['error_description'] || body['message']
  words = ["The server refused: #{code}.", message, NEXT_STEP[body['error']], help_in(response)]
  abort words.compact.join(' ')
end

#: token
request = Net::HTTP::Post.new(URI("#{SERVER}/restapi/oauth/token"))
# The secret goes into the header, where logs do not look.
request.basic_auth(client_id, client_secret)
request.set_form_data({ 'grant_type' => 'password' }.merge(user))
tokens = ask(request)
abort "The answer of #{SERVER} holds no token." unless tokens['access_token'].is_a?(String)
puts "Signed in with a password, as only the sandbox still allows. The token is good for #{tokens['expires_in']} seconds."

#: api
path = '/restapi/v1.0/account/~/extension/~'
bearer = { 'Authorization' => "Bearer #{tokens['access_token']}" }
extension = ask(Net::HTTP::Get.new(URI(SERVER + path), bearer))
puts "GET #{path}"
puts "Extension #{extension['extensionNumber']}: #{extension['name']}, #{extension['status']}"

#: next
puts <<~TEXT

  What to do next: move to a JWT where a script acts for one account. Where users sign in to
  your app, let them do so themselves: authorization code with PKCE.
TEXT
