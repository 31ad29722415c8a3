<?php
// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: first-call does the same with one.
//
//   php password.php
//
// Needs PHP 8 with its curl extension, and no packages. The settings come from the
// environment, or from a file named .env beside this one.
declare(strict_types=1);

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
    fwrite(STDERR, "$line\n");
    exit(1);
}

function required(string ...$names): string
{
    return setting(...$names) ?? stop("$names[0] is missing. Set it in the environment or in .env.");
}

define('SERVER', rtrim(required('RC_SERVER_URL'), '/'));
if (!preg_match('~^https?://[^/]~', SERVER) || !parse_url(SERVER)) {
    stop('RC_SERVER_URL is "' . SERVER . '", which is no http or https address.');
}
$client_id = required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID');
$client_secret = required('RC_APP_CLIENT_SECRET', 'RC_CLIENT_SECRET', 'RINGCENTRAL_CLIENT_SECRET');
// An app that keeps its users' passwords loses them all when it is broken into.
$user = array_filter([
    'username' => required('RC_USERNAME'), // The main number with + and country code, or an e-mail address.
    'extension' => setting('RC_EXTENSION'),
    'password' => required('RC_PASSWORD'),
]);

//: server
/** What to look at, by the server's error. */
const NEXT_STEP = [
    'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    'unauthorized_client' => 'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
    'invalid_request' => 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.',
    'invalid_grant' => 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.',
];

/** Where this very request is explained, as far as the server tells: the sandbox does. */
function help_in(string $headers): string
{
    $is_there = preg_match('/^link:.*<(https?:[^>\s]+)>; rel="help"/im', $headers, $found);
    return $is_there ? "Read why at $found[1]" : '';
}

/** One request, and its JSON. A refusal ends the script with the server's own code. */
function ask(string $path, string $authorization, ?array $form = null): array
{
    // curl follows no redirect unless told to: one could carry the secret to another host.
    $curl = curl_init(SERVER . $path);
    $answered = '';
    curl_setopt_array($curl, [
        CURLOPT_HTTPHEADER => ['Accept: application/json', "Authorization: $authorization"],
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
        stop(SERVER . ' gave no answer (' . curl_error($curl) . '). ' .
            'Check RC_SERVER_URL, and that the server is running.');
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $body = json_decode($text === '' ? '{}' : $text, true);
    $is_object = is_array($body) && ($text === '' || str_starts_with(ltrim($text), '{'));
    if (!$is_object || ($status >= 300 && $status < 400)) {
        stop(SERVER . "$path answered $status, and not in JSON. Check RC_SERVER_URL.");
    }
    if ($status >= 400) {
        $first = $body['errors'][0] ?? [];
        $error = $body['error'] ?? '';
        $code = $first['errorCode'] ?? $body['errorCode'] ?? ($error ?: "HTTP $status");
        $message = $first['message'] ?? $body['error_description'] ?? $body['message'] ?? '';
        $words = ["The server refused: $code.", $message, NEXT_STEP[$error] ?? '', help_in($answered)];
        stop(implode(' ', array_filter($words)));
    }
    return $body;
}

//: token
// The secret goes into the header, where logs do not look.
$tokens = ask('/restapi/oauth/token', 'Basic ' . base64_encode("$client_id:$client_secret"), [
    'grant_type' => 'password',
    ...$user,
]);
if (!is_string($tokens['access_token'] ?? null)) {
    stop('The answer of ' . SERVER . ' holds no token.');
}
echo "Signed in with a password, as only the sandbox still allows. The token is good for {$tokens['expires_in']} seconds.\n";

//: api
$path = '/restapi/v1.0/account/~/extension/~';
$extension = ask($path, "Bearer {$tokens['access_token']}");
echo "GET $path\n";
echo "Extension {$extension['extensionNumber']}: {$extension['name']}, {$extension['status']}\n";

//: next
echo <<<'TEXT'

    What to do next: move to a JWT where a script acts for one account. Where users sign in to
    your app, let them do so themselves: authorization code with PKCE.

    TEXT;
