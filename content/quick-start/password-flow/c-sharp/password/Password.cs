// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: FirstCall does the same with one.
//
//   dotnet run
using RingCentralSignIn;

// An app that keeps its users' passwords loses them all when it is broken into.
var settings = Settings.Read(["RC_APP_CLIENT_SECRET", "RC_USERNAME", "RC_PASSWORD"], "RC_EXTENSION");
var oauth = new OAuth(new(settings.Server, settings.ClientId, settings.ClientSecret));

try
{
    //: token
    var form = new Dictionary<string, string>
    {
        ["grant_type"] = "password",
        ["username"] = settings.Username!, // The main number, with + and country code, or an e-mail address.
        ["password"] = settings.Password!,
    };
    if (settings.Extension != null) form["extension"] = settings.Extension;
    await oauth.Exchange(form);
    var seconds = Math.Round((oauth.Tokens!.ExpiresAt - DateTimeOffset.UtcNow).TotalSeconds);
    Console.WriteLine($"Signed in with a password, as only the sandbox still allows. The token is good for {seconds} seconds.");

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
    var check = "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.";
    var next = problem.Error switch
    {
        "invalid_client" => "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "unauthorized_client" => "At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.",
        "invalid_request" or "invalid_grant" => check,
        _ => null,
    };
    var help = problem.Help == null ? null : $"Read why at {problem.Help}";
    throw Settings.Stop(string.Join(' ', new[] { problem.Message, next, help }.Where(one => one != null)));
}

//: next
Console.WriteLine("""

    What to do next: move to a JWT where a script acts for one account. Where users sign in to
    your app, let them do so themselves: authorization code with PKCE.
    """);
