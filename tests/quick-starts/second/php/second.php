<?php
// oauth.php in a program of another make: plain PHP, and the session holds plain data.
require __DIR__ . '/oauth.php';

['RC_SERVER_URL' => $server, 'RC_APP_CLIENT_ID' => $clientId, 'RC_REDIRECT_URL' => $redirectUri] = getenv();
$address = '127.0.0.1:' . parse_url($redirectUri, PHP_URL_PORT);
if (PHP_SAPI === 'cli') {
    // Started in a terminal, it starts PHP's own server with itself as the router.
    $server = proc_open([PHP_BINARY, '-S', $address, __FILE__], [2 => ['null']], $pipes);
    while (!@stream_socket_client("tcp://$address")) {
        usleep(20_000);
    }
    echo 'Ready. Open ', dirname($redirectUri), "\n";
    exit(proc_close($server));
}

session_start();
$save = fn (array $kept) => $_SESSION['kept'] = $kept;
$settings = compact('server', 'clientId', 'redirectUri') + ['clientSecret' => null];
$oauth = new OAuth($settings, $save, $_SESSION['kept'] ?? []);
try {
    switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
        case '/login':
            exit(header('Location: ' . $oauth->start()));
        case '/oauth2callback':
            $oauth->finish($_GET);
            exit(header('Location: /'));
        case '/logout':
            exit(json_encode(['revoked' => $oauth->revoke()]));
        default:
            echo json_encode($oauth->call('/restapi/v1.0/account/~/extension/~'));
    }
} catch (OAuthError $error) {
    http_response_code(500);
    echo $error->kind;
}
