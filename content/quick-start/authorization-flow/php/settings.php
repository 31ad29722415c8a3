<?php
// The settings of a program, from the environment or from the file .env beside it. Nothing in
// here is about OAuth: a project of yours has its own way to them.
declare(strict_types=1);

//: settings
/** What other samples and SDKs of RingCentral call the same: told, never read. */
const OTHER_NAMES = [
    'RC_SERVER_URL' => ['RINGCENTRAL_SERVER_URL', 'RINGCENTRAL_SERVER', 'RC_APP_SERVER_URL'],
    'RC_APP_CLIENT_ID' => ['RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID', 'RINGCENTRAL_CLIENTID', 'RC_APP_KEY'],
    'RC_APP_CLIENT_SECRET' =>
        ['RC_CLIENT_SECRET', 'RINGCENTRAL_CLIENT_SECRET', 'RINGCENTRAL_CLIENTSECRET', 'RC_APP_SECRET'],
    'RC_REDIRECT_URL' => ['RC_REDIRECT_URI', 'RINGCENTRAL_REDIRECT_URL', 'RC_APP_REDIRECT_URL'],
    'RC_USER_JWT' => ['RC_JWT', 'RINGCENTRAL_JWT_TOKEN', 'RINGCENTRAL_JWT'],
    'RC_USERNAME' => ['RINGCENTRAL_USERNAME'],
    'RC_EXTENSION' => ['RINGCENTRAL_EXTENSION'],
    'RC_PASSWORD' => ['RINGCENTRAL_PASSWORD'],
];

/** Ends the program with one line that says why. */
function stop(string $line): never
{
    fwrite(STDERR, "$line\n");
    exit(1);
}

function readEnvFile(string $path): array
{
    if (!is_file($path) || !is_readable($path)) {
        stop("$path cannot be read (" . (is_file($path) ? 'permission denied' : 'it is no file') . ').');
    }
    $text = file_get_contents($path);
    if (strpos($text, "\0") !== false) {
        stop("$path is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.");
    }
    $values = [];
    foreach (preg_split('/\r\n?|\n/', preg_replace('/^\xEF\xBB\xBF/', '', $text)) as $line) {
        if (preg_match('/^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$/', $line, $parts)) {
            $isQuoted = preg_match('/^(["\'])(.*?)\1/', $parts[2], $quoted);
            $values[$parts[1]] = $isQuoted ? $quoted[2] : trim(preg_replace('/(^|\s)#.*$/', '', $parts[2]));
        }
    }
    return $values;
}

/** The server, the app, and the settings named here; prints the first line of the program. */
function readSettings(string $folder, array $needed, array $optional = []): array
{
    // This file and those that call it are written so that an older PHP can read as far as here.
    PHP_VERSION_ID >= 80100 || stop('This program needs PHP 8.1 or later. This is PHP ' . PHP_VERSION . '.');
    extension_loaded('curl') || stop("This program needs PHP's curl extension.");
    $path = "$folder/.env";
    $file = file_exists($path) ? readEnvFile($path) : null;
    $shell = array_filter(array_map('trim', getenv()), 'strlen');
    $values = $shell + array_filter($file ?? [], 'strlen');

    $names = ['RC_SERVER_URL', 'RC_APP_CLIENT_ID', ...$needed, ...$optional];
    foreach (array_diff($names, array_keys($values)) as $name) {
        $other = current(array_intersect(OTHER_NAMES[$name], array_keys($values)));
        if ($other) {
            stop("$name is missing. $other is set; this program reads $name.");
        }
        if (in_array($name, $optional, true)) {
            continue;
        }
        if ($file !== null) {
            stop("$name is missing. $path does not set it.");
        }
        $near = array_filter([dirname($folder), getcwd()], fn ($one) => file_exists("$one/.env"));
        $moved = $near ? ' There is one in ' . reset($near) . ': move it beside the program.' : '';
        stop("$name is missing. There is no $path.$moved");
    }

    $server = rtrim($values['RC_SERVER_URL'], '/');
    if (!preg_match('~^https?://[^/?#\s]+~', $server, $root) || !parse_url($server)) {
        stop("RC_SERVER_URL is \"$server\", which is no http or https address.");
    }
    if ($root[0] !== $server) {
        stop("RC_SERVER_URL is \"$server\". Leave out what follows $root[0].");
    }
    $redirectUri = in_array('RC_REDIRECT_URL', $needed, true) ? $values['RC_REDIRECT_URL'] : null;
    $isHere = preg_match('~^http://(?:localhost|127\.0\.0\.1)(?::(\d+))?/(?!(?:login|logout|test)?$)[^?#]*$~', $redirectUri ?? '', $parts);
    $port = (int) ($parts[1] ?? 80);
    if ($redirectUri !== null && (!$isHere || $port < 1 || $port > 65535)) {
        stop("RC_REDIRECT_URL is \"$redirectUri\". This program listens on this computer alone, and has pages of its own: use an address like http://localhost:5000/oauth2callback.");
    }

    $fromShell = implode(', ', array_intersect($names, array_keys($shell)));
    $but = $fromShell !== '' ? ", but $fromShell from the environment" : '';
    $source = $file !== null ? $path . $but : 'the environment';
    $end = $redirectUri !== null ? 'Stop it with Ctrl-C.' : 'It ends by itself.';
    echo "Server $server, app $values[RC_APP_CLIENT_ID], settings from $source. $end\n";
    return [
        'server' => $server,
        'clientId' => $values['RC_APP_CLIENT_ID'],
        'clientSecret' => $values['RC_APP_CLIENT_SECRET'] ?? null,
        'redirectUri' => $redirectUri,
        'port' => $port,
        'jwt' => $values['RC_USER_JWT'] ?? null,
        'username' => $values['RC_USERNAME'] ?? null,
        'extension' => $values['RC_EXTENSION'] ?? null,
        'password' => $values['RC_PASSWORD'] ?? null,
    ];
}
