<?php
// A small web app that signs its users in with RingCentral. What it says to RingCentral stands in
// oauth.php; here are its sessions, pages and routes. Needs PHP 8.1 or later with its curl
// extension, and no packages.
//
//   php app.php     then open the address that it prints
declare(strict_types=1);

require __DIR__ . '/settings.php';

//: sessions
/** One sign-in a browser, in PHP's own session. A real app has them in a store, with tokens encrypted. */
function openSession(array $settings): OAuth
{
    $isOpen = session_start([
        'name' => 'quick-start-session',
        'use_strict_mode' => true, // An id that was not made here is nobody's.
        'cookie_path' => '/',
        'cookie_httponly' => true,
        'cookie_samesite' => 'Lax',
        'cache_limiter' => '',
        'gc_maxlifetime' => 604800, // A refresh token lives for a week.
    ]);
    if (!$isOpen) {
        throw new RuntimeException('PHP cannot write its sessions: look at session.save_path in php.ini.');
    }
    // A cookie knows no port: a copy of this program for another app would have the same session.
    $kept = &$_SESSION["$settings[clientId] at $settings[server]"];
    $save = function (array $next) use (&$kept) {
        if (isset($next['tokens']) && $next['tokens'] !== ($kept['tokens'] ?? null)) {
            say('New tokens, which are kept in the session.');
        }
        $kept = $next;
    };
    return new OAuth($settings, $save, $kept ?? []);
}

//: pages
const CALLS = [
    'extension' => '/restapi/v1.0/account/~/extension/~',
    'extension-call-log' => '/restapi/v1.0/account/~/extension/~/call-log',
    'account-call-log' => '/restapi/v1.0/account/~/call-log',
];
const BACK = '<p><a href="/">Back to the start</a></p>';
const SIGN_IN = '<p><a href="/login">Sign in with RingCentral</a></p>';

function page(string $title, string $content, int $status = 200): string
{
    http_response_code($status);
    $title = htmlspecialchars($title);
    return <<<HTML
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>$title</title>
        <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
        <h1>$title</h1>
        $content
        </body>
        </html>
        HTML;
}

function redirect(string $where): string
{
    header("Location: $where", true, 302);
    return '';
}

function home(array $tokens): string
{
    $owner = htmlspecialchars((string) $tokens['owner']);
    $seconds = $tokens['expiresAt'] - time();
    $links = '';
    foreach (CALLS as $name => $path) {
        $links .= "<li><a href=\"/test?api=$name\">GET $path</a></li>\n";
    }
    return <<<HTML
        <p>The token belongs to extension id $owner and is good for $seconds seconds.</p>
        <ul>$links</ul>
        <form method="post" action="/logout"><button>Sign out</button></form>
        HTML;
}

//: problems
const STATUSES = ['state' => 400, 'denied' => 403, 'ended' => 401, 'unforeseen' => 500];
const NEXT = [
    'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    'invalid_grant' => 'A code is good once, for about a minute. Sign in again.',
];

/** The user is told what the terminal says. */
function problem(OAuthError $problem): string
{
    $help = $problem->help ? "Read why at $problem->help" : null;
    $words = implode(' ', array_filter([$problem->why, NEXT[$problem->error ?? ''] ?? null, $help]));
    say("$problem->title. $words");
    $content = '<p>' . htmlspecialchars($words) . "</p>\n" . SIGN_IN . "\n" . BACK;
    return page($problem->title, $content, STATUSES[$problem->kind] ?? 502);
}

/** A line in the terminal that the program was started from. */
function say(string $line): void
{
    file_put_contents('php://stdout', "$line\n");
}

//: routes
function answer(array $settings): string
{
    $path = explode('?', $_SERVER['REQUEST_URI'], 2)[0];
    if ($path === '/favicon.ico') {
        return (string) http_response_code(204);
    }
    $oauth = openSession($settings);
    if ($path === '/') {
        $tokens = $oauth->tokens();
        return $tokens ? page('You are signed in', home($tokens)) : page('You are signed out', SIGN_IN);
    }
    if ($path === '/login') {
        return redirect($oauth->start());
    }
    if ($path === parse_url($settings['redirectUri'], PHP_URL_PATH)) {
        $oauth->finish($_GET);
        // A new id at every sign-in, so that nobody can be made to use one that somebody knows.
        session_regenerate_id(true);
        return redirect('/'); // On to a page without the code in its address.
    }
    if ($path === '/logout') {
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            return page('Press the button', BACK, 405);
        }
        $oauth->revoke();
        return page('You are signed out', BACK);
    }
    if ($path !== '/test') {
        return page('There is nothing here', BACK, 404);
    }
    $name = $_GET['api'] ?? '';
    if (!is_string($name) || !isset(CALLS[$name])) {
        return page('No such call', BACK, 400);
    }
    $readable = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;
    $json = htmlspecialchars(json_encode($oauth->call(CALLS[$name]), $readable));
    return page('GET ' . CALLS[$name], BACK . "\n<pre style=\"white-space: pre-wrap\">$json</pre>");
}

//: run
/** One request. PHP runs this file anew for each, and keeps what is in the session between them. */
function respond(array $settings): void
{
    require __DIR__ . '/oauth.php';
    header('Cache-Control: no-store');
    try {
        echo answer($settings);
    } catch (OAuthError $problem) {
        echo problem($problem);
    } catch (Throwable $error) {
        $title = 'This program met what it did not foresee';
        echo problem(new OAuthError('unforeseen', $title, $error->getMessage()));
    }
}

/** Run in a terminal, this file starts PHP's own web server, with itself as the router. */
function startServer(array $settings): never
{
    ['port' => $port, 'redirectUri' => $redirectUri] = $settings;
    $mac = $port === 5000 ? ' (on a Mac, AirPlay Receiver has it)' : '';
    $taken = "Port $port is taken$mac. Stop what runs there, or change the port in RC_REDIRECT_URL.";
    // Whoever already answers there, on either address, would get the callback: look before listening.
    foreach (['127.0.0.1', '[::1]'] as $host) {
        @fsockopen($host, $port, $code, $reason, 1) && stop($taken);
    }
    $free = @stream_socket_server("tcp://127.0.0.1:$port", $code, $reason);
    $free || stop(strpos($reason, 'in use') ? $taken : "Port $port: $reason.");
    fclose($free);

    $command = [PHP_BINARY, '-d', 'display_errors=0', '-S', "127.0.0.1:$port", __FILE__];
    if (PHP_OS_FAMILY !== 'Windows') {
        // The server would outlive this program: a watcher ends it when a pipe from here ends.
        $watch = 'exec 3<&0; { read -r end <&3; kill $$; } & exec "$@"';
        $command = ['sh', '-c', $watch, 'sh', ...$command];
    }
    // What the server logs is thrown away: the address of the callback holds the code.
    $streams = [['pipe', 'r'], STDERR, ['null']];
    $server = proc_open($command, $streams, $pipes, null, [SETTINGS => serialize($settings)] + getenv());
    while (!@fsockopen('127.0.0.1', $port, $code, $reason, 1)) {
        proc_get_status($server)['running'] || stop("PHP's own server does not start on port $port.");
        usleep(20000);
    }
    echo 'Ready. Open ' . preg_replace('~^(http://[^/]+).*~', '$1', $redirectUri) . "\n";
    while (proc_get_status($server)['running']) {
        sleep(1);
    }
    stop("PHP's own server has ended.");
}

const SETTINGS = 'QUICK_START_SETTINGS'; // In the environment of the server.
if (PHP_SAPI === 'cli') {
    startServer(readSettings(__DIR__, ['RC_REDIRECT_URL'], ['RC_APP_CLIENT_SECRET']));
} else {
    respond(unserialize(getenv(SETTINGS), ['allowed_classes' => false]));
}
