<?php
// Not run here: the same steps with RingCentral's SDK, read from its source and samples.
//
//   composer require ringcentral/ringcentral-php
//
// What it takes over: the requests with their Basic header, the tokens, and a refresh when a
// call finds the token too old. State, verifier and the PHP session stay yours.
declare(strict_types=1);

require __DIR__ . '/vendor/autoload.php';

use RingCentral\SDK\SDK;

session_start();
$sdk = new SDK(
    getenv('RC_APP_CLIENT_ID'),
    getenv('RC_APP_CLIENT_SECRET'),
    getenv('RC_SERVER_URL'),
);
$platform = $sdk->platform();
$base64url = fn(string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');

if (!isset($_GET['state'])) {
    // Send the browser to the sign-in.
    $_SESSION['state'] = $base64url(random_bytes(32));
    $_SESSION['verifier'] = $base64url(random_bytes(32));
    header('Location: ' . $platform->authUrl([
        'redirectUri' => getenv('RC_REDIRECT_URL'),
        'state' => $_SESSION['state'],
        'code_challenge' => $base64url(hash('sha256', $_SESSION['verifier'], true)),
        'code_challenge_method' => 'S256',
    ]));
    exit();
}

// It comes back. The SDK does not compare the state: that is the app's to do.
if (!hash_equals($_SESSION['state'] ?? random_bytes(32), (string) $_GET['state'])) {
    exit('This answer belongs to no sign-in of yours');
}
if (isset($_GET['error'])) {
    // The SDK reads the code alone, and without one it would try the password grant.
    exit(htmlspecialchars((string) $_GET['error']));
}
$answer = $platform->parseAuthRedirectUrl($_SERVER['QUERY_STRING']);
$answer['redirectUri'] = getenv('RC_REDIRECT_URL');
$answer['codeVerifier'] = $_SESSION['verifier'];
unset($_SESSION['state'], $_SESSION['verifier']); // Good once.
$platform->login($answer);

// The next request of this browser begins with $platform->auth()->setData($_SESSION['tokens']).
$_SESSION['tokens'] = $platform->auth()->data();
$extension = $platform->get('/restapi/v1.0/account/~/extension/~')->json();
echo "Extension {$extension->extensionNumber}\n";
$platform->refresh(); // Calls do so themselves when the token is old.
$platform->logout(); // Revokes.
