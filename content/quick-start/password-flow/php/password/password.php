<?php
// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: first-call does the same with one.
//
//   php password.php
declare(strict_types=1);

require __DIR__ . '/settings.php';

// An app that keeps its users' passwords loses them all when it is broken into.
$needed = ['RC_APP_CLIENT_SECRET', 'RC_USERNAME', 'RC_PASSWORD'];
$settings = readSettings(__DIR__, $needed, ['RC_EXTENSION']);
require __DIR__ . '/oauth.php';
$oauth = new OAuth($settings);

try {
    //: token
    // The user name is the main number, with + and country code, or an e-mail address.
    $oauth->exchange(array_filter([
        'grant_type' => 'password',
        'username' => $settings['username'],
        'extension' => $settings['extension'],
        'password' => $settings['password'],
    ], 'is_string'));
    $seconds = $oauth->tokens()['expiresAt'] - time();
    echo "Signed in with a password, as only the sandbox still allows. The token is good for $seconds seconds.\n";

    //: api
    $path = '/restapi/v1.0/account/~/extension/~';
    ['extensionNumber' => $number, 'name' => $name, 'status' => $status] = $oauth->call($path);
    echo "GET $path\n";
    echo "Extension $number: $name, $status\n";

    //: problems
} catch (OAuthError $problem) {
    $check = 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.';
    $next = [
        'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
        'unauthorized_client' =>
            'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
        'invalid_request' => $check,
        'invalid_grant' => $check,
    ];
    $help = $problem->help ? "Read why at $problem->help" : null;
    stop(implode(' ', array_filter([$problem->getMessage(), $next[$problem->error] ?? null, $help])));
}

//: next
echo <<<'TEXT'

    What to do next: move to a JWT where a script acts for one account. Where users sign in to
    your app, let them do so themselves: authorization code with PKCE.

    TEXT;
