// OAuth.cs in a program of another make: ASP.NET, whose services make the object anew for each
// request, from a store that holds plain data by session.
using System.Collections.Concurrent;
using RingCentralSignIn;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.Configuration.AddEnvironmentVariables();
var redirect = new Uri(builder.Configuration["RC_REDIRECT_URL"]!);
var client = new Client(builder.Configuration["RC_SERVER_URL"]!, builder.Configuration["RC_APP_CLIENT_ID"]!, RedirectUri: redirect.OriginalString);
var store = new ConcurrentDictionary<string, Kept>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped(services =>
{
    var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
    var id = context.Request.Cookies["session"] ?? Guid.NewGuid().ToString();
    context.Response.Cookies.Append("session", id, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
    return new OAuth(client, kept => Task.FromResult(store[id] = kept), store.GetValueOrDefault(id));
});
var app = builder.Build();
app.Use(async (context, next) =>
{
    try { await next(context); }
    catch (OAuthError error) { await Results.Json(new { kind = $"{error.Kind}".ToLowerInvariant() }, statusCode: 500).ExecuteAsync(context); }
});
app.MapGet("/login", async (OAuth oauth) => Results.Redirect(await oauth.Start()));
app.MapGet("/oauth2callback", async (OAuth oauth, HttpRequest request) =>
{
    await oauth.Finish(request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
    return Results.Redirect("/");
});
app.MapGet("/", (OAuth oauth) => oauth.Call("/restapi/v1.0/account/~/extension/~"));
app.MapPost("/logout", (OAuth oauth) => oauth.Revoke());
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Ready. Open {redirect.GetLeftPart(UriPartial.Authority)}"));
app.Run($"http://127.0.0.1:{redirect.Port}");
