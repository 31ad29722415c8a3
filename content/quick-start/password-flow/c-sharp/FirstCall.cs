// The first API call from a script that runs on its own, with a JWT.
//
//   dotnet run
//
// With Mono:
//   mcs -r:System.Net.Http -r:System.Runtime.Serialization -r:System.Xml -r:System.Xml.Linq FirstCall.cs
//   mono FirstCall.exe
//
// Needs .NET 8 or later, or Mono 6, and no packages. It keeps to C# 7 and to what both have, so
// that one file runs on either: JSON is read by JsonReaderWriterFactory. On .NET alone you would
// take System.Text.Json. The settings come from the environment, or from a file named .env in
// the folder where you start it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

static class FirstCall
{
    //: settings
    static readonly Dictionary<string, string> File = ReadEnvFile(".env");
    static readonly string Server = Address("RC_SERVER_URL", Required("RC_SERVER_URL").TrimEnd('/'));
    static readonly string ClientId = Required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID");
    static readonly string ClientSecret =
        Required("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET");
    // As good as a password: whoever has it and the secret acts as its user.
    static readonly string Jwt = Required("RC_USER_JWT", "RC_JWT", "RINGCENTRAL_JWT_TOKEN");

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

    static string Stop(string line)
    {
        Console.Error.WriteLine(line);
        Environment.Exit(1);
        return null;
    }

    //: server
    /// <summary>What to look at, by the server's error.</summary>
    static readonly Dictionary<string, string> NextStep = new Dictionary<string, string>
    {
        ["invalid_client"] = "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        ["unauthorized_client"] = "Choose JWT auth flow in the app’s settings; an older app needs a new one.",
        ["invalid_request"] = "Check that RC_USER_JWT is whole, and made for this server and this app.",
        ["invalid_grant"] = "Check that RC_USER_JWT has not ended or been revoked.",
    };

    static readonly HttpClient Client = new HttpClient(new HttpClientHandler
    {
        AllowAutoRedirect = false, // A redirect could carry the secret to another host.
        UseProxy = !new Uri(Server).IsLoopback, // A proxy cannot reach this machine.
    })
    { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>One request, and its JSON. A refusal ends the script with the server's own code.</summary>
    static async Task<XElement> Ask(
        HttpMethod method, string path, AuthenticationHeaderValue authorization, HttpContent form = null)
    {
        var status = 0;
        XElement json = null;
        string help = null;
        try
        {
            using (var request = new HttpRequestMessage(method, Server + path) { Content = form })
            {
                request.Headers.Authorization = authorization;
                request.Headers.Accept.ParseAdd("application/json");
                using (var response = await Client.SendAsync(request))
                {
                    status = (int)response.StatusCode;
                    help = HelpIn(response);
                    json = Read(await response.Content.ReadAsByteArrayAsync());
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException || error is TaskCanceledException || error is IOException)
        {
            Stop($"{Server} gave no answer ({error.GetBaseException().Message}). "
                + "Check RC_SERVER_URL, and that the server is running.");
        }
        if (json == null || status >= 300 && status < 400)
            Stop($"{Server}{path} answered {status}, and not in JSON. Check RC_SERVER_URL.");
        if (status >= 400) Refuse(status, json, help);
        return json;
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

    /// <summary>Where this very request is explained, as far as the server tells: the sandbox does.</summary>
    static string HelpIn(HttpResponseMessage response)
    {
        response.Headers.TryGetValues("Link", out var links);
        var help = Regex.Match(string.Join(", ", links ?? new string[0]), "<(https?:[^>\\s]+)>; rel=\"help\"");
        return help.Success ? "Read why at " + help.Groups[1].Value : "";
    }

    static void Refuse(int status, XElement json, string help)
    {
        var first = json.Element("errors")?.Elements().FirstOrDefault();
        var error = json.Element("error")?.Value ?? "";
        var code = first?.Element("errorCode")?.Value ?? json.Element("errorCode")?.Value ?? error;
        var message = first?.Element("message")?.Value ?? json.Element("error_description")?.Value;
        NextStep.TryGetValue(error, out var next);
        var words = new[] { $"The server refused: {(code == "" ? "HTTP " + status : code)}.", message, next, help };
        Stop(string.Join(" ", words.Where(part => !string.IsNullOrEmpty(part))));
    }

    static async Task Run()
    {
        //: token
        // The secret goes into the header, where logs do not look.
        var both = Encoding.UTF8.GetBytes(ClientId + ":" + ClientSecret);
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(both));
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
            ["assertion"] = Jwt,
        });
        var tokens = await Ask(HttpMethod.Post, "/restapi/oauth/token", basic, form);
        var token = tokens.Element("access_token")?.Value ?? Stop($"The answer of {Server} holds no token.");
        var seconds = tokens.Element("expires_in")?.Value;
        Console.WriteLine($"Signed in with a JWT. The token is good for {seconds} seconds.");

        //: api
        var path = "/restapi/v1.0/account/~/extension/~";
        var extension = await Ask(HttpMethod.Get, path, new AuthenticationHeaderValue("Bearer", token));
        Console.WriteLine("GET " + path);
        Console.WriteLine($"Extension {extension.Element("extensionNumber")?.Value}: "
            + $"{extension.Element("name")?.Value}, {extension.Element("status")?.Value}");

        //: next
        Console.WriteLine(@"
What to do next: use one token until it ends, rather than one a call. Where users sign in to
your app, let them do so themselves: authorization code with PKCE.");
    }

    static void Main()
    {
        try
        {
            Run().GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            Stop(error.GetBaseException().Message);
        }
    }
}
