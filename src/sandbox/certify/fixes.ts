import type { LanguageId } from '#flows/language-names.ts';
import type { Challenge, Shown } from './challenge.ts';

/** The text of a passage's first line, how its last line begins, and how many lines before the first belong to it. */
type Passage = readonly [from: string, to?: string, before?: number];

/**
 * Where the lesson of each quick start does right what a challenge asks for: lines of the very programs that
 * pass it in tests, so that a fix is code that has run. A text stands once in its program; a test holds that.
 */
const passages: Readonly<Record<LanguageId, Readonly<Record<Shown, Passage>>>> = {
  node: {
    state: ['if (!state || given !== state)', '}'],
    issuer: ['if (iss && iss !== server)', '}'],
    once: ['await this.#keep({ pending: undefined });'],
    wait: ['const asked = Number(response.headers', 'const wait ='],
    repeat: ['if (wait <= 60 && tries < 3', '}'],
    guard: ['if (wait <= 60 && tries < 3', '}'],
    access: ['const { access_token: access, refresh_token: refresh', '}'],
    both: ['const expiresAt = Date.now()', 'await this.#keep({ tokens'],
    shared: ["const form = { grant_type: 'refresh_token'", 'this.#refreshing ??='],
    ended: ['await this.#refreshing.catch((error)', '});'],
    without: ['const { access, refresh, expiresAt }', 'await this.#refresh(access)'],
    header: ["return await this.#ask('GET', path"],
    basic: ['const basic = Buffer.from', "return this.#ask('POST', path, { authorization"],
    json: ['body = JSON.parse(text', '}', 1],
  },
  php: {
    state: ['if (!$pending || !hash_equals', '}'],
    issuer: ["if ($iss !== '' && $iss !== $server)", '}'],
    once: ["$this->keep(['pending' => null]);"],
    wait: ["$asked = preg_match('/^retry-after", '$wait ='],
    repeat: ['$repeats = $tries < 3', '}'],
    guard: ['$repeats = $tries < 3', '}'],
    access: ["$access = $answer['access_token']", '}'],
    both: ["$this->keep(['tokens' => [", ']]);'],
    shared: ['/** A request that had to wait for its turn', "$this->exchange(['grant_type'"],
    ended: ['// Only this answer means that the tokens are dead.', '}', 1],
    without: ['$canRefresh = $mayRefresh', '$this->refresh($tokens'],
    header: ['return $this->ask($path, ["Authorization: Bearer'],
    basic: ["? $this->ask($path, ['Authorization: Basic", ': $this->ask(', 1],
    json: ['$body = json_decode(', '}'],
  },
  python: {
    state: ['if not pending or not secrets.compare_digest', 'raise OAuthError'],
    issuer: ['if issuer != server:', 'raise OAuthError'],
    once: ['self._keep(pending=None)'],
    wait: ['after = response.headers.get("Retry-After"', 'wait ='],
    repeat: ['if wait is not None and wait <= 60', 'return self._ask('],
    guard: ['sends_code = form and form.get', 'return self._ask('],
    access: ['access, seconds = answer["access_token"]', 'raise OAuthError', 1],
    both: ['more = {"refresh": answer.get', 'self._keep(tokens='],
    shared: ['if not self.tokens or self.tokens["access"] != used', 'raise self._ended', 1],
    ended: ['# Only this means that the tokens are dead.', 'raise self._ended', 1],
    without: ['may_refresh = again and tokens', 'self._refresh(tokens'],
    header: ['return self._ask(path, {"Authorization": f"Bearer'],
    basic: ['basic = base64.b64encode(', 'return self._ask(path, {"Authorization": f"Basic'],
    json: ['body = json.loads(text', 'body = None', 1],
  },
  ruby: {
    state: ['unless pending && OpenSSL.secure_compare', 'end'],
    issuer: ["unless ['', @server].include?(iss)", 'end'],
    once: ['pending[:verifier].tap { keep(pending: nil) }'],
    wait: ["asked = response.fetch('Retry-After'", 'wait ='],
    repeat: ['if wait && wait <= 60 && tries > 1', 'end'],
    guard: ["ask(request, form[:grant_type] == 'authorization_code'"],
    access: ['access, refresh, type, owner = answer.values_at', 'end'],
    both: ['keep(tokens: { access: access, refresh: refresh'],
    shared: ['return if tokens.to_h[:access] != used', "exchange(grant_type: 'refresh_token'", 1],
    ended: ["raise if e.error != 'invalid_grant'", 'end_session(', 2],
    without: ['may_refresh &&= now[:refresh]', 'refresh(now[:access])'],
    header: ["request = Net::HTTP::Get.new(path, 'Authorization'"],
    basic: ['request.basic_auth(@client_id'],
    json: ['body = JSON.parse(response.body.to_s.empty?', 'end', 1],
  },
  java: {
    state: ['if (pending == null || !MessageDigest.isEqual', '}'],
    issuer: ['var issuer = query.getOrDefault("iss"', '}'],
    once: ['keep(null, kept.tokens);'],
    wait: ['private static long secondsToWait(', '}'],
    repeat: ['var response = sent.orTimeout(10', 'TimeUnit.SECONDS.sleep(wait)'],
    guard: ['var tries = form != null && form.containsValue("authorization_code")'],
    access: ['var access = member(answer, "access_token")', '}'],
    both: ['keep(kept.pending, new Tokens(access'],
    shared: ['private synchronized void refresh(String used)', 'exchange(Map.of("grant_type"'],
    ended: ['if (!"invalid_grant".equals(error.error))', '}', 2],
    without: ['var canRefresh = mayRefresh', 'refresh(tokens.access)'],
    header: ['return ask(path, "Bearer " + tokens.access'],
    basic: ['var both = (client.id + ":"', 'return ask(path, client.secret'],
    json: ['var json = response.body().isBlank()', '}'],
  },
  'c-sharp': {
    state: ['if (kept.Pending is not { } pending', '}'],
    issuer: ['if (query.TryGetValue("iss"', '}'],
    once: ['await Keep(kept with { Pending = null });'],
    wait: ['static int? SecondsToWait(', '}'],
    repeat: ['if (wait <= 60 && tries < 3 && !isCode)', '}'],
    guard: ['if (wait <= 60 && tries < 3 && !isCode)', '}'],
    access: ['var isBearer = "bearer".Equals(', 'throw new OAuthError'],
    both: ['var tokens = new Tokens(access', 'await Keep('],
    shared: ['Task Refresh(string used) => InTurn', 'await ExchangeNow('],
    ended: ['catch (OAuthError error) when (error.Error == "invalid_grant")', '}'],
    without: ['var canRefresh = mayRefresh', 'await Refresh(tokens.Access)'],
    header: ['return await Ask(path, new("Bearer"'],
    basic: ['var both = Encoding.UTF8.GetBytes($"{client.Id}', 'return Ask(path, new("Basic"'],
    json: ['var body = JsonIn(', '}'],
  },
};

interface Lines {
  from: number;
  /** After the last one. */
  to: number;
}

function linesOf(lines: readonly string[], [from, to, before = 0]: Passage): Lines | undefined {
  const first = lines.findIndex((line) => line.includes(from));
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  // A bracket alone is the line; `} catch` begins another one.
  const isLast = (line: string): boolean =>
    to !== undefined && (line === to || (to.length > 3 && line.startsWith(to)));
  const last = to === undefined ? -1 : rest.findIndex((line) => isLast(line.trim()));
  if (to !== undefined && last < 0) return undefined;
  return { from: first - before, to: first + last + 2 };
}

/** Moved to the margin: what stands deep in a class is read on its own. */
function toMargin(lines: readonly string[]): string[] {
  const deep = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...deep)));
}

/**
 * The fix as code: what the lesson of a language does about it, passages with a blank line between.
 *
 * @param lesson the text of the file, such as `oauth.php`
 * @returns undefined where a passage is no longer in it, which a test does not let happen
 */
export function fixCode(
  { shows }: Pick<Challenge, 'shows'>,
  language: LanguageId,
  lesson: string,
): string | undefined {
  const lines = lesson.split('\n');
  const found = shows.map((name) => linesOf(lines, passages[language][name]));
  const parts = found.map(
    (place) => place && toMargin(lines.slice(place.from, place.to)).join('\n'),
  );
  return parts.includes(undefined) ? undefined : parts.join('\n\n');
}

/** For the test that holds each text to one place. */
export const textsOf = (language: LanguageId): string[] =>
  Object.values(passages[language]).map(([from]) => from);
