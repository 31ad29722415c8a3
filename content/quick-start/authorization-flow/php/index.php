<?php
// Sign in with RingCentral from a small web app: authorization code with PKCE.
//
//   php index.php     then open http://localhost:5000
//
// Needs PHP 8 with its curl extension, and no packages. The settings come from the
// environment, or from a file named .env beside this one.
declare(strict_types=1);

ini_set('display_errors', '0'); // A reader of the page gets words, not the insides.

//: settings
function read_env_file(string $path): array
{
    $values = [];
    foreach (is_file($path) ? file($path, FILE_IGNORE_NEW_LINES) : [] as $line) {
        if (preg_match('/^\s*([A-Za-z_]\w*)\s*=(.*)$/', $line, $parts)) {
            $values[$parts[1]] = trim(trim($parts[2]), '"\'');
        }
    }
    return $values;
}

/** One value has had several names over the years: the first that is set counts. */
function setting(string ...$names): ?string
{
    static $file = null;
    $file ??= read_env_file(__DIR__ . '/.env');
    foreach ($names as $name) {
        $value = getenv($name); // The environment comes before the file.
        $value = trim($value === false ? $file[$name] ?? '' : $value);
        if ($value !== '') {
            return $value;
        }
    }
    return null;
}

function stop(string $line): never
{
    if (PHP_SAPI === 'cli') {
        fwrite(STDERR, "$line\n");
    } else {
        http_response_code(500);
        echo page('This program cannot run', '<p>' . escape($line) . '</p>');
    }
    exit(1);
}

function required(string ...$names): string
{
    return setting(...$names) ?? stop("$names[0] is missing. Set it in the environment or in .env.");
}

function address(string $name, string $text): string
{
    $parts = parse_url($text) ?: [];
    if (!in_array($parts['scheme'] ?? '', ['http', 'https'], true) || empty($parts['host'])) {
        stop("$name is \"$text\", which is no http or https address.");
    }
    return $text;
}

define('SERVER', address('RC_SERVER_URL', rtrim(required('RC_SERVER_URL'), '/')));
define('CLIENT_ID', required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID'));
// An app without a secret is a public client: leave the setting out.
define(
    'CLIENT_SECRET',
    setting('RC_APP_CLIENT_SECRET', 'RC_CLIENT_SECRET', 'RINGCENTRAL_CLIENT_SECRET'),
);
define('PORT', setting('PORT') ?? '5000');
if (!ctype_digit(PORT) || (int) PORT < 1 || (int) PORT > 65535) {
    stop('PORT is "' . PORT . '". Use a number from 1 to 65535.');
}
// Registered at the server character for character: a slash more is another address.
define(
    'REDIRECT_URI',
    address(
        'RC_REDIRECT_URL',
        setting('RC_REDIRECT_URL') ?? 'http://localhost:' . PORT . '/oauth2callback',
    ),
);

//: problem
/** What the user is told: a status, what happened, and why with what to do. */
class Problem extends Exception
{
    public function __construct(
        public int $status,
        public string $title,
        public string $why,
        public ?string $error = null,
    ) {
        parent::__construct("$title. $why");
    }
}

/** A line in the terminal that the program was started from. */
function say(string $line): void
{
    file_put_contents('php://stdout', "$line\n");
}

//: server
/** One request to RingCentral or the sandbox: GET, or POST where there is a form. */
function ask(string $path, array $headers, ?array $form = null): array
{
    // curl follows no redirect unless told to: one could carry the secret to another host.
    $curl = curl_init(SERVER . $path);
    $answered = '';
    curl_setopt_array($curl, [
        CURLOPT_HTTPHEADER => ['Accept: application/json', ...$headers],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 10,
        CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$answered): int {
            $answered .= $line;
            return strlen($line);
        },
        // A proxy that is set for the internet cannot reach this machine.
        CURLOPT_NOPROXY => trim(getenv('no_proxy') . ',localhost,127.0.0.1,::1', ','),
    ]);
    if ($form) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($form));
    }
    $text = curl_exec($curl);
    if ($text === false) {
        throw new Problem(
            502,
            'The server cannot be reached',
            SERVER . ' gave no answer (' . curl_error($curl) . '). ' .
                'Check RC_SERVER_URL, and that the server is running.',
        );
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $body = json_decode($text === '' ? '{}' : $text, true);
    $isObject = is_array($body) && ($text === '' || str_starts_with(ltrim($text), '{'));
    if (!$isObject || ($status >= 300 && $status < 400)) {
        throw new Problem(
            502,
            'That is not an answer of RingCentral’s',
            SERVER . "$path answered $status, and not in JSON. Check RC_SERVER_URL.",
        );
    }
    return [$status, $body, help_in($answered)];
}

/** Where this very request is explained, as far as the server tells: the sandbox does. */
function help_in(string $headers): string
{
    $is_there = preg_match('/^link:.*<(https?:[^>\s]+)>; rel="help"/im', $headers, $found);
    return $is_there ? "Read why at $found[1]" : '';
}

/** A refusal with the server's own code: OAU-146 says more than 400. */
function refusal(int $status, array $body, string $help): Problem
{
    $first = $body['errors'][0] ?? [];
    $error = $body['error'] ?? null;
    $code = $first['errorCode'] ?? $body['errorCode'] ?? $error ?? "HTTP $status";
    $text = $first['message'] ?? $body['error_description'] ?? $body['message'] ?? 'It says no more.';
    $next = [
        'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
        'invalid_grant' => 'A code is good once, for about a minute. Sign in again.',
    ];
    $why = "$text (HTTP $status" . ($error ? ", $error" : '') . ').';
    $words = array_filter([$why, $next[$error ?? ''] ?? '', $help]);
    return new Problem(502, "The server refused: $code", implode(' ', $words), $error);
}

/** A form to the token or revoke endpoint, with which the app says who it is. */
function ask_as_app(string $path, array $form): array
{
    $headers = [];
    if (CLIENT_SECRET !== null) {
        // The secret goes into the header, where logs do not look.
        $headers[] = 'Authorization: Basic ' . base64_encode(CLIENT_ID . ':' . CLIENT_SECRET);
    } else {
        $form['client_id'] = CLIENT_ID;
    }
    [$status, $body, $help] = ask($path, $headers, $form);
    if ($status >= 400) {
        throw refusal($status, $body, $help);
    }
    return $body;
}

//: sign in
function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/** State and verifier stay in the PHP session; only the hash of the verifier leaves. */
function sign_in_url(): string
{
    $_SESSION['state'] = base64url(random_bytes(32));
    $_SESSION['verifier'] = base64url(random_bytes(32));
    $query = http_build_query([
        'response_type' => 'code',
        'client_id' => CLIENT_ID,
        'redirect_uri' => REDIRECT_URI,
        'state' => $_SESSION['state'],
        'code_challenge' => base64url(hash('sha256', $_SESSION['verifier'], true)),
        'code_challenge_method' => 'S256',
    ]);
    return SERVER . "/restapi/oauth/authorize?$query";
}

/** A parameter of the address, as text: PHP makes arrays of names that end with []. */
function parameter(string $name): ?string
{
    return is_string($_GET[$name] ?? null) ? $_GET[$name] : null;
}

//: callback
/** The browser comes back with a code, or with the reason why there is none. */
function take_answer(): void
{
    $state = $_SESSION['state'] ?? '';
    $verifier = $_SESSION['verifier'] ?? '';
    if ($state === '' || !hash_equals($state, parameter('state') ?? '')) {
        throw new Problem(
            400,
            'This answer belongs to no sign-in of yours',
            'Its state is not the one that this browser was given, or it was used before. ' .
                'Somebody else may have begun it, so its code is not used. Sign in again.',
        );
    }
    unset($_SESSION['state'], $_SESSION['verifier']); // Good once.
    $error = parameter('error');
    $text = parameter('error_description') ?? 'It says no more.';
    if ($error === 'access_denied') {
        throw new Problem(
            403,
            'Access was refused',
            "The server says $error: $text No code was sent. Sign in again when you want to allow it.",
        );
    }
    if ($error !== null) {
        throw new Problem(502, "The server refused the sign-in: $error", $text);
    }
    $code = parameter('code') ?? '';
    if ($code === '') {
        throw new Problem(400, 'No code came back', 'Sign in again.');
    }
    exchange($code, $verifier);
}

//: token
/** The code alone is worth nothing: whoever trades it must know the verifier too. */
function exchange(string $code, string $verifier): void
{
    $answer = ask_as_app('/restapi/oauth/token', [
        'grant_type' => 'authorization_code',
        'code' => $code,
        'redirect_uri' => REDIRECT_URI, // The same as before: the server compares them.
        'code_verifier' => $verifier,
    ]);
    keep($answer);
    say("Signed in. The token is good for {$answer['expires_in']} seconds.");
}

/** Both tokens are replaced together: a refresh token is spent by its use. */
function keep(array $answer): void
{
    if (!is_string($answer['access_token'] ?? null) || !is_int($answer['expires_in'] ?? null)) {
        throw new Problem(
            502,
            'The answer holds no token',
            'Check that ' . SERVER . ' is the right server.',
        );
    }
    $_SESSION['tokens'] = [
        'access' => $answer['access_token'],
        'refresh' => $answer['refresh_token'] ?? null, // Missing where the app's settings issue none.
        'expires_at' => time() + $answer['expires_in'],
        'owner' => $answer['owner_id'] ?? '',
    ];
}

//: refresh
/** PHP locks a session while a request has it open, so two requests never refresh at once. */
function refresh(): void
{
    try {
        $answer = ask_as_app('/restapi/oauth/token', [
            'grant_type' => 'refresh_token',
            'refresh_token' => $_SESSION['tokens']['refresh'],
        ]);
        keep($answer);
    } catch (Problem $problem) {
        // Only this answer means that the tokens are dead. A server that is down may come back.
        if ($problem->error !== 'invalid_grant') {
            throw $problem;
        }
        unset($_SESSION['tokens']);
        throw new Problem(
            401,
            'Your sign-in has ended',
            "It was revoked, or it lasted too long. $problem->title. Sign in again.",
        );
    }
    say("Refreshed. The new token is good for {$answer['expires_in']} seconds.");
}

//: api
const CALLS = [
    'extension' => '/restapi/v1.0/account/~/extension/~',
    'extension-call-log' => '/restapi/v1.0/account/~/extension/~/call-log',
    'account-call-log' => '/restapi/v1.0/account/~/call-log',
];

/** A call with a fresh token: refreshed shortly before its end, and once more after a 401. */
function call_api(string $path): array
{
    $get = function () use ($path): array {
        $answer = ask($path, ['Authorization: Bearer ' . $_SESSION['tokens']['access']]);
        say("GET $path: $answer[0]");
        return $answer;
    };
    $can_refresh = $_SESSION['tokens']['refresh'] !== null;
    if ($can_refresh && time() > $_SESSION['tokens']['expires_at'] - 60) {
        refresh();
    }
    [$status, $body, $help] = $get();
    if ($status === 401 && $can_refresh) {
        refresh();
        [$status, $body, $help] = $get();
    }
    if ($status === 401) {
        unset($_SESSION['tokens']);
        $why = refusal($status, $body, $help)->title . '. Sign in again.';
        throw new Problem(401, 'Your sign-in has ended', $why);
    }
    if ($status >= 400) {
        throw refusal($status, $body, $help);
    }
    return $body;
}

//: sign out
/** Revoking one token ends the whole session at the server. Here it is forgotten in any case. */
function sign_out(): void
{
    ['access' => $access, 'refresh' => $refresh] = $_SESSION['tokens'];
    $_SESSION = [];
    try {
        ask_as_app('/restapi/oauth/revoke', ['token' => $refresh ?? $access]);
    } catch (Problem $problem) {
        $why = "This app has forgotten your tokens, but could not revoke them: {$problem->getMessage()}";
        throw new Problem(502, 'Signed out here only', $why);
    }
    say('Signed out. The tokens are revoked.');
}

//: pages
function escape(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE);
}

function page(string $title, string $body): string
{
    $title = escape($title);
    return <<<HTML
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>$title</title>
        <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
        <h1>$title</h1>
        $body
        </body>
        </html>
        HTML;
}

function home(): string
{
    $tokens = $_SESSION['tokens'] ?? null;
    if (!$tokens) {
        return page('You are signed out', '<p><a href="/login">Sign in with RingCentral</a></p>');
    }
    $owner = escape((string) $tokens['owner']);
    $seconds = $tokens['expires_at'] - time();
    $links = '';
    foreach (CALLS as $name => $path) {
        $links .= "<li><a href=\"/test?api=$name\">GET $path</a></li>\n";
    }
    return page(
        'You are signed in',
        "<p>The token belongs to extension id $owner and is good for $seconds seconds.</p>
        <ul>$links</ul>
        <form method=\"post\" action=\"/logout\"><button>Sign out</button></form>",
    );
}

//: run
function redirect(string $where): never
{
    header("Location: $where", true, 302);
    exit();
}

function answer(): string
{
    $path = explode('?', $_SERVER['REQUEST_URI'], 2)[0];
    $back = '<p><a href="/">Back to the start</a></p>';
    if ($path === '/') {
        return home();
    }
    if ($path === '/login') {
        redirect(sign_in_url());
    }
    if ($path === parse_url(REDIRECT_URI, PHP_URL_PATH)) {
        take_answer();
        // A new id at every sign-in, so that nobody can be made to use one that somebody knows.
        session_regenerate_id(true);
        redirect('/'); // On to a page without the code in its address.
    }
    if ($path !== '/test' && $path !== '/logout') {
        throw new Problem(404, 'There is nothing here', 'Go back to the start.');
    }
    if (!isset($_SESSION['tokens'])) {
        throw new Problem(401, 'You are signed out', 'Sign in first.');
    }
    if ($path === '/logout') {
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem(405, 'Press the button', 'Signing out is a POST.');
        }
        sign_out();
        return page('You are signed out', $back);
    }
    $call = CALLS[parameter('api') ?? ''] ?? null;
    if ($call === null) {
        throw new Problem(400, 'No such call', 'Choose one of the list.');
    }
    $options = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;
    $json = escape(json_encode(call_api($call), $options));
    return page(
        "GET $call",
        "<p><a href=\"/\">Back</a></p>\n<pre style=\"white-space: pre-wrap\">$json</pre>",
    );
}

/** One request. PHP starts this file anew for each, and keeps what is in the session between them. */
function serve_request(): void
{
    session_name('quick-start-session');
    session_start([
        'use_strict_mode' => true, // An id that was not made here is nobody's.
        'cookie_httponly' => true,
        'cookie_samesite' => 'Lax',
    ]);
    header('Cache-Control: no-store');
    try {
        echo answer();
    } catch (Throwable $error) {
        $problem = $error instanceof Problem
            ? $error
            : new Problem(500, 'This program met what it did not foresee', $error->getMessage());
        say($problem->getMessage());
        http_response_code($problem->status);
        $why = '<p>' . escape($problem->why) . '</p>';
        echo page($problem->title, "$why\n<p><a href=\"/\">Back to the start</a></p>");
    }
}

/** Started in a terminal, this file starts PHP's built-in web server with itself as the router. */
function start_server(): never
{
    $address = 'tcp://127.0.0.1:' . PORT;
    $taken = 'Port ' . PORT . " is taken (on a Mac, 5000 is AirPlay Receiver's). " .
        'Stop what runs there, or change PORT and RC_REDIRECT_URL.';
    // Whoever already answers on the port would get the callback: find out before listening.
    if (@fsockopen('localhost', (int) PORT, $number, $message, 2)) {
        stop($taken);
    }
    // As the router it answers every request itself, so that nobody can fetch .env. What the
    // built-in server logs is thrown away: the address of the callback holds the code.
    $nowhere = ['file', PHP_OS_FAMILY === 'Windows' ? 'NUL' : '/dev/null', 'w'];
    $command = [PHP_BINARY, '-S', '127.0.0.1:' . PORT, __FILE__];
    $server = proc_open($command, [STDIN, STDOUT, $nowhere], $pipes);
    while (!@stream_socket_client($address, $number, $message, 1)) {
        if (!proc_get_status($server)['running']) {
            stop('Cannot listen on port ' . PORT . '.');
        }
        usleep(20_000);
    }
    $parts = parse_url(REDIRECT_URI);
    say("Ready. Open $parts[scheme]://$parts[host]" . (isset($parts['port']) ? ":$parts[port]" : ''));
    exit(proc_close($server));
}

PHP_SAPI === 'cli' ? start_server() : serve_request();
