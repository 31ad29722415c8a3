// A small web app that signs its users in with RingCentral: an ASP.NET minimal API. What it says to
// RingCentral stands in OAuth.cs; here are its sessions, pages and routes. Needs the .NET SDK 10 or
// later, and no packages.
//
//   dotnet run     then open the address that it prints
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using RingCentralSignIn;

var settings = Settings.Read(["RC_REDIRECT_URL"], "RC_APP_CLIENT_SECRET");
// An app without a secret is a public client.
var client = new Client(settings.Server, settings.ClientId, settings.ClientSecret, settings.RedirectUri);

//: sessions
// One sign-in a browser. A real app has a store that a restart does not lose, with tokens encrypted.
var sessions = new ConcurrentDictionary<string, OAuth>();

Task Save(Kept kept) => kept.Tokens == null ? Task.CompletedTask : Console.Out.WriteLineAsync("New tokens, which are kept in memory.");

// A new id at every sign-in, so that nobody can be made to use one that somebody knows.
void NewSession(HttpContext context, OAuth oauth)
{
    var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    sessions[id] = oauth;
    var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax };
    context.Response.Cookies.Append("quick-start-session", id, cookie);
}

// Other programs on localhost have cookies too, of any form: only our own is read.
string IdIn(HttpContext context) =>
    Regex.Match(context.Request.Headers.Cookie.ToString(), "(?:^|; *)quick-start-session=([^;]*)").Groups[1].Value;

OAuth OAuthOf(HttpContext context) =>
    sessions.TryGetValue(IdIn(context), out var oauth) ? oauth : new OAuth(client, Save);

//: pages
var calls = new Dictionary<string, string>
{
    ["extension"] = "/restapi/v1.0/account/~/extension/~",
    ["extension-call-log"] = "/restapi/v1.0/account/~/extension/~/call-log",
    ["account-call-log"] = "/restapi/v1.0/account/~/call-log",
};
const string Back = """<p><a href="/">Back to the start</a></p>""";
const string SignIn = """<p><a href="/login">Sign in with RingCentral</a></p>""";

string Escape(string? text) => WebUtility.HtmlEncode(text) ?? "";

IResult Page(string title, string content, int status = 200) => Results.Content($"""
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>{Escape(title)}</title>
    <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
    <h1>{Escape(title)}</h1>
    {content}
    </body>
    </html>
    """, "text/html", Encoding.UTF8, status);

string Home(Tokens tokens)
{
    var seconds = Math.Round((tokens.ExpiresAt - DateTimeOffset.UtcNow).TotalSeconds);
    var links = calls.Select(call => $"""<li><a href="/test?api={call.Key}">GET {call.Value}</a></li>""");
    return $"""
        <p>The token belongs to extension id {Escape(tokens.Owner)} and is good for {seconds} seconds.</p>
        <ul>{string.Join('\n', links)}</ul>
        <form method="post" action="/logout"><button>Sign out</button></form>
        """;
}

//: problems
var next = new Dictionary<string, string>
{
    ["invalid_client"] = "Check the client id and secret, and that they belong to RC_SERVER_URL.",
    ["invalid_grant"] = "A code is good once, for about a minute. Sign in again.",
};

// The user is told what the terminal says.
IResult Problem(Exception problem)
{
    var known = problem as OAuthError;
    var title = known?.Title ?? "This program met what it did not foresee";
    var status = known?.Kind switch { null => 500, Kind.State => 400, Kind.Denied => 403, Kind.Ended => 401, _ => 502 };
    string?[] told =
    [
        known?.Why ?? problem.Message,
        next.GetValueOrDefault(known?.Error ?? ""),
        known?.Help == null ? null : $"Read why at {known.Help}",
    ];
    var words = string.Join(' ', told.Where(one => one != null));
    Console.Error.WriteLine($"{title}. {words}");
    return Page(title, $"<p>{Escape(words)}</p>\n{SignIn}\n{Back}", status);
}

//: routes
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders(); // It logs addresses, with codes in them.
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, settings.Port); // This machine only: nobody on the network can reach it.
    kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1; // As other programs' cookies may be.
});
var app = builder.Build();

app.Use(async (context, run) =>
{
    context.Response.Headers.CacheControl = "no-store";
    try
    {
        await run(context);
    }
    catch (Exception problem) // Whatever happens, the user gets words and the server goes on.
    {
        await Problem(problem).ExecuteAsync(context);
    }
});
app.MapGet("/favicon.ico", () => Results.NoContent());
app.MapGet("/", (HttpContext context) => OAuthOf(context).Tokens is { } tokens
    ? Page("You are signed in", Home(tokens))
    : Page("You are signed out", SignIn));
app.MapGet("/login", async (HttpContext context) =>
{
    var oauth = OAuthOf(context);
    var location = await oauth.Start();
    if (!sessions.ContainsKey(IdIn(context))) NewSession(context, oauth);
    return Results.Redirect(location);
});
app.MapGet(new Uri(settings.RedirectUri).AbsolutePath, async (HttpContext context) =>
{
    var oauth = OAuthOf(context);
    await oauth.Finish(context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
    sessions.TryRemove(IdIn(context), out _);
    NewSession(context, oauth);
    return Results.Redirect("/"); // On to a page without the code in its address.
});
app.MapGet("/test", async (HttpContext context, string? api) =>
{
    if (!calls.TryGetValue(api ?? "", out var call)) return Page("No such call", Back, 400);
    var readable = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    var json = Escape(JsonSerializer.Serialize(await OAuthOf(context).Call(call), readable));
    return Page($"GET {call}", $"""{Back}<pre style="white-space: pre-wrap">{json}</pre>""");
});
app.MapPost("/logout", async (HttpContext context) =>
{
    var oauth = OAuthOf(context);
    sessions.TryRemove(IdIn(context), out _);
    await oauth.Revoke();
    return Page("You are signed out", Back);
});
app.MapGet("/logout", () => Page("Press the button", Back, 405));
app.MapFallback("{*path}", () => Page("There is nothing here", Back, 404));

//: run
var mac = settings.Port == 5000 ? " (on a Mac, AirPlay Receiver has it)" : "";
var taken = $"Port {settings.Port} is taken{mac}. Stop what runs there, or change the port in RC_REDIRECT_URL.";
// Whoever already answers there, on either address, would get the callback: look before listening.
foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
{
    try
    {
        using var neighbour = new TcpClient(address.AddressFamily);
        await neighbour.ConnectAsync(address, settings.Port);
    }
    catch (SocketException)
    {
        continue; // Nobody there, as it should be.
    }
    throw Settings.Stop(taken);
}
try
{
    await app.StartAsync();
}
catch (IOException)
{
    throw Settings.Stop(taken);
}
catch (SocketException error)
{
    throw Settings.Stop($"Port {settings.Port}: {error.SocketErrorCode}.");
}
Console.WriteLine($"Ready. Open {new Uri(settings.RedirectUri).GetLeftPart(UriPartial.Authority)}");
await app.WaitForShutdownAsync();
