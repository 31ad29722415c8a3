# One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
# project. It prints nothing, ends nothing, and holds nothing of other users.
require 'json'
require 'monitor'
require 'net/http'
require 'openssl'
require 'securerandom'

#: problem
# `kind`: :state, :denied, :refused, :answer, :unreachable or :ended. A refusal has its `status`.
class OAuthError < StandardError
  attr_reader :kind, :title, :why, :status, :error, :help

  def initialize(kind, title, why, status: nil, error: nil, help: nil)
    super("#{title}. #{why}")
    @kind, @title, @why, @status, @error, @help = kind, title, why, status, error, help
  end
end

class OAuth
  # `settings` is a Hash: the server without a slash at its end, and the app. A public app has no
  # secret. The block is given what to keep of this user whenever it changes: a Hash to store as
  # it is. `kept` is what it was given last.
  def initialize(settings, kept = nil, &save)
    @server, @client_id, @client_secret, @redirect_uri =
      settings.values_at(:server, :client_id, :client_secret, :redirect_uri)
    @kept = kept.to_h
    @save = save
    @lock = Monitor.new
  end

  def pending = @kept[:pending]
  def tokens = @kept[:tokens]

  private def keep(change)
    @lock.synchronize do
      kept = @kept.merge(change)
      @save&.call(kept) # Before anybody uses it.
      @kept = kept
    end
  end

  #: sign in
  # Where to send the browser. State and verifier stay here; only the verifier's hash leaves.
  def start
    state, verifier = Array.new(2) { SecureRandom.urlsafe_base64(32) }
    keep(pending: { state: state, verifier: verifier })
    hash = [OpenSSL::Digest.digest('SHA256', verifier)].pack('m0')
    query = URI.encode_www_form(
      response_type: 'code', client_id: @client_id, redirect_uri: @redirect_uri, state: state,
      code_challenge: hash.tr('+/', '-_').delete('='), code_challenge_method: 'S256'
    )
    "#{@server}/restapi/oauth/authorize?#{query}"
  end

  #: callback
  # The browser is back: compares, then exchanges the code. `query` is a Hash of its parameters.
  def finish(query)
    iss, error, said, code = query.values_at('iss', 'error', 'error_description', 'code').map(&:to_s)
    verifier = @lock.synchronize do
      unless pending && OpenSSL.secure_compare(pending[:state], query['state'].to_s)
        why = 'Its state is not the one that this browser was given: it was used before, this program was ' \
              'restarted, or somebody else began it. Its code is not used. Sign in again.'
        raise OAuthError.new(:state, 'This answer belongs to no sign-in of yours', why)
      end
      pending[:verifier].tap { keep(pending: nil) } # Good once.
    end
    unless ['', @server].include?(iss)
      why = "It is from #{iss}, and the sign-in began at #{@server}. Its code is not used. Sign in again."
      raise OAuthError.new(:state, 'This answer comes from another server', why)
    end
    unless error.empty?
      denied = error == 'access_denied'
      title = denied ? 'Access was refused' : 'The server refused the sign-in'
      why = "#{without_stop(said)}. Sign in again when you want to."
      raise OAuthError.new(denied ? :denied : :refused, "#{title}: #{error}", why, error: error)
    end
    raise OAuthError.new(:state, 'No code came back', 'Sign in again.') if code.empty?

    # The code alone is worth nothing, and the redirect URI has to be the same as before.
    grant = { grant_type: 'authorization_code', code: code, code_verifier: verifier }
    exchange({ **grant, redirect_uri: @redirect_uri })
  end

  #: token
  # Exchanges a grant for tokens. Both are replaced together: a refresh token is spent by its use.
  def exchange(form)
    answer = Hash.try_convert(ask_as_app('/restapi/oauth/token', form)).to_h
    access, refresh, type, owner = answer.values_at('access_token', 'refresh_token', 'token_type', 'owner_id')
    seconds = answer['expires_in'].to_s.to_i
    unless access.is_a?(String) && seconds.positive? && /\A(?:bearer)?\z/i.match?(type.to_s)
      raise OAuthError.new(:answer, 'The answer holds no token', "Check that #{@server} is the right server.")
    end

    keep(tokens: { access: access, refresh: refresh, expires_at: Time.now.to_f + seconds, owner: owner })
  end

  #: refresh
  # Threads that find the token old at the same time wait for one refresh.
  private def refresh(used)
    @lock.synchronize do
      return if tokens.to_h[:access] != used # Another thread has refreshed meanwhile.

      exchange(grant_type: 'refresh_token', refresh_token: tokens[:refresh])
    rescue OAuthError => e
      # Only this answer means that the tokens are dead. A server that is down may come back.
      raise if e.error != 'invalid_grant'

      end_session("It was revoked, or it lasted too long. #{e.title}. Sign in again.")
    end
  end

  private def end_session(why)
    keep(tokens: nil)
    raise OAuthError.new(:ended, 'Your sign-in has ended', why)
  end

  #: api
  # GETs a path: refreshes a minute before the token's end, and tries once more after a 401.
  def call(path, may_refresh: true)
    now = tokens or raise OAuthError.new(:ended, 'You are signed out', 'Sign in first.')
    may_refresh &&= now[:refresh]
    ends_soon = Time.now.to_f >= now[:expires_at] - 60
    begin
      request = Net::HTTP::Get.new(path, 'Authorization' => "Bearer #{now[:access]}")
      return ask(request) unless may_refresh && ends_soon
    rescue OAuthError => e
      raise if e.status != 401

      end_session("#{e.title}. Sign in again.") unless may_refresh
    end
    refresh(now[:access])
    call(path, may_refresh: false)
  end

  #: sign out
  # Revoking one token ends the session at the server. Here it is forgotten in any case.
  def revoke
    access, refresh = @lock.synchronize do # A refresh that runs ends first.
      tokens.to_h.values_at(:access, :refresh).tap { keep(tokens: nil) }
    end
    ask_as_app('/restapi/oauth/revoke', token: refresh || access) if access
  rescue OAuthError => e
    why = "The tokens are forgotten, but could not be revoked: #{e.message}"
    raise OAuthError.new(e.kind, 'Signed out here only', why, error: e.error, help: e.help)
  end

  #: server
  # The app says who it is: with its secret in the header, where logs do not look.
  private def ask_as_app(path, form)
    request = Net::HTTP::Post.new(path)
    request.basic_auth(@client_id, @client_secret) if @client_secret
    request.set_form_data(@client_secret ? form : { **form, client_id: @client_id })
    ask(request, form[:grant_type] == 'authorization_code' ? 1 : 3)
  end

  # One request, tried again twice where the server is busy. A code is never sent twice.
  private def ask(request, tries = 3)
    response = send_once(request)
    status = response.code.to_i
    asked = response.fetch('Retry-After', status == 503 ? '1' : '')
    wait = asked[/\A\d+\z/]&.to_i if [429, 503].include?(status)
    if wait && wait <= 60 && tries > 1
      sleep(wait)
      return ask(request, tries - 1)
    end
    body = json_in(response)
    if body.nil? || status.between?(300, 399)
      next_step = status >= 500 ? 'Try again later.' : 'Check RC_SERVER_URL.'
      why = "#{@server}#{request.path} answered #{status}, and not in JSON. #{next_step}"
      raise OAuthError.new(:answer, 'That is not an answer of RingCentral’s', why, status: status)
    end
    status < 400 ? body : refuse(response, Hash.try_convert(body).to_h, wait.to_i)
  end

  # Net::HTTP follows no redirect, which could carry the secret to another host.
  private def send_once(request)
    uri = URI(@server)
    limits = { open_timeout: 10, read_timeout: 10, write_timeout: 10, max_retries: 0 }
    request['Accept'] = 'application/json'
    Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == 'https', **limits) { _1.request(request) }
  rescue StandardError => e
    why = "#{@server} gave no answer (#{e.class}). Check RC_SERVER_URL, http or https, and that the server is running."
    raise OAuthError.new(:unreachable, 'The server cannot be reached', why)
  end

  private def json_in(response)
    body = JSON.parse(response.body.to_s.empty? ? '{}' : response.body)
    body if body.is_a?(Hash) || body.is_a?(Array)
  rescue JSON::ParserError
    nil # HTML, as a proxy or another server sends it.
  end

  # The server's own code: OAU-146 says more than 400. The sandbox also links to why.
  private def refuse(response, body, wait)
    first = Hash.try_convert(Array(body['errors']).first).to_h
    error = body['error']
    code = first['errorCode'] || body['errorCode'] || error || "HTTP #{response.code}"
    later = "try again in #{wait} seconds" if wait.positive?
    why = "#{without_stop(first['message'] || body['error_description'] || body['message'])} " \
          "(#{["HTTP #{response.code}", error, later].compact.join(', ')})."
    help = response['Link'].to_s[/<(https?:[^>\s]+)>; rel="help"/, 1]
    refusal = { status: response.code.to_i, error: error, help: help }
    raise OAuthError.new(:refused, "The server refused: #{code}", why, **refusal)
  end

  private def without_stop(said)
    said.to_s.empty? ? 'It says no more' : said.to_s.delete_suffix('.')
  end
end
