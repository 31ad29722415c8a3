# Sign in with RingCentral from a small web app: authorization code with PKCE.
#
#   ruby app.rb     then open http://localhost:5000
#
# Needs Ruby 3 and webrick, which Ruby no longer brings itself: Debian has ruby-webrick,
# elsewhere `gem install webrick`. The settings come from the environment, or from a file
# named .env in the folder where you start it.
require 'digest'
require 'erb'
require 'json'
require 'net/http'
require 'securerandom'
require 'socket'
begin
  require 'webrick'
rescue LoadError
  abort 'webrick is missing. Install it: gem install webrick (Debian: apt-get install ruby-webrick).'
end

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

def address(name, text)
  uri = URI.parse(text)
  raise URI::Error unless uri.is_a?(URI::HTTP) && uri.host

  uri
rescue URI::Error
  abort %(#{name} is "#{text}", which is no http or https address.)
end

read_env_file
SERVER = required('RC_SERVER_URL').sub(%r{/+\z}, '')
address('RC_SERVER_URL', SERVER)
CLIENT_ID = required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID')
# An app without a secret is a public client: leave the setting out.
CLIENT_SECRET = setting('RC_APP_CLIENT_SECRET', 'RC_CLIENT_SECRET', 'RINGCENTRAL_CLIENT_SECRET')
PORT = setting('PORT') || '5000'
unless PORT.match?(/\A\d{1,5}\z/) && PORT.to_i.between?(1, 65_535)
  abort %(PORT is "#{PORT}". Use a number from 1 to 65535.)
end
# Registered at the server character for character: a slash more is another address.
REDIRECT_URI = setting('RC_REDIRECT_URL') || "http://localhost:#{PORT}/oauth2callback"
CALLBACK = address('RC_REDIRECT_URL', REDIRECT_URI)

#: problem
# What the user is told: a status, what happened, and why with what to do.
class Problem < StandardError
  attr_reader :status, :title, :why, :error

  def initialize(status, title, why, error = nil)
    super("#{title}. #{why}")
    @status = status
    @title = title
    @why = why
    @error = error
  end
end

#: server
# Sends a request to RingCentral or the sandbox, and answers its status, its JSON and where to read more.
# Net::HTTP follows no redirect: one could carry the secret to another host.
def ask(request)
  uri = request.uri
  request['Accept'] = 'application/json'
  response = Net::HTTP.start(
    uri.hostname, uri.port, use_ssl: uri.scheme == 'https', open_timeout: 10, read_timeout: 10
  ) { |http| http.request(request) }
  body = parse(response.body)
  if body.is_a?(Hash) && !response.is_a?(Net::HTTPRedirection)
    return [response.code.to_i, body, help_in(response)]
  end

  raise Problem.new(
    502, 'That is not an answer of RingCentral’s',
    "#{uri} answered #{response.code}, and not in JSON. Check RC_SERVER_URL."
  )
rescue SystemCallError, SocketError, IOError, Timeout::Error, Net::ProtocolError,
       Net::HTTPBadResponse, OpenSSL::SSL::SSLError => e
  raise Problem.new(
    502, 'The server cannot be reached',
    "#{SERVER} gave no answer (#{e.message}). Check RC_SERVER_URL, and that the server is running."
  )
end

def parse(text)
  text.to_s.empty? ? {} : JSON.parse(text)
rescue JSON::ParserError
  nil
end

# Where this very request is explained, as far as the server tells: the sandbox does.
def help_in(response)
  help = response['Link'].to_s[/<(https?:[^>\s]+)>; rel="help"/, 1]
  help && "Read why at #{help}"
end

NEXT_STEP = {
  'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
  'invalid_grant' => 'A code is good once, for about a minute. Sign in again.'
}.freeze

# A refusal with the server's own code: OAU-146 says more than 400.
def refusal(status, body, help)
  first = body['errors']&.first || {}
  error = body['error']
  code = first['errorCode'] || body['errorCode'] || error || "HTTP #{status}"
  text = first['message'] || body['error_description'] || body['message'] || 'It says no more.'
  why = "#{text} (HTTP #{[status, error].compact.join(', ')})."
  Problem.new(502, "The server refused: #{code}", [why, NEXT_STEP[error], help].compact.join(' '), error)
end

# A form to the token or revoke endpoint, with which the app says who it is.
def ask_as_app(path, form)
  request = Net::HTTP::Post.new(URI(SERVER + path))
  if CLIENT_SECRET
    # The secret goes into the header, where logs do not look.
    request.basic_auth(CLIENT_ID, CLIENT_SECRET)
  else
    form = form.merge('client_id' => CLIENT_ID)
  end
  request.set_form_data(form)
  status, body, help = ask(request)
  raise refusal(status, body, help) if status >= 400

  body
end

#: sign in
# What one browser is in the middle of, and its tokens. A real app keeps this where a
# restart does not lose it, and the tokens encrypted.
Session = Struct.new(:id, :state, :verifier, :tokens, :lock)
SESSIONS = {}

def new_session(tokens = nil)
  id = SecureRandom.urlsafe_base64(32)
  SESSIONS[id] = Session.new(id, nil, nil, tokens, Mutex.new)
end

# State and verifier stay here; only the hash of the verifier leaves.
def sign_in_url(session)
  session.state = SecureRandom.urlsafe_base64(32)
  session.verifier = SecureRandom.urlsafe_base64(32)
  challenge = [Digest::SHA256.digest(session.verifier)].pack('m0').tr('+/', '-_').delete('=')
  query = URI.encode_www_form(
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    state: session.state,
    code_challenge: challenge,
    code_challenge_method: 'S256'
  )
  "#{SERVER}/restapi/oauth/authorize?#{query}"
end

#: callback
# The browser comes back with a code, or with the reason why there is none.
def take_answer(session, query)
  unless session&.state && session.state == query['state']
    raise Problem.new(
      400, 'This answer belongs to no sign-in of yours',
      'Its state is not the one that this browser was given, or it was used before. ' \
      'Somebody else may have begun it, so its code is not used. Sign in again.'
    )
  end
  verifier = session.verifier
  session.state = session.verifier = nil # Good once.
  refuse_error(query['error'], query['error_description'] || 'It says no more.')
  raise Problem.new(400, 'No code came back', 'Sign in again.') if query['code'].to_s.empty?

  exchange(query['code'], verifier)
end

def refuse_error(error, text)
  return unless error
  raise Problem.new(502, "The server refused the sign-in: #{error}", text) if error != 'access_denied'

  raise Problem.new(
    403, 'Access was refused',
    "The server says #{error}: #{text} No code was sent. Sign in again when you want to allow it."
  )
end

#: token
# The code alone is worth nothing: whoever trades it must know the verifier too.
def exchange(code, verifier)
  answer = ask_as_app(
    '/restapi/oauth/token',
    'grant_type' => 'authorization_code',
    'code' => code,
    'redirect_uri' => REDIRECT_URI, # The same as before: the server compares them.
    'code_verifier' => verifier
  )
  tokens = tokens_of(answer)
  puts "Signed in. The token is good for #{answer['expires_in']} seconds."
  tokens
end

# Both tokens are replaced together: a refresh token is spent by its use.
def tokens_of(answer)
  unless answer['access_token'].is_a?(String) && answer['expires_in'].is_a?(Integer)
    raise Problem.new(502, 'The answer holds no token', "Check that #{SERVER} is the right server.")
  end

  {
    access: answer['access_token'],
    refresh: answer['refresh_token'], # Missing where the app's settings issue none.
    expires_at: Time.now + answer['expires_in'],
    owner: answer['owner_id']
  }
end

#: refresh
# Two requests may find the token old at the same time: the second waits for the first.
def refresh(session, used)
  session.lock.synchronize do
    refresh_now(session) if session.tokens && session.tokens[:access] == used
  end
end

def refresh_now(session)
  answer = ask_as_app(
    '/restapi/oauth/token',
    'grant_type' => 'refresh_token',
    'refresh_token' => session.tokens[:refresh]
  )
  session.tokens = tokens_of(answer)
  puts "Refreshed. The new token is good for #{answer['expires_in']} seconds."
rescue Problem => e
  # Only this answer means that the tokens are dead. A server that is down may come back.
  raise unless e.error == 'invalid_grant'

  session.tokens = nil
  why = "It was revoked, or it lasted too long. #{e.title}. Sign in again."
  raise Problem.new(401, 'Your sign-in has ended', why)
end

#: api
CALLS = {
  'extension' => '/restapi/v1.0/account/~/extension/~',
  'extension-call-log' => '/restapi/v1.0/account/~/extension/~/call-log',
  'account-call-log' => '/restapi/v1.0/account/~/call-log'
}.freeze

# The tokens, which another request may have replaced or thrown away.
def tokens_now(session)
  session&.tokens || raise(Problem.new(401, 'You are signed out', 'Sign in first.'))
end

def get(path, token)
  request = Net::HTTP::Get.new(URI(SERVER + path), 'Authorization' => "Bearer #{token}")
  answer = ask(request)
  puts "GET #{path}: #{answer.first}"
  answer
end

# A call with a fresh token: refreshed shortly before its end, and once more after a 401.
def call_api(session, path)
  tokens = tokens_now(session)
  refresh(session, tokens[:access]) if tokens[:refresh] && Time.now > tokens[:expires_at] - 60
  used = tokens_now(session)[:access]
  status, body, help = get(path, used)
  if status == 401 && tokens[:refresh]
    refresh(session, used)
    status, body, help = get(path, tokens_now(session)[:access])
  end
  if status == 401
    session.tokens = nil
    why = "#{refusal(status, body, help).title}. Sign in again."
    raise Problem.new(401, 'Your sign-in has ended', why)
  end
  raise refusal(status, body, help) if status >= 400

  body
end

#: sign out
# Revoking one token ends the whole session at the server. Here it is forgotten in any case.
def sign_out(session)
  tokens = tokens_now(session)
  session.tokens = nil
  ask_as_app('/restapi/oauth/revoke', 'token' => tokens[:refresh] || tokens[:access])
  puts 'Signed out. The tokens are revoked.'
rescue Problem => e
  raise if e.status == 401

  why = "This app has forgotten your tokens, but could not revoke them: #{e.message}"
  raise Problem.new(502, 'Signed out here only', why)
end

#: pages
def escape(text)
  ERB::Util.html_escape(text.to_s.scrub)
end

BACK = '<p><a href="/">Back to the start</a></p>'.freeze

def page(title, body)
  <<~HTML
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>#{escape(title)}</title>
    <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
    <h1>#{escape(title)}</h1>
    #{body}
    </body>
    </html>
  HTML
end

def home(session)
  tokens = session&.tokens
  unless tokens
    return page('You are signed out', '<p><a href="/login">Sign in with RingCentral</a></p>')
  end

  seconds = (tokens[:expires_at] - Time.now).round
  links = CALLS.map { |name, path| %(<li><a href="/test?api=#{name}">GET #{path}</a></li>) }
  page('You are signed in', <<~HTML)
    <p>The token belongs to extension id #{escape(tokens[:owner])} and is good for #{seconds} seconds.</p>
    <ul>#{links.join("\n")}</ul>
    <form method="post" action="/logout"><button>Sign out</button></form>
  HTML
end

#: run
COOKIE = 'quick-start-session'.freeze

# The browser's session, if it has one. An id that was not made here is nobody's.
def session_of(request)
  SESSIONS[request.cookies.find { |cookie| cookie.name == COOKIE }&.value]
end

def query_of(request)
  URI.decode_www_form(request.query_string.to_s).to_h
rescue ArgumentError
  {} # Not a form at all.
end

def redirect(response, where, session)
  response.status = 302
  response['Location'] = where
  response['Set-Cookie'] = "#{COOKIE}=#{session.id}; Path=/; HttpOnly; SameSite=Lax"
end

def answer(request, response)
  query = query_of(request)
  session = session_of(request)
  case request.path
  when '/'
    response.body = home(session)
  when '/login'
    session ||= new_session
    redirect(response, sign_in_url(session), session)
  when CALLBACK.path
    # A new id at every sign-in, so that nobody can be made to use one that somebody knows.
    fresh = new_session(take_answer(session, query))
    SESSIONS.delete(session.id)
    redirect(response, '/', fresh) # On to a page without the code in its address.
  when '/test'
    tokens_now(session)
    call = CALLS[query['api']] || raise(Problem.new(400, 'No such call', 'Choose one of the list.'))
    json = escape(JSON.pretty_generate(call_api(session, call)))
    text = %(<p><a href="/">Back</a></p>\n<pre style="white-space: pre-wrap">#{json}</pre>)
    response.body = page("GET #{call}", text)
  when '/logout'
    tokens_now(session)
    if request.request_method != 'POST'
      raise Problem.new(405, 'Press the button', 'Signing out is a POST.')
    end

    sign_out(session)
    SESSIONS.delete(session.id)
    response.body = page('You are signed out', BACK)
  else
    raise Problem.new(404, 'There is nothing here', 'Go back to the start.')
  end
end

def respond(request, response)
  response['Content-Type'] = 'text/html; charset=utf-8'
  response['Cache-Control'] = 'no-store'
  answer(request, response)
rescue StandardError => e # Whatever happens, the user gets words and the server goes on.
  problem = e.is_a?(Problem) ? e : Problem.new(500, 'This program met what it did not foresee', e.message)
  warn problem.message
  response.status = problem.status
  response.body = page(problem.title, "<p>#{escape(problem.why)}</p>\n#{BACK}")
end

$stdout.sync = true
taken = "Port #{PORT} is taken (on a Mac, 5000 is AirPlay Receiver's). " \
        'Stop what runs there, or change PORT and RC_REDIRECT_URL.'
begin
  # Whoever already answers on the port would get the callback: find out before listening.
  Socket.tcp('localhost', PORT.to_i, connect_timeout: 2).close
  abort taken
rescue SystemCallError, SocketError
  # Nobody there.
end
begin
  server = WEBrick::HTTPServer.new(
    BindAddress: '127.0.0.1', # This machine only: nobody on the network can reach it.
    Port: PORT.to_i,
    # No request log: the address of the callback holds the code.
    AccessLog: [],
    Logger: WEBrick::Log.new(File::NULL)
  )
rescue SystemCallError => e
  abort e.is_a?(Errno::EADDRINUSE) ? taken : "Cannot listen on port #{PORT}: #{e.message}."
end
server.mount_proc('/') { |request, response| respond(request, response) }
trap('INT') { server.shutdown }
puts "Ready. Open #{CALLBACK.scheme}://#{REDIRECT_URI[%r{\Ahttps?://([^/?#]+)}, 1]}"
server.start
