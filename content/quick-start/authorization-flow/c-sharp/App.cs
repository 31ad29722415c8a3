// Sign in with RingCentral from a small web app: authorization code with PKCE.
//
//   dotnet run     then open http://localhost:5000
//
// With Mono:
//   mcs -r:System.Net.Http -r:System.Runtime.Serialization -r:System.Xml -r:System.Xml.Linq App.cs
//   mono App.exe
//
// Needs .NET 8 or later, or Mono 6, and no packages. It keeps to C# 7 and to what both have, so
// that one file runs on either: HttpListener, and JSON read by JsonReaderWriterFactory. An
// ASP.NET Core app would have AddAuthentication().AddOAuth(…) do the sign-in, IHttpClientFactory
// the requests and System.Text.Json the JSON. The settings come from the environment, or from a
// file named .env in the folder where you start it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

//: problem
/// <summary>What the user is told: a status, what happened, and why with what to do.</summary>
class Problem : Exception
{
    public readonly int Status;
    public readonly string Title;
    public readonly string Why;
    public readonly string Error;

    public Problem(int status, string title, string why, string error = null) : base(title + ". " + why)
    {
        Status = status;
        Title = title;
        Why = why;
        Error = error;
    }
}

//: settings
static class Settings
{
    static readonly Dictionary<string, string> File = ReadEnvFile(".env");
    public static readonly string Server = Address("RC_SERVER_URL", Required("RC_SERVER_URL").TrimEnd('/'));
    public static readonly string ClientId = Required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID");
    // An app without a secret is a public client: leave the setting out.
    public static readonly string ClientSecret =
        Setting("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET");
    public static readonly int Port = ReadPort();
    // Registered at the server character for character: a slash more is another address.
    public static readonly string RedirectUri = Address(
        "RC_REDIRECT_URL", Setting("RC_REDIRECT_URL") ?? $"http://localhost:{Port}/oauth2callback");

    static Dictionary<string, string> ReadEnvFile(string path)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : new string[0])
        {
            var parts = line.Trim().Split(new[] { '=' }, 2);
            if (parts.Length == 2 && !parts[0].StartsWith("#"))
                values[parts[0].Trim()] = parts[1].Trim().Trim('"', '\'');
        }
        return values;
    }

    /// <summary>One value has had several names over the years: the first that is set counts.</summary>
    static string Setting(params string[] names)
    {
        foreach (var name in names)
        {
            // The environment comes before the file.
            var value = Environment.GetEnvironmentVariable(name);
            if (value == null) File.TryGetValue(name, out value);
            if (!string.IsNullOrWhiteSpace(value)) return value.Trim();
        }
        return null;
    }

    static string Required(params string[] names) =>
        Setting(names) ?? Stop(names[0] + " is missing. Set it in the environment or in .env.");

    static string Address(string name, string text)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var uri);
        if (isAddress && (uri.Scheme == "http" || uri.Scheme == "https") && uri.Host != "") return text;
        return Stop($"{name} is \"{text}\", which is no http or https address.");
    }

    static int ReadPort()
    {
        var text = Setting("PORT") ?? "5000";
        if (!int.TryParse(text, out var port) || port < 1 || port > 65535)
            Stop($"PORT is \"{text}\". Use a number from 1 to 65535.");
        return port;
    }

    public static string Stop(string line)
    {
        Console.Error.WriteLine(line);
        Environment.Exit(1);
        return null;
    }
}

//: server
/// <summary>What came back: a status, the members of its JSON, and where to read more.</summary>
class Answer
{
    public readonly int Status;
    public readonly string Help;
    readonly XElement json;

    public Answer(int status, XElement json, string help)
    {
        Status = status;
        Help = help;
        this.json = json;
    }

    /// <summary>A member as text, or null.</summary>
    public string this[string name] => json.Element(name)?.Value;

    /// <summary>A member of the first of RingCentral's "errors", or null.</summary>
    public string InFirstError(string name) => json.Element("errors")?.Elements().FirstOrDefault()?.Element(name)?.Value;

    /// <summary>For people to read.</summary>
    public string Indented()
    {
        using (var stream = new MemoryStream())
        {
            using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Encoding.UTF8, false, true))
                json.WriteTo(writer);
            return Encoding.UTF8.GetString(stream.ToArray()).Replace("\\/", "/");
        }
    }
}

static class Server
{
    static readonly HttpClient Client = new HttpClient(new HttpClientHandler
    {
        AllowAutoRedirect = false, // A redirect could carry the secret to another host.
        UseProxy = !new Uri(Settings.Server).IsLoopback, // A proxy cannot reach this machine.
    })
    { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>One request to RingCentral or the sandbox, and the JSON that comes back.</summary>
    public static async Task<Answer> Ask(
        HttpMethod method, string path, AuthenticationHeaderValue authorization, HttpContent form = null)
    {
        int status;
        string help;
        byte[] bytes;
        try
        {
            using (var request = new HttpRequestMessage(method, Settings.Server + path) { Content = form })
            {
                request.Headers.Authorization = authorization;
                request.Headers.Accept.ParseAdd("application/json");
                using (var response = await Client.SendAsync(request))
                {
                    status = (int)response.StatusCode;
                    help = HelpIn(response);
                    bytes = await response.Content.ReadAsByteArrayAsync();
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException || error is TaskCanceledException || error is IOException)
        {
            throw new Problem(502, "The server cannot be reached",
                $"{Settings.Server} gave no answer ({error.GetBaseException().Message}). "
                + "Check RC_SERVER_URL, and that the server is running.");
        }
        var json = Read(bytes);
        if (json == null || status >= 300 && status < 400)
        {
            throw new Problem(502, "That is not an answer of RingCentral’s",
                $"{Settings.Server}{path} answered {status}, and not in JSON. Check RC_SERVER_URL.");
        }
        return new Answer(status, json, help);
    }

    /// <summary>Where this very request is explained, as far as the server tells: the sandbox does.</summary>
    static string HelpIn(HttpResponseMessage response)
    {
        response.Headers.TryGetValues("Link", out var links);
        var help = Regex.Match(string.Join(", ", links ?? new string[0]), "<(https?:[^>\\s]+)>; rel=\"help\"");
        return help.Success ? "Read why at " + help.Groups[1].Value : "";
    }

    /// <returns>The members as elements, or null where the text is no JSON object.</returns>
    static XElement Read(byte[] bytes)
    {
        if (bytes.Length == 0) return new XElement("root", new XAttribute("type", "object"));
        try
        {
            using (var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max))
            {
                var json = XElement.Load(reader);
                return (string)json.Attribute("type") == "object" ? json : null;
            }
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A refusal with the server's own code: OAU-146 says more than 400.</summary>
    public static Problem Refusal(Answer answer)
    {
        var error = answer["error"];
        var code = answer.InFirstError("errorCode") ?? answer["errorCode"] ?? error ?? "HTTP " + answer.Status;
        var text = answer.InFirstError("message") ?? answer["error_description"] ?? answer["message"] ?? "It says no more.";
        var next = error == "invalid_client" ? "Check the client id and secret, and that they belong to RC_SERVER_URL."
            : error == "invalid_grant" ? "A code is good once, for about a minute. Sign in again."
            : "";
        var why = $"{text} (HTTP {answer.Status}{(error == null ? "" : ", " + error)}).";
        var words = new[] { why, next, answer.Help }.Where(part => part != "");
        return new Problem(502, "The server refused: " + code, string.Join(" ", words), error);
    }

    /// <summary>A form to the token or revoke endpoint, with which the app says who it is.</summary>
    public static async Task<Answer> AskAsApp(string path, Dictionary<string, string> form)
    {
        AuthenticationHeaderValue authorization = null;
        if (Settings.ClientSecret != null)
        {
            // The secret goes into the header, where logs do not look.
            var both = Encoding.UTF8.GetBytes(Settings.ClientId + ":" + Settings.ClientSecret);
            authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(both));
        }
        else
        {
            form["client_id"] = Settings.ClientId;
        }
        var answer = await Ask(HttpMethod.Post, path, authorization, new FormUrlEncodedContent(form));
        if (answer.Status >= 400) throw Refusal(answer);
        return answer;
    }
}

//: token
class Tokens
{
    public string Access;
    public string Refresh; // Missing where the app's settings issue none.
    public DateTime ExpiresAt;
    public string Owner;

    public int SecondsLeft => (int)Math.Round((ExpiresAt - DateTime.UtcNow).TotalSeconds);

    /// <summary>Both tokens are replaced together: a refresh token is spent by its use.</summary>
    public static Tokens Of(Answer answer)
    {
        if (string.IsNullOrEmpty(answer["access_token"]) || !int.TryParse(answer["expires_in"], out var seconds))
        {
            throw new Problem(502, "The answer holds no token", $"Check that {Settings.Server} is the right server.");
        }
        return new Tokens
        {
            Access = answer["access_token"],
            Refresh = answer["refresh_token"],
            ExpiresAt = DateTime.UtcNow.AddSeconds(seconds),
            Owner = answer["owner_id"],
        };
    }
}

//: sign in
/// <summary>What one browser is in the middle of, and its tokens. A real app keeps this where a
/// restart does not lose it, and the tokens encrypted.</summary>
class Session
{
    static readonly Dictionary<string, Session> All = new Dictionary<string, Session>();
    static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();

    public readonly string Id = RandomText();
    public Tokens Tokens;
    string state;
    string verifier;

    public static Session Find(string id) => id != null && All.TryGetValue(id, out var session) ? session : null;

    public static Session New(Tokens tokens = null)
    {
        var session = new Session { Tokens = tokens };
        return All[session.Id] = session;
    }

    public void Forget() => All.Remove(Id);

    static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static string RandomText()
    {
        var bytes = new byte[32];
        Random.GetBytes(bytes);
        return Base64Url(bytes);
    }

    /// <summary>State and verifier stay here; only the hash of the verifier leaves.</summary>
    public string SignInUrl()
    {
        state = RandomText();
        verifier = RandomText();
        string challenge;
        using (var sha256 = SHA256.Create())
            challenge = Base64Url(sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier)));
        var query = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = Settings.ClientId,
            ["redirect_uri"] = Settings.RedirectUri,
            ["state"] = state,
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        var pairs = query.Select(pair => pair.Key + "=" + Uri.EscapeDataString(pair.Value));
        return Settings.Server + "/restapi/oauth/authorize?" + string.Join("&", pairs);
    }

    //: callback
    /// <summary>The browser comes back with a code, or with the reason why there is none.</summary>
    public static async Task<Tokens> TakeAnswer(Session session, Func<string, string> query)
    {
        if (session?.state == null || session.state != query("state"))
        {
            throw new Problem(400, "This answer belongs to no sign-in of yours",
                "Its state is not the one that this browser was given, or it was used before. "
                + "Somebody else may have begun it, so its code is not used. Sign in again.");
        }
        var verifier = session.verifier;
        session.state = session.verifier = null; // Good once.
        var error = query("error");
        var text = query("error_description") ?? "It says no more.";
        if (error == "access_denied")
        {
            throw new Problem(403, "Access was refused",
                $"The server says {error}: {text} No code was sent. Sign in again when you want to allow it.");
        }
        if (error != null) throw new Problem(502, "The server refused the sign-in: " + error, text);
        var code = query("code");
        if (string.IsNullOrEmpty(code)) throw new Problem(400, "No code came back", "Sign in again.");
        return await Exchange(code, verifier);
    }

    //: token
    /// <summary>The code alone is worth nothing: whoever trades it must know the verifier too.</summary>
    static async Task<Tokens> Exchange(string code, string verifier)
    {
        var tokens = Tokens.Of(await Server.AskAsApp("/restapi/oauth/token", new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Settings.RedirectUri, // The same as before: the server compares them.
            ["code_verifier"] = verifier,
        }));
        Console.WriteLine($"Signed in. The token is good for {tokens.SecondsLeft} seconds.");
        return tokens;
    }

    //: refresh
    // One request is answered after the other, so two of them never refresh at once.
    async Task Refresh()
    {
        try
        {
            Tokens = Tokens.Of(await Server.AskAsApp("/restapi/oauth/token", new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = Tokens.Refresh,
            }));
        }
        catch (Problem problem) when (problem.Error == "invalid_grant")
        {
            // Only this answer means that the tokens are dead. A server that is down may come back.
            Tokens = null;
            throw new Problem(401, "Your sign-in has ended",
                $"It was revoked, or it lasted too long. {problem.Title}. Sign in again.");
        }
        Console.WriteLine($"Refreshed. The new token is good for {Tokens.SecondsLeft} seconds.");
    }

    //: api
    async Task<Answer> Get(string path)
    {
        var answer = await Server.Ask(HttpMethod.Get, path, new AuthenticationHeaderValue("Bearer", Tokens.Access));
        Console.WriteLine($"GET {path}: {answer.Status}");
        return answer;
    }

    /// <summary>A call with a fresh token: refreshed shortly before its end, and once more after a 401.</summary>
    public async Task<Answer> CallApi(string path)
    {
        var canRefresh = Tokens.Refresh != null;
        if (canRefresh && Tokens.SecondsLeft < 60) await Refresh();
        var answer = await Get(path);
        if (answer.Status == 401 && canRefresh)
        {
            await Refresh();
            answer = await Get(path);
        }
        if (answer.Status == 401)
        {
            Tokens = null;
            throw new Problem(401, "Your sign-in has ended", Server.Refusal(answer).Title + ". Sign in again.");
        }
        if (answer.Status >= 400) throw Server.Refusal(answer);
        return answer;
    }

    //: sign out
    /// <summary>Revoking one token ends the whole session at the server. Here it is forgotten in any case.</summary>
    public async Task SignOut()
    {
        Forget();
        try
        {
            var form = new Dictionary<string, string> { ["token"] = Tokens.Refresh ?? Tokens.Access };
            await Server.AskAsApp("/restapi/oauth/revoke", form);
        }
        catch (Problem problem)
        {
            throw new Problem(502, "Signed out here only",
                "This app has forgotten your tokens, but could not revoke them: " + problem.Message);
        }
        Console.WriteLine("Signed out. The tokens are revoked.");
    }
}

//: pages
static class App
{
    static readonly Dictionary<string, string> Calls = new Dictionary<string, string>
    {
        ["extension"] = "/restapi/v1.0/account/~/extension/~",
        ["extension-call-log"] = "/restapi/v1.0/account/~/extension/~/call-log",
        ["account-call-log"] = "/restapi/v1.0/account/~/call-log",
    };

    const string Back = "<p><a href=\"/\">Back to the start</a></p>";

    static string Page(string title, string body) => $@"<!doctype html>
<html lang=""en"">
<meta charset=""utf-8"">
<title>{WebUtility.HtmlEncode(title)}</title>
<body style=""font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem"">
<h1>{WebUtility.HtmlEncode(title)}</h1>
{body}
</body>
</html>";

    static string Home(Session session)
    {
        if (session?.Tokens == null)
            return Page("You are signed out", "<p><a href=\"/login\">Sign in with RingCentral</a></p>");
        var links = Calls.Select(call => $"<li><a href=\"/test?api={call.Key}\">GET {call.Value}</a></li>");
        var owner = WebUtility.HtmlEncode(session.Tokens.Owner);
        return Page("You are signed in", $@"<p>The token belongs to extension id {owner}
and is good for {session.Tokens.SecondsLeft} seconds.</p>
<ul>{string.Join("\n", links)}</ul>
<form method=""post"" action=""/logout""><button>Sign out</button></form>");
    }

    //: run
    const string Cookie = "quick-start-session";

    /// <summary>The browser's session, if it has one. An id that was not made here is nobody's.</summary>
    static Session SessionOf(HttpListenerRequest request)
    {
        var pairs = (request.Headers["Cookie"] ?? "").Split(';').Select(pair => pair.Trim().Split(new[] { '=' }, 2));
        return Session.Find(pairs.FirstOrDefault(pair => pair.Length == 2 && pair[0] == Cookie)?[1]);
    }

    static string Redirect(HttpListenerResponse response, string where, Session session)
    {
        response.Headers["Set-Cookie"] = $"{Cookie}={session.Id}; Path=/; HttpOnly; SameSite=Lax";
        response.Redirect(where);
        return "";
    }

    static async Task<string> Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        var path = request.Url.AbsolutePath;
        var session = SessionOf(request);
        if (path == "/") return Home(session);
        if (path == "/login")
        {
            session = session ?? Session.New();
            return Redirect(response, session.SignInUrl(), session);
        }
        if (path == new Uri(Settings.RedirectUri).AbsolutePath)
        {
            // A new id at every sign-in, so that nobody can be made to use one that somebody knows.
            var fresh = Session.New(await Session.TakeAnswer(session, name => request.QueryString[name]));
            session.Forget();
            return Redirect(response, "/", fresh); // On to a page without the code in its address.
        }
        if (path != "/test" && path != "/logout")
            throw new Problem(404, "There is nothing here", "Go back to the start.");
        if (session?.Tokens == null) throw new Problem(401, "You are signed out", "Sign in first.");
        if (path == "/logout")
        {
            if (request.HttpMethod != "POST")
                throw new Problem(405, "Press the button", "Signing out is a POST.");
            await session.SignOut();
            return Page("You are signed out", Back);
        }
        string call; // Not `out var`: Mono's compiler breaks on it in an async method.
        if (!Calls.TryGetValue(request.QueryString["api"] ?? "", out call))
            throw new Problem(400, "No such call", "Choose one of the list.");
        var json = WebUtility.HtmlEncode((await session.CallApi(call)).Indented());
        return Page("GET " + call, $"<p><a href=\"/\">Back</a></p>\n<pre style=\"white-space: pre-wrap\">{json}</pre>");
    }

    static async Task Respond(HttpListenerContext context)
    {
        var response = context.Response;
        string body;
        try
        {
            body = await Answer(context.Request, response);
        }
        catch (Exception error) // Whatever happens, the user gets words and the server goes on.
        {
            var problem = error as Problem
                ?? new Problem(500, "This program met what it did not foresee", error.Message);
            Console.Error.WriteLine(problem.Message);
            response.StatusCode = problem.Status;
            body = Page(problem.Title, $"<p>{WebUtility.HtmlEncode(problem.Why)}</p>\n{Back}");
        }
        try
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            response.ContentType = "text/html; charset=utf-8";
            response.Headers["Cache-Control"] = "no-store";
            response.ContentLength64 = bytes.Length;
            response.OutputStream.Write(bytes, 0, bytes.Length);
            response.Close();
        }
        catch (Exception)
        {
            response.Abort(); // A browser that leaves in the middle is nobody's fault.
        }
    }

    static bool IsTaken(int port)
    {
        try
        {
            using (var client = new TcpClient("localhost", port)) return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static async Task Run()
    {
        var port = Settings.Port;
        var origin = new Uri(Settings.RedirectUri).GetLeftPart(UriPartial.Authority);
        var taken = $"Port {port} is taken (on a Mac, 5000 is AirPlay Receiver's). "
            + "Stop what runs there, or change PORT and RC_REDIRECT_URL.";
        // Whoever already answers on the port would get the callback: find out before listening.
        if (IsTaken(port)) Settings.Stop(taken);
        var listener = new HttpListener();
        // This machine only: nobody on the network can reach it.
        listener.Prefixes.Add($"http://localhost:{port}/");
        try
        {
            listener.Start();
        }
        catch (Exception error) when (error is HttpListenerException || error is SocketException)
        {
            Settings.Stop($"Cannot listen on port {port}: {error.Message}");
        }
        Console.WriteLine("Ready. Open " + origin);
        while (true) await Respond(await listener.GetContextAsync());
    }

    static void Main()
    {
        try
        {
            Run().GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            Settings.Stop(error.GetBaseException().Message);
        }
    }
}
