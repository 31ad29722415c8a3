// The settings of a program, from the environment or from the file .env beside it. Nothing in
// here is about OAuth: a project of yours has its own way to them.
using System.Text;
using System.Text.RegularExpressions;

public record Settings(
    string Server, string ClientId, string? ClientSecret, string RedirectUri, int Port,
    string? Jwt, string? Username, string? Extension, string? Password)
{
    //: settings
    /// <summary>What other samples and SDKs of RingCentral call the same: told, never read.</summary>
    static readonly Dictionary<string, string[]> OtherNames = new()
    {
        ["RC_SERVER_URL"] = ["RINGCENTRAL_SERVER_URL", "RINGCENTRAL_SERVER", "RC_APP_SERVER_URL"],
        ["RC_APP_CLIENT_ID"] = ["RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID", "RINGCENTRAL_CLIENTID", "RC_APP_KEY"],
        ["RC_APP_CLIENT_SECRET"] =
            ["RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET", "RINGCENTRAL_CLIENTSECRET", "RC_APP_SECRET"],
        ["RC_REDIRECT_URL"] = ["RC_REDIRECT_URI", "RINGCENTRAL_REDIRECT_URL", "RC_APP_REDIRECT_URL"],
        ["RC_USER_JWT"] = ["RC_JWT", "RINGCENTRAL_JWT_TOKEN", "RINGCENTRAL_JWT"],
        ["RC_USERNAME"] = ["RINGCENTRAL_USERNAME"],
        ["RC_EXTENSION"] = ["RINGCENTRAL_EXTENSION"],
        ["RC_PASSWORD"] = ["RINGCENTRAL_PASSWORD"],
    };

    /// <summary>Ends the program with one line that says why: <c>throw Stop(…)</c>, so that the compiler sees it.</summary>
    public static Exception Stop(string line)
    {
        Console.Error.WriteLine(line);
        Environment.Exit(1);
        return new InvalidOperationException(line);
    }

    static Dictionary<string, string>? ReadFile(string path)
    {
        if (!Path.Exists(path)) return null;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Stop($"{path} cannot be read ({(Directory.Exists(path) ? "a folder" : error.GetType().Name)}).");
        }
        if (bytes.Contains((byte)0)) throw Stop($"{path} is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.");
        var values = new Dictionary<string, string>();
        foreach (var line in Regex.Split(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), "\r\n?|\n"))
        {
            var pair = Regex.Match(line, @"^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$");
            if (!pair.Success) continue;
            var rest = pair.Groups[2].Value;
            var quoted = Regex.Match(rest, "^([\"'])(.*?)\\1");
            values[pair.Groups[1].Value] =
                quoted.Success ? quoted.Groups[2].Value : Regex.Replace(rest, @"(^|\s)#.*$", "").Trim();
        }
        return values;
    }

    /// <summary>Where the project file stands, with what was built from it below.</summary>
    static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
            if (folder.EnumerateFiles("*.csproj").Any()) return folder.FullName.TrimEnd(Path.DirectorySeparatorChar);
        return AppContext.BaseDirectory;
    }

    /// <summary>The server, the app, and the settings named here; prints the first line of the program.</summary>
    public static Settings Read(string[] needed, params string[] optional)
    {
        var folder = FindFolder();
        var path = Path.Combine(folder, ".env");
        var file = ReadFile(path);
        string? InShell(string name) =>
            Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } text ? text : null;
        string? Value(string name) =>
            InShell(name) ?? (file?.GetValueOrDefault(name) is { Length: > 0 } text ? text : null);

        string[] names = ["RC_SERVER_URL", "RC_APP_CLIENT_ID", .. needed, .. optional];
        foreach (var name in names.Where(one => Value(one) == null))
        {
            if (OtherNames[name].FirstOrDefault(one => Value(one) != null) is { } other)
                throw Stop($"{name} is missing. {other} is set; this program reads {name}.");
            if (optional.Contains(name)) continue;
            if (file != null) throw Stop($"{name} is missing. {path} does not set it.");
            string?[] near = [Path.GetDirectoryName(folder), Directory.GetCurrentDirectory()];
            var found = near.FirstOrDefault(one => one != null && File.Exists(Path.Combine(one, ".env")));
            var moved = found == null ? "" : $" There is one in {found}: move it beside the program.";
            throw Stop($"{name} is missing. There is no {path}.{moved}");
        }

        var server = Value("RC_SERVER_URL")!.TrimEnd('/');
        var root = Regex.Match(server, "^https?://[^/?#]+").Value;
        if (root == "" || !Uri.TryCreate(server, UriKind.Absolute, out _))
            throw Stop($"RC_SERVER_URL is \"{server}\", which is no http or https address.");
        if (root != server) throw Stop($"RC_SERVER_URL is \"{server}\". Leave out what follows {root}.");
        var redirectUri = needed.Contains("RC_REDIRECT_URL") ? Value("RC_REDIRECT_URL")! : "";
        var here = Regex.Match(redirectUri, @"^http://(?:localhost|127\.0\.0\.1)(?::([0-9]{1,9}))?/(?!(?:login|logout|test)?$)[^?#]*$");
        var port = here.Groups[1].Success ? int.Parse(here.Groups[1].Value) : 80;
        if (redirectUri != "" && !(here.Success && port is >= 1 and <= 65535))
            throw Stop($"RC_REDIRECT_URL is \"{redirectUri}\". This program listens on this computer alone, and has pages of its own: use an address like http://localhost:5000/oauth2callback.");

        var shell = string.Join(", ", names.Where(one => InShell(one) != null));
        var source = file == null ? "the environment" : shell == "" ? path : $"{path}, but {shell} from the environment";
        var end = redirectUri != "" ? "Stop it with Ctrl-C." : "It ends by itself.";
        Console.WriteLine($"Server {server}, app {Value("RC_APP_CLIENT_ID")}, settings from {source}. {end}");
        return new(server, Value("RC_APP_CLIENT_ID")!, Value("RC_APP_CLIENT_SECRET"), redirectUri, port,
            Value("RC_USER_JWT"), Value("RC_USERNAME"), Value("RC_EXTENSION"), Value("RC_PASSWORD"));
    }
}
