// The settings of a program, from the environment or from the file .env beside it. Nothing in
// here is about OAuth: a project of yours has its own way to them.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;
import java.util.stream.*;

public record Settings(String server, String clientId, String clientSecret, String redirectUri, int port,
    String jwt, String username, String extension, String password) {

    //: settings
    /** What other samples and SDKs of RingCentral call the same: told, never read. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
        "RC_SERVER_URL", "RINGCENTRAL_SERVER_URL RINGCENTRAL_SERVER RC_APP_SERVER_URL",
        "RC_APP_CLIENT_ID", "RC_CLIENT_ID RINGCENTRAL_CLIENT_ID RINGCENTRAL_CLIENTID RC_APP_KEY",
        "RC_APP_CLIENT_SECRET",
            "RC_CLIENT_SECRET RINGCENTRAL_CLIENT_SECRET RINGCENTRAL_CLIENTSECRET RC_APP_SECRET",
        "RC_REDIRECT_URL", "RC_REDIRECT_URI RINGCENTRAL_REDIRECT_URL RC_APP_REDIRECT_URL",
        "RC_USER_JWT", "RC_JWT RINGCENTRAL_JWT_TOKEN RINGCENTRAL_JWT",
        "RC_USERNAME", "RINGCENTRAL_USERNAME",
        "RC_EXTENSION", "RINGCENTRAL_EXTENSION",
        "RC_PASSWORD", "RINGCENTRAL_PASSWORD");

    /** Ends the program with one line that says why. Written {@code throw stop(...)}: the compiler sees an end too. */
    static IllegalStateException stop(String line) {
        System.err.println(line);
        System.exit(1);
        return new IllegalStateException(line);
    }

    private static Map<String, String> readFile(Path path) {
        var values = new HashMap<String, String>();
        if (!Files.exists(path)) return values;
        String text;
        try {
            text = new String(Files.readAllBytes(path), UTF_8).replaceFirst("^\uFEFF", "");
        } catch (IOException error) {
            var reason = error instanceof AccessDeniedException ? "no permission" : error.getMessage();
            throw stop(path + " cannot be read (" + reason + ").");
        }
        if (text.indexOf(0) >= 0) throw stop(path + " is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.");
        var assignment = Pattern.compile("\\s*(?:export\\s+)?(\\w+)\\s*=\\s*(?:([\"'])(.*?)\\2.*|(.*))");
        for (var line : text.split("\r\n?|\n")) {
            var found = assignment.matcher(line);
            if (!found.matches()) continue;
            var plain = found.group(4);
            values.put(found.group(1), plain == null ? found.group(3) : plain.replaceFirst("(^|\\s)#.*$", "").strip());
        }
        return values;
    }

    private static Path folderOf(Class<?> program) {
        try {
            var place = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
            return (Files.isDirectory(place) ? place : place.getParent()).toAbsolutePath();
        } catch (URISyntaxException error) {
            throw new IllegalStateException(error);
        }
    }

    /** The server, the app, and the settings named here; prints the first line of the program. */
    public static Settings read(Class<?> program, List<String> needed, String... optional) {
        var folder = folderOf(program);
        var path = folder.resolve(".env");
        var file = readFile(path);
        var hasFile = Files.exists(path);
        var names = Stream.of(List.of("RC_SERVER_URL", "RC_APP_CLIENT_ID"), needed, List.of(optional))
            .flatMap(List::stream).toList();
        var shell = new HashMap<String, String>();
        System.getenv().forEach((name, text) -> {
            if (!text.isBlank()) shell.put(name, text.strip());
        });
        var values = new HashMap<>(file);
        values.values().removeIf(String::isEmpty);
        values.putAll(shell);

        for (var name : names) {
            if (values.containsKey(name)) continue;
            var other = Stream.of(OTHER_NAMES.get(name).split(" ")).filter(values::containsKey).findFirst();
            if (other.isPresent()) {
                throw stop("%s is missing. %s is set; this program reads %s.".formatted(name, other.get(), name));
            }
            if (List.of(optional).contains(name)) continue;
            if (hasFile) throw stop(name + " is missing. " + path + " does not set it.");
            var near = Stream.of(folder.getParent(), Path.of("").toAbsolutePath())
                .filter(one -> one != null && Files.exists(one.resolve(".env"))).findFirst();
            throw stop(name + " is missing. There is no " + path + "."
                + near.map(one -> " There is one in " + one + ": move it beside the program.").orElse(""));
        }

        var server = values.get("RC_SERVER_URL").replaceFirst("/+$", "");
        if (!isAddress(server)) throw stop("RC_SERVER_URL is \"" + server + "\", which is no http or https address.");
        var root = server.replaceFirst("^(https?://[^/?#]+).*$", "$1");
        if (!root.equals(server)) throw stop("RC_SERVER_URL is \"" + server + "\". Leave out what follows " + root + ".");
        var redirectUri = needed.contains("RC_REDIRECT_URL") ? values.get("RC_REDIRECT_URL") : null;
        var port = redirectUri == null ? 0 : portOf(redirectUri);

        var clientId = values.get("RC_APP_CLIENT_ID");
        var overruled = names.stream().filter(shell::containsKey).collect(Collectors.joining(", "));
        var from = hasFile ? path.toString() : "the environment";
        if (hasFile && !overruled.isEmpty()) from += ", but " + overruled + " from the environment";
        System.out.printf("Server %s, app %s, settings from %s. %s%n", server, clientId, from,
            redirectUri != null ? "Stop it with Ctrl-C." : "It ends by itself.");
        return new Settings(server, clientId, values.get("RC_APP_CLIENT_SECRET"), redirectUri, port,
            values.get("RC_USER_JWT"), values.get("RC_USERNAME"), values.get("RC_EXTENSION"), values.get("RC_PASSWORD"));
    }

    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            return text.matches("https?://.*") && uri.getHost() != null && uri.getPort() < 65536;
        } catch (URISyntaxException error) {
            return false;
        }
    }

    private static int portOf(String redirectUri) {
        var here = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1)(?::(\\d{1,9}))?/(?!(?:login|logout|test)?$)[^?#]*").matcher(redirectUri);
        var port = !here.matches() ? 0 : here.group(1) == null ? 80 : Integer.parseInt(here.group(1));
        if (port >= 1 && port <= 65535) return port;
        throw stop("RC_REDIRECT_URL is \"" + redirectUri + "\". This program listens on this computer alone, "
            + "and has pages of its own: use an address like http://localhost:5000/oauth2callback.");
    }
}
