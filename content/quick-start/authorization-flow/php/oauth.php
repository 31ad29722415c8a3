<?php
// One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
// project. It prints nothing, ends nothing, and holds nothing of other users.
declare(strict_types=1);

//: problem
/** `$kind`: state, denied, refused, answer, unreachable or ended. A refusal has the server's `$error`. */
class OAuthError extends RuntimeException
{
    public function __construct(
        public readonly string $kind,
        public readonly string $title,
        public readonly string $why,
        public readonly ?string $error = null,
        public readonly ?int $status = null,
        public readonly ?string $help = null,
    ) {
        parent::__construct("$title. $why");
    }
}

class OAuth
{
    /**
     * `$save` is given what to keep of this user whenever it changes, `$kept` is what it was given
     * last. Requests of one user have to take turns; those that share a PHP session do.
     *
     * @param array{server: string, clientId: string, clientSecret: ?string, redirectUri: ?string} $settings
     */
    public function __construct(
        private readonly array $settings,
        private readonly ?Closure $save = null,
        private array $kept = [],
    ) {
    }

    /** `access`, `refresh`, `expiresAt` and `owner`, or null. */
    public function tokens(): ?array
    {
        return $this->kept['tokens'] ?? null;
    }

    private function keep(array $change): void
    {
        $this->kept = [...$this->kept, ...$change];
        if ($this->save) {
            ($this->save)($this->kept);
        }
    }

    //: sign in
    /** Where to send the browser. State and verifier stay here; only the verifier's hash leaves. */
    public function start(): string
    {
        [$state, $verifier] = [self::base64url(random_bytes(32)), self::base64url(random_bytes(32))];
        $this->keep(['pending' => ['state' => $state, 'verifier' => $verifier]]);
        return $this->settings['server'] . '/restapi/oauth/authorize?' . http_build_query([
            'response_type' => 'code',
            'client_id' => $this->settings['clientId'],
            'redirect_uri' => $this->settings['redirectUri'],
            'state' => $state,
            'code_challenge' => self::base64url(hash('sha256', $verifier, true)),
            'code_challenge_method' => 'S256',
        ]);
    }

    private static function base64url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }

    //: callback
    /** The browser is back: compares, then exchanges the code. `$query` is $_GET. */
    public function finish(array $query): void
    {
        ['server' => $server, 'redirectUri' => $redirectUri] = $this->settings;
        $pending = $this->kept['pending'] ?? null;
        $query = array_filter($query, 'is_string'); // PHP makes an array of state[]=1.
        if (!$pending || !hash_equals($pending['state'], $query['state'] ?? '')) {
            $why = 'Its state is not the one that this browser was given: it was used before, this program was restarted, or somebody else began it. Its code is not used. Sign in again.';
            throw new OAuthError('state', 'This answer belongs to no sign-in of yours', $why);
        }
        $this->keep(['pending' => null]); // Good once.
        ['iss' => $iss, 'error' => $error, 'code' => $code] = $query + ['iss' => '', 'error' => '', 'code' => ''];
        if ($iss !== '' && $iss !== $server) {
            $why = "It is from $iss, and the sign-in began at $server. Its code is not used. Sign in again.";
            throw new OAuthError('state', 'This answer comes from another server', $why);
        }
        if ($error !== '') {
            $denied = $error === 'access_denied';
            $title = $denied ? 'Access was refused' : 'The server refused the sign-in';
            $said = rtrim($query['error_description'] ?? 'It says no more', '.');
            $why = "$said. Sign in again when you want to.";
            throw new OAuthError($denied ? 'denied' : 'refused', "$title: $error", $why, $error);
        }
        if ($code === '') {
            throw new OAuthError('state', 'No code came back', 'Sign in again.');
        }
        // The code alone is worth nothing, and the redirect URI has to be the same as before.
        $grant = ['grant_type' => 'authorization_code', 'code' => $code];
        $this->exchange($grant + ['redirect_uri' => $redirectUri, 'code_verifier' => $pending['verifier']]);
    }

    //: token
    /** Exchanges a grant for tokens. Both are replaced together: a refresh token is spent by its use. */
    public function exchange(array $form): void
    {
        $answer = $this->askAsApp('/restapi/oauth/token', $form);
        $access = $answer['access_token'] ?? null;
        $seconds = $answer['expires_in'] ?? 0;
        $type = $answer['token_type'] ?? 'bearer';
        if (!is_string($access) || !is_numeric($seconds) || $seconds <= 0 || !preg_match('/^bearer$/i', (string) $type)) {
            $why = "Check that {$this->settings['server']} is the right server.";
            throw new OAuthError('answer', 'The answer holds no token', $why);
        }
        $this->keep(['tokens' => [
            'access' => $access,
            'refresh' => $answer['refresh_token'] ?? null,
            'expiresAt' => time() + (int) $seconds,
            'owner' => $answer['owner_id'] ?? null,
        ]]);
    }

    //: refresh
    /** A request that had to wait for its turn finds the new tokens, and does not come here. */
    private function refresh(string $token): void
    {
        try {
            $this->exchange(['grant_type' => 'refresh_token', 'refresh_token' => $token]);
        } catch (OAuthError $error) {
            // Only this answer means that the tokens are dead. A server that is down may come back.
            throw $error->error === 'invalid_grant'
                ? $this->ended("It was revoked, or it lasted too long. $error->title. Sign in again.")
                : $error;
        }
    }

    private function ended(string $why): OAuthError
    {
        $this->keep(['tokens' => null]);
        return new OAuthError('ended', 'Your sign-in has ended', $why);
    }

    //: api
    /** GETs a path: refreshes a minute before the token's end, and tries once more after a 401. */
    public function call(string $path, bool $mayRefresh = true): array
    {
        $tokens = $this->tokens() ?? throw new OAuthError('ended', 'You are signed out', 'Sign in first.');
        $canRefresh = $mayRefresh && $tokens['refresh'] !== null;
        if (!$canRefresh || time() < $tokens['expiresAt'] - 60) {
            try {
                return $this->ask($path, ["Authorization: Bearer $tokens[access]"]);
            } catch (OAuthError $error) {
                if ($error->status !== 401) {
                    throw $error;
                }
                if (!$canRefresh) {
                    throw $this->ended("$error->title. Sign in again.");
                }
            }
        }
        $this->refresh($tokens['refresh']);
        return $this->call($path, false);
    }

    //: sign out
    /** Revoking one token ends the session at the server. Here it is forgotten in any case. */
    public function revoke(): void
    {
        $tokens = $this->tokens();
        $this->keep(['tokens' => null]);
        if (!$tokens) {
            return;
        }
        try {
            $this->askAsApp('/restapi/oauth/revoke', ['token' => $tokens['refresh'] ?? $tokens['access']]);
        } catch (OAuthError $e) {
            $why = "The tokens are forgotten, but could not be revoked: {$e->getMessage()}";
            throw new OAuthError($e->kind, 'Signed out here only', $why, $e->error, $e->status, $e->help);
        }
    }

    //: server
    /** The app says who it is: with its secret in the header, where logs do not look. */
    private function askAsApp(string $path, array $form): array
    {
        ['clientId' => $id, 'clientSecret' => $secret] = $this->settings;
        return $secret
            ? $this->ask($path, ['Authorization: Basic ' . base64_encode("$id:$secret")], $form)
            : $this->ask($path, [], $form + ['client_id' => $id]);
    }

    /** One request, tried again twice where the server is busy. A code is never sent twice. */
    private function ask(string $path, array $headers, ?array $form = null, int $tries = 1): array
    {
        $server = $this->settings['server'];
        $curl = curl_init($server . $path);
        curl_setopt_array($curl, [
            CURLOPT_HTTPHEADER => ['Accept: application/json', ...$headers],
            CURLOPT_HEADER => true,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false, // A redirect could carry the secret to another host.
            CURLOPT_TIMEOUT => 10,
            CURLOPT_USERAGENT => 'PHP/' . PHP_VERSION, // curl would send no name.
            CURLOPT_NOPROXY => 'localhost,127.0.0.1,::1', // No proxy reaches this computer.
        ] + ($form ? [CURLOPT_POSTFIELDS => http_build_query($form)] : []));
        $answer = curl_exec($curl);
        if ($answer === false) {
            $reason = curl_error($curl);
            $why = "$server gave no answer ($reason). Check RC_SERVER_URL, http or https, and that the server is running.";
            throw new OAuthError('unreachable', 'The server cannot be reached', $why);
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $size = curl_getinfo($curl, CURLINFO_HEADER_SIZE);
        [$head, $text] = [substr($answer, 0, $size), substr($answer, $size)];
        $asked = preg_match('/^retry-after: *(\S*)/im', $head, $found) ? $found[1] : ($status === 503 ? 1 : null);
        $wait = in_array($status, [429, 503], true) && is_numeric($asked) ? max(0, (int) $asked) : null;
        $repeats = $tries < 3 && ($form['grant_type'] ?? '') !== 'authorization_code';
        if ($repeats && $wait !== null && $wait <= 60) {
            sleep($wait);
            return $this->ask($path, $headers, $form, $tries + 1);
        }
        $body = json_decode($text === '' ? '{}' : $text, true);
        if (!is_array($body) || ($status >= 300 && $status < 400)) {
            $why = "$server$path answered $status, and not in JSON. "
                . ($status >= 500 ? 'Try again later.' : 'Check RC_SERVER_URL.');
            throw new OAuthError('answer', 'That is not an answer of RingCentral’s', $why, status: $status);
        }
        if ($status < 400) {
            return $body;
        }
        // The server's own code: OAU-146 says more than 400. The sandbox also links to why.
        $first = $body['errors'][0] ?? [];
        $error = $body['error'] ?? null;
        $code = $first['errorCode'] ?? $body['errorCode'] ?? $error ?? "HTTP $status";
        $said = $first['message'] ?? $body['error_description'] ?? $body['message'] ?? 'It says no more';
        $facts = array_filter(["HTTP $status", $error, $wait ? "try again in $wait seconds" : null]);
        $why = rtrim($said, '.') . ' (' . implode(', ', $facts) . ').';
        $help = preg_match('/^link:.*<(https?:[^>\s]+)>; rel="help"/im', $head, $found) ? $found[1] : null;
        throw new OAuthError('refused', "The server refused: $code", $why, $error, $status, $help);
    }
}
