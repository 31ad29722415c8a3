// Not run here: the same steps with RingCentral's SDK, read from its source and guide.
//
//   dotnet add package RingCentral.Net
//
// What it takes over: the requests, the tokens, and JSON as classes. Refreshing is a call of yours.
// Its other package, RingCentral.Net.AuthorizeUri, makes the verifier with System.Random, which is
// not made for secrets: so verifier and address are made here. One RestClient belongs to one user.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using RingCentral;

class WithSdk
{
    static readonly string Server = Environment.GetEnvironmentVariable("RC_SERVER_URL");
    static readonly string ClientId = Environment.GetEnvironmentVariable("RC_APP_CLIENT_ID");
    static readonly string RedirectUri = Environment.GetEnvironmentVariable("RC_REDIRECT_URL");
    readonly RestClient rc = new RestClient(
        ClientId, Environment.GetEnvironmentVariable("RC_APP_CLIENT_SECRET"), Server);
    readonly string state = RandomText();
    readonly string verifier = RandomText();

    static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static string RandomText() => Base64Url(RandomNumberGenerator.GetBytes(32));

    /// <summary>Where to send the browser. Keep state and verifier in its session.</summary>
    public string SignInUrl()
    {
        var query = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = RedirectUri,
            ["state"] = state,
            ["code_challenge"] = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        };
        return $"{Server}/restapi/oauth/authorize?" + string.Join("&",
            query.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
    }

    /// <param name="answer">The parameters that the browser brought back.</param>
    public async Task Callback(IDictionary<string, string> answer)
    {
        // The SDK does not compare the state: that is the app's to do.
        answer.TryGetValue("state", out var returned);
        if (returned != state) throw new SecurityException("This answer belongs to no sign-in of yours");
        if (answer.TryGetValue("error", out var error)) throw new SecurityException(error);
        await rc.Authorize(new GetTokenRequest
        {
            grant_type = "authorization_code",
            code = answer["code"],
            redirect_uri = RedirectUri,
            code_verifier = verifier,
        });
        var extension = await rc.Restapi().Account().Extension().Get();
        Console.WriteLine("Extension " + extension.extensionNumber);
        await rc.Refresh();
        await rc.Revoke();
    }
}
