# A small web app that signs its users in with RingCentral. What it says to RingCentral stands in
# oauth.rb; here are its sessions, pages and routes. Needs Ruby 3.0 or later, and webrick.
#
#   ruby app.rb     then open the address that it prints
require_relative 'settings'
require_relative 'oauth'
require 'erb'
require 'json'
require 'securerandom'
require 'socket'
begin
  require 'webrick' # Ruby 3 no longer brings it.
rescue LoadError
  abort 'This program needs webrick. Install it: gem install webrick (Debian: apt-get install ruby-webrick).'
end

# An app without a secret is a public client.
SETTINGS = read_settings(__dir__, %w[RC_REDIRECT_URL], %w[RC_APP_CLIENT_SECRET])
ORIGIN, CALLBACK = SETTINGS[:redirect_uri].match(%r{\A(http://[^/]+)(/.*)\z}).captures

#: sessions
# One sign-in a browser. A real app has a store that a restart does not lose, with tokens encrypted.
SESSIONS = {}
SAVE = ->(kept) { puts 'New tokens, which are kept in memory.' if kept[:tokens] }

# A new id at every sign-in, so that nobody can be made to use one that somebody knows.
def new_session(oauth)
  id = SecureRandom.urlsafe_base64(32)
  SESSIONS[id] = oauth
  { 'Set-Cookie' => "quick-start-session=#{id}; Path=/; HttpOnly; SameSite=Lax" }
end

# Other programs on localhost have cookies too, of any form: only our own is read.
def id_in(request)
  request['Cookie'].to_s.b[/(?:^|; *)quick-start-session=([^;]*)/, 1]
end

#: pages
CALLS = {
  'extension' => '/restapi/v1.0/account/~/extension/~',
  'extension-call-log' => '/restapi/v1.0/account/~/extension/~/call-log',
  'account-call-log' => '/restapi/v1.0/account/~/call-log'
}.freeze
BACK = '<p><a href="/">Back to the start</a></p>'.freeze
SIGN_IN = '<p><a href="/login">Sign in with RingCentral</a></p>'.freeze

def escape(text)
  ERB::Util.html_escape(text.to_s.scrub)
end

# Status, headers and body, as Rack has them.
def page(title, content, status = 200)
  [status, {}, <<~HTML]
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>#{escape(title)}</title>
    <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
    <h1>#{escape(title)}</h1>
    #{content}
    </body>
    </html>
  HTML
end

def home(tokens)
  links = CALLS.map { |name, path| %(<li><a href="/test?api=#{name}">GET #{path}</a></li>) }
  seconds = (tokens[:expires_at] - Time.now.to_f).round
  <<~HTML
    <p>The token belongs to extension id #{escape(tokens[:owner])} and is good for #{seconds} seconds.</p>
    <ul>#{links.join("\n")}</ul>
    <form method="post" action="/logout"><button>Sign out</button></form>
  HTML
end

#: problems
STATUSES = { state: 400, denied: 403, ended: 401, unforeseen: 500 }.freeze
NEXT_STEPS = {
  'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
  'invalid_grant' => 'A code is good once, for about a minute. Sign in again.'
}.freeze

# The user is told what the terminal says.
def problem(error)
  unless error.is_a?(OAuthError)
    error = OAuthError.new(:unforeseen, 'This program met what it did not foresee', error.message[/.*/])
  end
  words = [error.why, NEXT_STEPS[error.error], error.help && "Read why at #{error.help}"].compact.join(' ')
  warn "#{error.title}. #{words}"
  page(error.title, "<p>#{escape(words)}</p>\n#{SIGN_IN}\n#{BACK}", STATUSES.fetch(error.kind, 502))
end

#: routes
def answer(request)
  path, search = request.unparsed_uri.split('?', 2)
  id = id_in(request)
  oauth = SESSIONS[id] || OAuth.new(SETTINGS, &SAVE)
  case path
  when '/favicon.ico' then [204, {}, '']
  when '/'
    tokens = oauth.tokens
    tokens ? page('You are signed in', home(tokens)) : page('You are signed out', SIGN_IN)
  when '/login'
    location = oauth.start
    [302, { 'Location' => location, **(SESSIONS.key?(id) ? {} : new_session(oauth)) }, '']
  when CALLBACK
    oauth.finish(parameters(search))
    SESSIONS.delete(id)
    [302, { 'Location' => '/', **new_session(oauth) }, ''] # On to a page without the code in its address.
  when '/logout'
    return page('Press the button', BACK, 405) if request.request_method != 'POST'

    SESSIONS.delete(id)
    oauth.revoke
    page('You are signed out', BACK)
  when '/test'
    call = CALLS[parameters(search)['api']]
    return page('No such call', BACK, 400) unless call

    json = escape(JSON.pretty_generate(oauth.call(call)))
    page("GET #{call}", %(#{BACK}\n<pre style="white-space: pre-wrap">#{json}</pre>))
  else page('There is nothing here', BACK, 404)
  end
end

def parameters(search)
  URI.decode_www_form(search.to_s).to_h.transform_values(&:scrub)
rescue ArgumentError
  {} # Not a form at all.
end

#: run
USUAL = { 'Content-Type' => 'text/html; charset=utf-8', 'Cache-Control' => 'no-store' }.freeze

def respond(request, response)
  response.status, headers, response.body = begin
    answer(request)
  rescue StandardError => e # Whatever happens, the user gets words and the server goes on.
    problem(e)
  end
  USUAL.merge(headers).each { |name, value| response[name] = value }
end

def answers?(host, port)
  Socket.tcp(host, port, connect_timeout: 2) { true }
rescue SystemCallError, SocketError
  false
end

port = SETTINGS[:port]
mac = ' (on a Mac, AirPlay Receiver has it)' if port == 5000
taken = "Port #{port} is taken#{mac}. Stop what runs there, or change the port in RC_REDIRECT_URL."
# Whoever already answers there, on either address, would get the callback: look before listening.
abort taken if %w[127.0.0.1 ::1].any? { |host| answers?(host, port) }
begin
  # This machine only: nobody on the network can reach it. No log: the callback's address holds the code.
  quiet = { AccessLog: [], Logger: WEBrick::Log.new(File::NULL) }
  server = WEBrick::HTTPServer.new(BindAddress: '127.0.0.1', Port: port, **quiet)
rescue SystemCallError => e
  abort e.is_a?(Errno::EADDRINUSE) ? taken : "Port #{port}: #{e.class}."
end
server.mount_proc('/') { |request, response| respond(request, response) }
# At once: webrick's own way waits for every request, and one may wait for RingCentral.
%w[INT TERM].each { |name| trap(name) { exit!(0) } }
puts "Ready. Open #{ORIGIN}"
server.start
