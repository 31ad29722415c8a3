// One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
// project. It prints nothing, ends nothing, and holds nothing of other users. Like a new project,
// it counts on implicit usings.
using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RingCentralSignIn;

/// <summary>Your app at a server, whose address has no slash at its end. A public app has no secret.</summary>
public record Client(string Server, string Id, string? Secret = null, string RedirectUri = "");
public record Pending(string State, string Verifier);
public record Tokens(string Access, string? Refresh, DateTimeOffset ExpiresAt, string? Owner);
/// <summary>What to keep of a user.</summary>
public record Kept(Pending? Pending = null, Tokens? Tokens = null);

//: problem
public enum Kind { State, Denied, Refused, Answer, Unreachable, Ended }

/// <summary>A refusal has an HTTP status, and what the server sent of error and help.</summary>
public class OAuthError(Kind kind, string title, string why, int status = 0, string? error = null, string? help = null)
    : Exception($"{title}. {why}")
{
    public Kind Kind => kind;
    public string Title => title;
    public string Why => why;
    public int Status => status;
    public string? Error => error;
    public string? Help => help;
}

/// <param name="client">The app.</param>
/// <param name="save">Is given what to keep of this user whenever it changes, before anybody uses it.</param>
/// <param name="kept">What <paramref name="save"/> was given last.</param>
public class OAuth(Client client, Func<Kept, Task>? save = null, Kept? kept = null)
{
    volatile Kept kept = kept ?? new();
    /// <summary>What changes the tokens waits for what changes them already.</summary>
    readonly SemaphoreSlim turn = new(1);

    public Tokens? Tokens => kept.Tokens;

    async Task Keep(Kept next)
    {
        if (save != null) await save(next);
        kept = next;
    }

    async Task InTurn(Func<Task> change)
    {
        await turn.WaitAsync();
        try { await change(); }
        finally { turn.Release(); }
    }

    //: sign in
    /// <summary>Where to send the browser. State and verifier stay here; only the verifier's hash leaves.</summary>
    public async Task<string> Start()
    {
        var pending = new Pending(RandomText(), RandomText());
        await InTurn(() => Keep(kept with { Pending = pending }));
        var query = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = client.Id,
            ["redirect_uri"] = client.RedirectUri,
            ["state"] = pending.State,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(pending.Verifier))),
            ["code_challenge_method"] = "S256",
        });
        return $"{client.Server}/restapi/oauth/authorize?{await query.ReadAsStringAsync()}";
    }

    static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    //: callback
    /// <summary>The browser is back with these parameters: compares, then exchanges the code.</summary>
    public Task Finish(IReadOnlyDictionary<string, string> query) => InTurn(async () =>
    {
        var given = Encoding.UTF8.GetBytes(query.GetValueOrDefault("state", ""));
        if (kept.Pending is not { } pending
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(pending.State), given))
        {
            var why = "Its state is not the one that this browser was given: it was used before, this program was restarted, or somebody else began it. Its code is not used. Sign in again.";
            throw new OAuthError(Kind.State, "This answer belongs to no sign-in of yours", why);
        }
        await Keep(kept with { Pending = null }); // Good once.
        if (query.TryGetValue("iss", out var issuer) && issuer != client.Server)
        {
            var why = $"It is from {issuer}, and the sign-in began at {client.Server}. Its code is not used. Sign in again.";
            throw new OAuthError(Kind.State, "This answer comes from another server", why);
        }
        if (query.TryGetValue("error", out var error))
        {
            var why = $"{WithoutStop(query.GetValueOrDefault("error_description"))}. Sign in again when you want to.";
            throw error == "access_denied"
                ? new OAuthError(Kind.Denied, $"Access was refused: {error}", why, error: error)
                : new OAuthError(Kind.Refused, $"The server refused the sign-in: {error}", why, error: error);
        }
        if (query.GetValueOrDefault("code", "") is not { Length: > 0 } code)
            throw new OAuthError(Kind.State, "No code came back", "Sign in again.");
        await ExchangeNow(new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code, // Worth nothing alone.
            ["redirect_uri"] = client.RedirectUri, // The same as before: the server compares them.
            ["code_verifier"] = pending.Verifier,
        });
    });

    //: token
    /// <summary>Exchanges a grant for tokens. Both are replaced together: a refresh token is spent by its use.</summary>
    public Task Exchange(Dictionary<string, string> form) => InTurn(() => ExchangeNow(form));

    async Task ExchangeNow(Dictionary<string, string> form)
    {
        var answer = await AskAsApp("/restapi/oauth/token", form);
        var isBearer = "bearer".Equals(Text(answer, "token_type") ?? "bearer", StringComparison.OrdinalIgnoreCase);
        var lives = double.TryParse(Text(answer, "expires_in"), CultureInfo.InvariantCulture, out var seconds);
        if (Text(answer, "access_token") is not { } access || !isBearer || !lives || seconds is not (> 0 and < 1e9))
            throw new OAuthError(Kind.Answer, "The answer holds no token", $"Check that {client.Server} is the right server.");
        var expiresAt = DateTimeOffset.UtcNow.AddSeconds(seconds);
        var tokens = new Tokens(access, Text(answer, "refresh_token"), expiresAt, Text(answer, "owner_id"));
        await Keep(kept with { Tokens = tokens });
    }

    //: refresh
    /// <summary>Requests that find the token old at the same time wait for one refresh.</summary>
    Task Refresh(string used) => InTurn(async () =>
    {
        if (kept.Tokens is not { Refresh: { } refresh } || kept.Tokens.Access != used)
            return; // Another request has refreshed meanwhile.
        try
        {
            await ExchangeNow(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh });
        }
        catch (OAuthError error) when (error.Error == "invalid_grant")
        {
            // Only this answer means that the tokens are dead. A server that is down may come back.
            await End($"It was revoked, or it lasted too long. {error.Title}. Sign in again.");
        }
    });

    async Task End(string why)
    {
        await Keep(kept with { Tokens = null });
        throw new OAuthError(Kind.Ended, "Your sign-in has ended", why);
    }

    //: api
    /// <summary>GETs a path: refreshes a minute before the token's end, and tries once more after a 401.</summary>
    public async Task<JsonElement> Call(string path, bool mayRefresh = true)
    {
        if (kept.Tokens is not { } tokens) throw new OAuthError(Kind.Ended, "You are signed out", "Sign in first.");
        var canRefresh = mayRefresh && tokens.Refresh != null;
        if (!canRefresh || DateTimeOffset.UtcNow < tokens.ExpiresAt.AddMinutes(-1))
        {
            try
            {
                return await Ask(path, new("Bearer", tokens.Access));
            }
            catch (OAuthError error) when (error.Status == 401)
            {
                if (!canRefresh) await InTurn(() => End($"{error.Title}. Sign in again."));
            }
        }
        await Refresh(tokens.Access);
        return await Call(path, false);
    }

    //: sign out
    /// <summary>Revoking one token ends the session at the server. Here it is forgotten in any case.</summary>
    public Task Revoke() => InTurn(async () =>
    {
        var tokens = kept.Tokens;
        await Keep(kept with { Tokens = null });
        if (tokens == null) return;
        try
        {
            await AskAsApp("/restapi/oauth/revoke", new() { ["token"] = tokens.Refresh ?? tokens.Access });
        }
        catch (OAuthError error)
        {
            var why = $"The tokens are forgotten, but could not be revoked: {error.Message}";
            throw new OAuthError(error.Kind, "Signed out here only", why, error.Status, error.Error, error.Help);
        }
    });

    //: server
    // For all users: no cookies, and no redirect followed, which could carry the secret to another host.
    static HttpClient NewClient(bool useProxy) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = useProxy })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
    static readonly HttpClient Remote = NewClient(useProxy: true);
    static readonly HttpClient Local = NewClient(useProxy: false); // No proxy reaches this computer.

    /// <summary>The app says who it is: with its secret in the header, where logs do not look.</summary>
    Task<JsonElement> AskAsApp(string path, Dictionary<string, string> form)
    {
        if (client.Secret == null) return Ask(path, null, new(form) { ["client_id"] = client.Id });
        var both = Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}");
        return Ask(path, new("Basic", Convert.ToBase64String(both)), form);
    }

    /// <summary>One request, tried again twice where the server is busy. A code is never sent twice.</summary>
    async Task<JsonElement> Ask(
        string path, AuthenticationHeaderValue? authorization, Dictionary<string, string>? form = null, int tries = 1)
    {
        var isCode = form?.GetValueOrDefault("grant_type") == "authorization_code";
        using var request = new HttpRequestMessage(form == null ? HttpMethod.Get : HttpMethod.Post, client.Server + path);
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/json");
        if (form != null) request.Content = new FormUrlEncodedContent(form);
        using var response = await Send(request);
        var status = (int)response.StatusCode;
        var wait = SecondsToWait(response);
        if (wait <= 60 && tries < 3 && !isCode)
        {
            await Task.Delay(TimeSpan.FromSeconds(wait.Value));
            return await Ask(path, authorization, form, tries + 1);
        }
        var body = JsonIn(await response.Content.ReadAsByteArrayAsync());
        if (body is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json || status is >= 300 and < 400)
        {
            var next = status >= 500 ? "Try again later." : "Check RC_SERVER_URL.";
            var why = $"{client.Server}{path} answered {status}, and not in JSON. {next}";
            throw new OAuthError(Kind.Answer, "That is not an answer of RingCentral’s", why, status);
        }
        return status < 400 ? json : throw Refusal(response, json, wait);
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        try
        {
            return await (request.RequestUri!.IsLoopback ? Local : Remote).SendAsync(request);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            var reason = error is HttpRequestException { HttpRequestError: var named } ? $"{named}" : "Timeout";
            var why = $"{client.Server} gave no answer ({reason}). Check RC_SERVER_URL, http or https, and that the server is running.";
            throw new OAuthError(Kind.Unreachable, "The server cannot be reached", why);
        }
    }

    /// <summary>Nothing where the server is not to be asked again.</summary>
    static int? SecondsToWait(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is not (503 or 429)) return null;
        if (response.Headers.RetryAfter is { } after) return (int?)after.Delta?.TotalSeconds;
        return status == 503 ? 1 : null;
    }

    /// <summary>With the server's own code: OAU-146 says more than 400. The sandbox also links to why.</summary>
    static OAuthError Refusal(HttpResponseMessage response, JsonElement body, int? wait)
    {
        var status = (int)response.StatusCode;
        var first = FirstErrorOf(body);
        var error = Text(body, "error");
        var code = Text(first, "errorCode") ?? Text(body, "errorCode") ?? error ?? $"HTTP {status}";
        var said = Text(first, "message") ?? Text(body, "error_description") ?? Text(body, "message");
        var named = error == null ? "" : $", {error}";
        var later = wait > 0 ? $", try again in {wait} seconds" : "";
        var why = $"{WithoutStop(said)} (HTTP {status}{named}{later}).";
        response.Headers.TryGetValues("Link", out var links);
        var link = Regex.Match(string.Join(", ", links ?? []), "<(https?:[^>\\s]+)>; rel=\"help\"");
        var help = link.Success ? link.Groups[1].Value : null;
        return new OAuthError(Kind.Refused, $"The server refused: {code}", why, status, error, help);
    }

    static string WithoutStop(string? said) => Regex.Replace(said ?? "It says no more", "\\.$", "");

    static JsonElement FirstErrorOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("errors", out var errors)
        && errors.ValueKind == JsonValueKind.Array ? errors.EnumerateArray().FirstOrDefault() : default;

    /// <summary>A text or number of a JSON object, or null.</summary>
    static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    /// <summary>Nothing for HTML, as a proxy or another server sends it.</summary>
    static JsonElement? JsonIn(byte[] body)
    {
        try
        {
            return body.Length == 0 ? JsonElement.Parse("{}") : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
