// The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
// stands in OAuth.cs, the same file as in the web app. Needs the .NET SDK 10 or later, and no packages.
//
//   dotnet run
using RingCentralSignIn;

// The JWT is as good as a password: whoever has it and the secret acts as its user.
var settings = Settings.Read(["RC_APP_CLIENT_SECRET", "RC_USER_JWT"]);
var oauth = new OAuth(new(settings.Server, settings.ClientId, settings.ClientSecret));

try
{
    //: token
    await oauth.Exchange(new()
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
        ["assertion"] = settings.Jwt!,
    });
    var seconds = Math.Round((oauth.Tokens!.ExpiresAt - DateTimeOffset.UtcNow).TotalSeconds);
    Console.WriteLine($"Signed in with a JWT. The token is good for {seconds} seconds.");

    //: api
    var path = "/restapi/v1.0/account/~/extension/~";
    var extension = await oauth.Call(path);
    Console.WriteLine($"GET {path}");
    string? Member(string name) => extension.GetProperty(name).GetString();
    Console.WriteLine($"Extension {Member("extensionNumber")}: {Member("name")}, {Member("status")}");

    //: problems
}
catch (OAuthError problem)
{
    var next = problem.Error switch
    {
        "invalid_client" => "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "unauthorized_client" => "Choose JWT auth flow in the app’s settings; an older app needs a new one.",
        "invalid_request" => "Check that RC_USER_JWT is whole, and made for this server and this app.",
        "invalid_grant" => "Check that RC_USER_JWT has not ended or been revoked.",
        _ => null,
    };
    var help = problem.Help == null ? null : $"Read why at {problem.Help}";
    throw Settings.Stop(string.Join(' ', new[] { problem.Message, next, help }.Where(one => one != null)));
}

//: next
Console.WriteLine("""

    What to do next: use one token until it ends, rather than one a call. Where users sign in to
    your app, let them do so themselves: authorization code with PKCE.
    """);
