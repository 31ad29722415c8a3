// Not run here: the same steps with RingCentral's SDK, read from its source and guide.
//
//   dotnet add package RingCentral.Net
//   dotnet add package RingCentral.Net.AuthorizeUri
//
// What it takes over: the requests, the verifier and its challenge, the tokens, and JSON as
// classes. Refreshing is a call of yours. One RestClient belongs to one user.
using System;
using System.Collections.Generic;
using System.Security;
using System.Security.Cryptography;
using System.Threading.Tasks;
using RingCentral;
using RingCentral.Net.AuthorizeUri;

class WithSdk
{
    static readonly string RedirectUri = Environment.GetEnvironmentVariable("RC_REDIRECT_URL");
    readonly RestClient rc = new RestClient(
        Environment.GetEnvironmentVariable("RC_APP_CLIENT_ID"),
        Environment.GetEnvironmentVariable("RC_APP_CLIENT_SECRET"),
        Environment.GetEnvironmentVariable("RC_SERVER_URL"));
    readonly AuthorizeUriExtension authorize = new AuthorizeUriExtension();
    string state;

    /// <summary>Where to send the browser.</summary>
    public async Task<string> SignInUrl()
    {
        var bytes = new byte[32];
        using (var random = RandomNumberGenerator.Create()) random.GetBytes(bytes);
        state = Convert.ToBase64String(bytes);
        await rc.InstallExtension(authorize);
        return authorize.BuildUri(new AuthorizeRequest
        {
            redirect_uri = RedirectUri,
            state = state,
            code_challenge_method = "S256", // It makes the verifier, and keeps it in codeVerifier.
        });
    }

    /// <param name="answer">The parameters that the browser brought back.</param>
    public async Task Callback(IDictionary<string, string> answer)
    {
        // The SDK does not compare the state: that is the app's to do.
        answer.TryGetValue("state", out var returned);
        if (state == null || returned != state) throw new SecurityException("This answer belongs to no sign-in of yours");
        if (answer.TryGetValue("error", out var error)) throw new SecurityException(error);
        await rc.Authorize(new GetTokenRequest
        {
            grant_type = "authorization_code",
            code = answer["code"],
            redirect_uri = RedirectUri,
            code_verifier = authorize.codeVerifier,
        });
        var extension = await rc.Restapi().Account().Extension().Get();
        Console.WriteLine("Extension " + extension.extensionNumber);
        await rc.Refresh();
        await rc.Revoke();
    }
}
