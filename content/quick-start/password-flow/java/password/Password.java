// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: FirstCall does the same with one.
//
//   java Password.java
//
// Needs a JDK, Java 17 or later, and no packages. The settings come from the environment,
// or from a file named .env in the folder where you start it.
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Password {
    //: settings
    static final Map<String, String> FILE = readEnvFile(Path.of(".env"));
    static final String SERVER = address("RC_SERVER_URL", required("RC_SERVER_URL").replaceAll("/+$", ""));
    static final String CLIENT_ID = required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID");
    static final String CLIENT_SECRET =
        required("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET");
    // The main number with + and country code, or an e-mail address.
    static final String USERNAME = required("RC_USERNAME");
    static final String EXTENSION = setting("RC_EXTENSION");
    // An app that keeps its users' passwords loses them all when it is broken into.
    static final String PASSWORD = required("RC_PASSWORD");

    static Map<String, String> readEnvFile(Path path) {
        var values = new HashMap<String, String>();
        try {
            for (var line : Files.isRegularFile(path) ? Files.readAllLines(path) : List.<String>of()) {
                var parts = line.strip().split("=", 2);
                if (parts.length == 2 && !parts[0].startsWith("#")) {
                    values.put(parts[0].strip(), parts[1].strip().replaceAll("^[\"']|[\"']$", ""));
                }
            }
        } catch (IOException error) {
            stop(".env cannot be read: " + error.getMessage());
        }
        return values;
    }

    /** One value has had several names over the years: the first that is set counts. */
    static String setting(String... names) {
        for (var name : names) {
            // The environment comes before the file.
            var value = System.getenv().getOrDefault(name, FILE.getOrDefault(name, "")).strip();
            if (!value.isEmpty()) return value;
        }
        return null;
    }

    static String required(String... names) {
        var value = setting(names);
        return value != null ? value : stop(names[0] + " is missing. Set it in the environment or in .env.");
    }

    static String address(String name, String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) return text;
        } catch (IllegalArgumentException error) {
            // Said below.
        }
        return stop(name + " is \"" + text + "\", which is no http or https address.");
    }

    static String stop(String line) {
        System.err.println(line);
        System.exit(1);
        return null;
    }

    //: server
    /** What to look at, by the server's error. */
    static final Map<String, String> NEXT_STEP = Map.of(
        "invalid_client", "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "unauthorized_client", "At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.",
        "invalid_request", "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.",
        "invalid_grant", "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.");

    // It follows no redirect unless told to: one could carry the secret to another host.
    static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** One request, and its JSON. A refusal ends the script with the server's own code. */
    static Map<String, Object> ask(String path, String authorization, HttpRequest.Builder request) {
        request.uri(URI.create(SERVER + path)).timeout(Duration.ofSeconds(10))
            .header("Accept", "application/json").header("Authorization", authorization);
        HttpResponse<String> response;
        try {
            response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException error) {
            var why = error.getMessage() != null ? error.getMessage() : "connection refused";
            stop(SERVER + " gave no answer (" + why + "). Check RC_SERVER_URL, and that the server is running.");
            return null;
        }
        var status = response.statusCode();
        var text = response.body();
        var body = Json.object(text.isEmpty() ? "{}" : text);
        if (body == null || status >= 300 && status < 400) {
            stop(SERVER + path + " answered " + status + ", and not in JSON. Check RC_SERVER_URL.");
        }
        if (status >= 400) refuse(status, body, helpIn(response));
        return body;
    }

    /** Where this very request is explained, as far as the server tells: the sandbox does. */
    static String helpIn(HttpResponse<?> response) {
        var link = response.headers().firstValue("Link").orElse("");
        var help = Pattern.compile("<(https?:[^>\\s]+)>; rel=\"help\"").matcher(link);
        return help.find() ? "Read why at " + help.group(1) : "";
    }

    static void refuse(int status, Map<String, Object> body, String help) {
        var first = body.get("errors") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> map
            ? map : Map.of();
        var error = body.get("error");
        var code = firstOf(first.get("errorCode"), body.get("errorCode"), error, "HTTP " + status);
        var message = firstOf(first.get("message"), body.get("error_description"), body.get("message"), "");
        var next = NEXT_STEP.getOrDefault(String.valueOf(error), "");
        var words = Stream.of("The server refused: " + code + ".", message.toString(), next, help);
        stop(words.filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
    }

    static Object firstOf(Object... values) {
        for (var value : values) if (value != null) return value;
        return null;
    }

    static String form(Map<String, String> pairs) {
        return pairs.entrySet().stream()
            .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
            .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) {
        //: token
        // The secret goes into the header, where logs do not look.
        var both = (CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(both);
        var pairs = new LinkedHashMap<String, String>();
        pairs.put("grant_type", "password");
        pairs.put("username", USERNAME);
        if (EXTENSION != null) pairs.put("extension", EXTENSION);
        pairs.put("password", PASSWORD);
        var tokens = ask("/restapi/oauth/token", basic, HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(pairs))));
        if (!(tokens.get("access_token") instanceof String)) stop("The answer of " + SERVER + " holds no token.");
        var seconds = tokens.get("expires_in") instanceof Double number ? number.longValue() : 0;
        System.out.println("Signed in with a password, as only the sandbox still allows. The token is good for " + seconds + " seconds.");

        //: api
        var path = "/restapi/v1.0/account/~/extension/~";
        var extension = ask(path, "Bearer " + tokens.get("access_token"), HttpRequest.newBuilder());
        System.out.println("GET " + path);
        System.out.println("Extension " + extension.get("extensionNumber") + ": "
            + extension.get("name") + ", " + extension.get("status"));

        //: next
        System.out.println("""

            What to do next: move to a JWT where a script acts for one account. Where users sign in to
            your app, let them do so themselves: authorization code with PKCE.""");
    }

    //: json
    /** Reads JSON into maps, lists, text, numbers (as Double), booleans and null. It is short, so that this
     *  file needs no packages; in earnest use Jackson (com.fasterxml.jackson.core:jackson-databind) or Gson. */
    static class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        /** @return the members, or null where the text is no JSON object */
        @SuppressWarnings("unchecked")
        static Map<String, Object> object(String text) {
            try {
                var reader = new Json(text);
                var value = reader.value();
                reader.skipSpace();
                return value instanceof Map<?, ?> map && reader.at == text.length() ? (Map<String, Object>) map : null;
            } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError error) {
                return null;
            }
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        }

        /** Whether this character comes next; if so it is passed over. */
        private boolean take(char wanted) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != wanted) return false;
            at++;
            return true;
        }

        private void need(char wanted) {
            if (!take(wanted)) throw new IllegalArgumentException("Not JSON");
        }

        private Object value() {
            if (take('{')) return members();
            if (take('[')) return items();
            if (take('"')) return string();
            var start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
            var word = text.substring(start, at);
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> Double.valueOf(word); // Throws where it is no number.
            };
        }

        private Map<String, Object> members() {
            var map = new LinkedHashMap<String, Object>();
            if (take('}')) return map;
            do {
                need('"');
                var name = string();
                need(':');
                map.put(name, value());
            } while (take(','));
            need('}');
            return map;
        }

        private List<Object> items() {
            var list = new ArrayList<Object>();
            if (take(']')) return list;
            do list.add(value()); while (take(','));
            need(']');
            return list;
        }

        private String string() {
            var result = new StringBuilder();
            for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
                if (next != '\\') {
                    result.append(next);
                    continue;
                }
                var escaped = text.charAt(at++);
                if (escaped == 'u') {
                    result.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                } else {
                    var known = "\"\\/bfnrt".indexOf(escaped);
                    if (known < 0) throw new IllegalArgumentException("Not JSON");
                    result.append("\"\\/\b\f\n\r\t".charAt(known));
                }
            }
            return result.toString();
        }
    }
}
