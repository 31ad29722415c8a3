<?php
// The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
// stands in oauth.php, the same file as in the web app. Needs PHP 8.1 or later with its curl
// extension, and no packages.
//
//   php first-call.php
declare(strict_types=1);

require __DIR__ . '/settings.php';

// The JWT is as good as a password: whoever has it and the secret acts as its user.
$settings = readSettings(__DIR__, ['RC_APP_CLIENT_SECRET', 'RC_USER_JWT']);
require __DIR__ . '/oauth.php';
$oauth = new OAuth($settings);

try {
    //: token
    $oauth->exchange([
        'grant_type' => 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'assertion' => $settings['jwt'],
    ]);
    $seconds = $oauth->tokens()['expiresAt'] - time();
    echo "Signed in with a JWT. The token is good for $seconds seconds.\n";

    //: api
    $path = '/restapi/v1.0/account/~/extension/~';
    ['extensionNumber' => $number, 'name' => $name, 'status' => $status] = $oauth->call($path);
    echo "GET $path\n";
    echo "Extension $number: $name, $status\n";

    //: problems
} catch (OAuthError $problem) {
    $next = [
        'invalid_client' => 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
        'unauthorized_client' => 'Choose JWT auth flow in the app’s settings; an older app needs a new one.',
        'invalid_request' => 'Check that RC_USER_JWT is whole, and made for this server and this app.',
        'invalid_grant' => 'Check that RC_USER_JWT has not ended or been revoked.',
    ];
    $help = $problem->help ? "Read why at $problem->help" : null;
    stop(implode(' ', array_filter([$problem->getMessage(), $next[$problem->error] ?? null, $help])));
}

//: next
echo <<<'TEXT'

    What to do next: use one token until it ends, rather than one a call. Where users sign in to
    your app, let them do so themselves: authorization code with PKCE.

    TEXT;
