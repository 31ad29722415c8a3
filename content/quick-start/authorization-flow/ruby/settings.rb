# The settings of a program, from the environment or from the file .env beside it. Nothing in
# here is about OAuth: a project of yours has its own way to them.
abort "This program needs Ruby 3.0 or later. This is Ruby #{RUBY_VERSION}." if RUBY_VERSION.to_i < 3
require 'uri'

#: settings
# What other samples and SDKs of RingCentral call the same: told, never read.
OTHER_NAMES = {
  'RC_SERVER_URL' => %w[RINGCENTRAL_SERVER_URL RINGCENTRAL_SERVER RC_APP_SERVER_URL],
  'RC_APP_CLIENT_ID' => %w[RC_CLIENT_ID RINGCENTRAL_CLIENT_ID RINGCENTRAL_CLIENTID RC_APP_KEY],
  'RC_APP_CLIENT_SECRET' =>
    %w[RC_CLIENT_SECRET RINGCENTRAL_CLIENT_SECRET RINGCENTRAL_CLIENTSECRET RC_APP_SECRET],
  'RC_REDIRECT_URL' => %w[RC_REDIRECT_URI RINGCENTRAL_REDIRECT_URL RC_APP_REDIRECT_URL],
  'RC_USER_JWT' => %w[RC_JWT RINGCENTRAL_JWT_TOKEN RINGCENTRAL_JWT],
  'RC_USERNAME' => %w[RINGCENTRAL_USERNAME],
  'RC_EXTENSION' => %w[RINGCENTRAL_EXTENSION],
  'RC_PASSWORD' => %w[RINGCENTRAL_PASSWORD]
}.freeze

# Whatever the terminal's locale is.
def utf8(bytes)
  bytes.dup.force_encoding(Encoding::UTF_8).scrub
end

def read_env_file(path)
  return unless File.exist?(path)

  bytes = File.binread(path)
  abort "#{path} is UTF-16, as PowerShell 5 writes it. Save it as UTF-8." if bytes.include?("\0")
  utf8(bytes).delete_prefix("\uFEFF").split(/\r\n?|\n/).each_with_object({}) do |line, values|
    name, rest = line.match(/\A\s*(?:export\s+)?(\w+)\s*=\s*(.*)\z/)&.captures
    values[name] = rest[/\A(["'])(.*?)\1/, 2] || rest.sub(/(^|\s)#.*\z/, '').strip if name
  end
rescue SystemCallError => e
  abort "#{path} cannot be read (#{e.class})."
end

def address?(text)
  uri = URI.parse(text)
  uri.is_a?(URI::HTTP) && !uri.host.to_s.empty? && uri.port.between?(1, 65_535)
rescue URI::InvalidURIError
  false
end

# The server, the app, and the settings named here; prints the first line of the program.
def read_settings(folder, needed, optional = [])
  path = File.join(folder, '.env')
  file = read_env_file(path)
  shell = ENV.to_h.transform_values { |text| utf8(text).strip }.reject { |_, text| text.empty? }
  values = file.to_h.reject { |_, text| text.empty? }.merge(shell)

  names = ['RC_SERVER_URL', 'RC_APP_CLIENT_ID', *needed, *optional]
  (names - values.keys).each do |name|
    other = OTHER_NAMES[name].find { |one| values[one] }
    abort "#{name} is missing. #{other} is set; this program reads #{name}." if other
    next if optional.include?(name)

    abort "#{name} is missing. #{path} does not set it." if file
    near = [File.dirname(folder), Dir.pwd].find { |one| File.exist?(File.join(one, '.env')) }
    abort "#{name} is missing. There is no #{path}." \
          "#{" There is one in #{near}: move it beside the program." if near}"
  end

  server = values['RC_SERVER_URL'].sub(%r{/+\z}, '')
  root = server[%r{\Ahttps?://[^/?#]+}]
  abort %(RC_SERVER_URL is "#{server}", which is no http or https address.) unless root && address?(server)
  abort %(RC_SERVER_URL is "#{server}". Leave out what follows #{root}.) if root != server
  redirect_uri = values['RC_REDIRECT_URL'] if needed.include?('RC_REDIRECT_URL')
  here = %r{\Ahttp://(?:localhost|127\.0\.0\.1)(?::(\d+))?/(?!(?:login|logout|test)?\z)[^?#]*\z}.match(redirect_uri)
  port = (here && here[1] || 80).to_i
  unless redirect_uri.nil? || (here && port.between?(1, 65_535))
    abort %(RC_REDIRECT_URL is "#{redirect_uri}". This program listens on this computer alone, ) +
          'and has pages of its own: use an address like http://localhost:5000/oauth2callback.'
  end

  overruled = (names & shell.keys).join(', ')
  but = ", but #{overruled} from the environment" unless overruled.empty?
  from = file ? "#{path}#{but}" : 'the environment'
  $stdout.sync = true
  puts "Server #{server}, app #{values['RC_APP_CLIENT_ID']}, settings from #{from}. " \
       "#{redirect_uri ? 'Stop it with Ctrl-C.' : 'It ends by itself.'}"
  { server: server, client_id: values['RC_APP_CLIENT_ID'], client_secret: values['RC_APP_CLIENT_SECRET'],
    redirect_uri: redirect_uri, port: port, jwt: values['RC_USER_JWT'], username: values['RC_USERNAME'],
    extension: values['RC_EXTENSION'], password: values['RC_PASSWORD'] }
end
