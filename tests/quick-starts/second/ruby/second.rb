# oauth.rb in a program of another make: Sinatra, and a store that holds plain data by session,
# from which the object is made anew for each request.
require 'sinatra'
require 'webrick'
require_relative 'oauth'

redirect_uri = URI(ENV.fetch('RC_REDIRECT_URL'))
app = { server: ENV.fetch('RC_SERVER_URL'), client_id: ENV.fetch('RC_APP_CLIENT_ID'), redirect_uri: redirect_uri.to_s }
store = {}
$stdout.sync = true
ready = -> { puts "Ready. Open http://#{redirect_uri.host}:#{redirect_uri.port}" }
enable :sessions
disable :logging, :show_exceptions, :dump_errors
set server: 'webrick', bind: '127.0.0.1', port: redirect_uri.port, quiet: true,
    server_settings: { AccessLog: [], Logger: WEBrick::Log.new(File::NULL), StartCallback: ready }

before do
  id = session[:id] ||= SecureRandom.uuid
  @oauth = OAuth.new(app, store[id]) { |kept| store[id] = kept }
end
get('/login') { redirect @oauth.start }
get '/oauth2callback' do
  @oauth.finish(params)
  redirect '/'
end
get('/') { @oauth.call('/restapi/v1.0/account/~/extension/~').to_json }
post('/logout') { @oauth.revoke.to_json }
error(OAuthError) { |error| { kind: error.kind }.to_json }
