// Sign in with RingCentral from a small web app: authorization code with PKCE.
//
//   java App.java     then open http://localhost:5000
//
// Needs a JDK, Java 17 or later, and no packages. The settings come from the environment,
// or from a file named .env in the folder where you start it.
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class App {
    //: settings
    static final Map<String, String> FILE = readEnvFile(Path.of(".env"));
    static final String SERVER = address("RC_SERVER_URL", required("RC_SERVER_URL").replaceAll("/+$", ""));
    static final String CLIENT_ID = required("RC_APP_CLIENT_ID", "RC_CLIENT_ID", "RINGCENTRAL_CLIENT_ID");
    // An app without a secret is a public client: leave the setting out.
    static final String CLIENT_SECRET =
        setting("RC_APP_CLIENT_SECRET", "RC_CLIENT_SECRET", "RINGCENTRAL_CLIENT_SECRET");
    static final int PORT = port();
    // Registered at the server character for character: a slash more is another address.
    static final String REDIRECT_URI = address("RC_REDIRECT_URL",
        setting("RC_REDIRECT_URL") != null ? setting("RC_REDIRECT_URL") : "http://localhost:" + PORT + "/oauth2callback");

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

    static int port() {
        var text = setting("PORT") != null ? setting("PORT") : "5000";
        var number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > 65535) stop("PORT is \"" + text + "\". Use a number from 1 to 65535.");
        return number;
    }

    static String stop(String line) {
        System.err.println(line);
        System.exit(1);
        return null;
    }

    //: problem
    /** What the user is told: a status, what happened, and why with what to do. */
    static class Problem extends RuntimeException {
        final int status;
        final String title;
        final String why;
        final String error;

        Problem(int status, String title, String why, String error) {
            super(title + ". " + why);
            this.status = status;
            this.title = title;
            this.why = why;
            this.error = error;
        }

        Problem(int status, String title, String why) {
            this(status, title, why, null);
        }
    }

    //: server
    // It follows no redirect unless told to: one could carry the secret to another host.
    static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    record Answer(int status, String text, Map<String, Object> body, String help) {}

    /** One request to RingCentral or the sandbox, and the JSON that comes back. */
    static Answer ask(String path, HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            request.uri(URI.create(SERVER + path)).timeout(Duration.ofSeconds(10)).header("Accept", "application/json");
            response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException error) {
            var why = error.getMessage() != null ? error.getMessage() : "connection refused";
            throw new Problem(502, "The server cannot be reached",
                SERVER + " gave no answer (" + why + "). Check RC_SERVER_URL, and that the server is running.");
        }
        var status = response.statusCode();
        var text = response.body();
        var body = Json.object(text.isEmpty() ? "{}" : text);
        if (body == null || status >= 300 && status < 400) {
            throw new Problem(502, "That is not an answer of RingCentral’s",
                SERVER + path + " answered " + status + ", and not in JSON. Check RC_SERVER_URL.");
        }
        return new Answer(status, text, body, helpIn(response));
    }

    /** Where this very request is explained, as far as the server tells: the sandbox does. */
    static String helpIn(HttpResponse<?> response) {
        var link = response.headers().firstValue("Link").orElse("");
        var help = Pattern.compile("<(https?:[^>\\s]+)>; rel=\"help\"").matcher(link);
        return help.find() ? "Read why at " + help.group(1) : "";
    }

    /** A refusal with the server's own code: OAU-146 says more than 400. */
    static Problem refusal(Answer answer) {
        var body = answer.body;
        var first = body.get("errors") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> map
            ? map : Map.of();
        var error = body.get("error") instanceof String text ? text : null;
        var code = firstOf(first.get("errorCode"), body.get("errorCode"), error, "HTTP " + answer.status);
        var text = firstOf(first.get("message"), body.get("error_description"), body.get("message"), "It says no more.");
        var next = error == null ? "" : switch (error) {
            case "invalid_client" -> "Check the client id and secret, and that they belong to RC_SERVER_URL.";
            case "invalid_grant" -> "A code is good once, for about a minute. Sign in again.";
            default -> "";
        };
        var why = text + " (HTTP " + answer.status + (error == null ? "" : ", " + error) + ").";
        var words = Stream.of(why, next, answer.help).filter(part -> !part.isEmpty());
        return new Problem(502, "The server refused: " + code, words.collect(Collectors.joining(" ")), error);
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

    /** A form to the token or revoke endpoint, with which the app says who it is. */
    static Answer askAsApp(String path, Map<String, String> pairs) {
        var request = HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded");
        var all = new LinkedHashMap<>(pairs);
        if (CLIENT_SECRET != null) {
            // The secret goes into the header, where logs do not look.
            var both = (CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        } else {
            all.put("client_id", CLIENT_ID);
        }
        var answer = ask(path, request.POST(HttpRequest.BodyPublishers.ofString(form(all))));
        if (answer.status >= 400) throw refusal(answer);
        return answer;
    }

    //: sign in
    record Tokens(String access, String refresh, Instant expiresAt, String owner) {}

    /** What one browser is in the middle of, and its tokens. A real app keeps this where a restart
     *  does not lose it, and the tokens encrypted. */
    static class Session {
        final String id = randomText();
        String state;
        String verifier;
        Tokens tokens;

        Session(Tokens tokens) {
            this.tokens = tokens;
            SESSIONS.put(id, this);
        }
    }

    // HttpServer hands over one request at a time unless it is given threads: no locks are needed.
    static final Map<String, Session> SESSIONS = new HashMap<>();
    static final SecureRandom RANDOM = new SecureRandom();

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String randomText() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64Url(bytes);
    }

    /** State and verifier stay here; only the hash of the verifier leaves. */
    static String signInUrl(Session session) throws Exception {
        session.state = randomText();
        session.verifier = randomText();
        var hash = MessageDigest.getInstance("SHA-256").digest(session.verifier.getBytes(StandardCharsets.US_ASCII));
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", CLIENT_ID);
        query.put("redirect_uri", REDIRECT_URI);
        query.put("state", session.state);
        query.put("code_challenge", base64Url(hash));
        query.put("code_challenge_method", "S256");
        return SERVER + "/restapi/oauth/authorize?" + form(query);
    }

    //: callback
    /** The browser comes back with a code, or with the reason why there is none. */
    static Tokens takeAnswer(Session session, Map<String, String> query) {
        if (session == null || session.state == null || !session.state.equals(query.get("state"))) {
            throw new Problem(400, "This answer belongs to no sign-in of yours",
                "Its state is not the one that this browser was given, or it was used before. "
                    + "Somebody else may have begun it, so its code is not used. Sign in again.");
        }
        var verifier = session.verifier;
        session.state = session.verifier = null; // Good once.
        var error = query.get("error");
        var text = query.getOrDefault("error_description", "It says no more.");
        if ("access_denied".equals(error)) {
            throw new Problem(403, "Access was refused", "The server says " + error + ": " + text
                + " No code was sent. Sign in again when you want to allow it.");
        }
        if (error != null) throw new Problem(502, "The server refused the sign-in: " + error, text);
        var code = query.getOrDefault("code", "");
        if (code.isEmpty()) throw new Problem(400, "No code came back", "Sign in again.");
        return exchange(code, verifier);
    }

    //: token
    /** The code alone is worth nothing: whoever trades it must know the verifier too. */
    static Tokens exchange(String code, String verifier) {
        var answer = askAsApp("/restapi/oauth/token", Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", REDIRECT_URI, // The same as before: the server compares them.
            "code_verifier", verifier));
        var tokens = tokensOf(answer);
        System.out.println("Signed in. The token is good for " + secondsLeft(tokens) + " seconds.");
        return tokens;
    }

    /** Both tokens are replaced together: a refresh token is spent by its use. */
    static Tokens tokensOf(Answer answer) {
        var body = answer.body;
        if (!(body.get("access_token") instanceof String access) || !(body.get("expires_in") instanceof Double seconds)) {
            throw new Problem(502, "The answer holds no token", "Check that " + SERVER + " is the right server.");
        }
        var refresh = (String) body.get("refresh_token"); // Missing where the app's settings issue none.
        return new Tokens(access, refresh, Instant.now().plusSeconds(seconds.longValue()),
            String.valueOf(body.get("owner_id")));
    }

    static long secondsLeft(Tokens tokens) {
        return Math.round(Duration.between(Instant.now(), tokens.expiresAt).toMillis() / 1000.0);
    }

    //: refresh
    static void refresh(Session session) {
        try {
            session.tokens = tokensOf(askAsApp("/restapi/oauth/token", Map.of(
                "grant_type", "refresh_token",
                "refresh_token", session.tokens.refresh)));
        } catch (Problem problem) {
            // Only this answer means that the tokens are dead. A server that is down may come back.
            if (!"invalid_grant".equals(problem.error)) throw problem;
            session.tokens = null;
            throw new Problem(401, "Your sign-in has ended",
                "It was revoked, or it lasted too long. " + problem.title + ". Sign in again.");
        }
        System.out.println("Refreshed. The new token is good for " + secondsLeft(session.tokens) + " seconds.");
    }

    //: api
    static final Map<String, String> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put("extension", "/restapi/v1.0/account/~/extension/~");
        CALLS.put("extension-call-log", "/restapi/v1.0/account/~/extension/~/call-log");
        CALLS.put("account-call-log", "/restapi/v1.0/account/~/call-log");
    }

    static Answer get(Session session, String path) {
        var answer = ask(path, HttpRequest.newBuilder().header("Authorization", "Bearer " + session.tokens.access));
        System.out.println("GET " + path + ": " + answer.status);
        return answer;
    }

    /** A call with a fresh token: refreshed shortly before its end, and once more after a 401. */
    static String callApi(Session session, String path) {
        var canRefresh = session.tokens.refresh != null;
        if (canRefresh && secondsLeft(session.tokens) < 60) refresh(session);
        var answer = get(session, path);
        if (answer.status == 401 && canRefresh) {
            refresh(session);
            answer = get(session, path);
        }
        if (answer.status == 401) {
            session.tokens = null;
            throw new Problem(401, "Your sign-in has ended", refusal(answer).title + ". Sign in again.");
        }
        if (answer.status >= 400) throw refusal(answer);
        return answer.text;
    }

    //: sign out
    /** Revoking one token ends the whole session at the server. Here it is forgotten in any case. */
    static void signOut(Session session) {
        var tokens = session.tokens;
        SESSIONS.remove(session.id);
        try {
            askAsApp("/restapi/oauth/revoke", Map.of("token", tokens.refresh != null ? tokens.refresh : tokens.access));
        } catch (Problem problem) {
            throw new Problem(502, "Signed out here only",
                "This app has forgotten your tokens, but could not revoke them: " + problem.getMessage());
        }
        System.out.println("Signed out. The tokens are revoked.");
    }

    //: pages
    static final String BACK = "<p><a href=\"/\">Back to the start</a></p>";

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace("\"", "&quot;").replace("'", "&#39;");
    }

    static String page(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>%1$s</title>
            <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
            <h1>%1$s</h1>
            %2$s
            </body>
            </html>
            """.formatted(escape(title), body);
    }

    static String home(Session session) {
        if (session == null || session.tokens == null) {
            return page("You are signed out", "<p><a href=\"/login\">Sign in with RingCentral</a></p>");
        }
        var links = CALLS.entrySet().stream()
            .map(call -> "<li><a href=\"/test?api=" + call.getKey() + "\">GET " + call.getValue() + "</a></li>")
            .collect(Collectors.joining("\n"));
        return page("You are signed in", """
            <p>The token belongs to extension id %s and is good for %d seconds.</p>
            <ul>%s</ul>
            <form method="post" action="/logout"><button>Sign out</button></form>
            """.formatted(escape(session.tokens.owner), secondsLeft(session.tokens), links));
    }

    //: run
    static final String COOKIE = "quick-start-session";

    /** The browser's session, if it has one. An id that was not made here is nobody's. */
    static Session sessionOf(HttpExchange exchange) {
        for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (var pair : header.split(";")) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(COOKIE)) return SESSIONS.get(parts[1]);
            }
        }
        return null;
    }

    static Map<String, String> queryOf(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        var text = exchange.getRequestURI().getRawQuery();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            var parts = pair.split("=", 2);
            try {
                query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            } catch (IllegalArgumentException error) {
                // Not a form at all: as if it had not been sent.
            }
        }
        return query;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void redirect(HttpExchange exchange, String where, Session session) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=" + session.id + "; Path=/; HttpOnly; SameSite=Lax");
        send(exchange, 302, "");
    }

    static void answer(HttpExchange exchange) throws Exception {
        var path = exchange.getRequestURI().getPath();
        var query = queryOf(exchange);
        var session = sessionOf(exchange);
        if (path.equals("/")) {
            send(exchange, 200, home(session));
        } else if (path.equals("/login")) {
            if (session == null) session = new Session(null);
            redirect(exchange, signInUrl(session), session);
        } else if (path.equals(URI.create(REDIRECT_URI).getPath())) {
            // A new id at every sign-in, so that nobody can be made to use one that somebody knows.
            var fresh = new Session(takeAnswer(session, query));
            SESSIONS.remove(session.id);
            redirect(exchange, "/", fresh); // On to a page without the code in its address.
        } else if (!path.equals("/test") && !path.equals("/logout")) {
            throw new Problem(404, "There is nothing here", "Go back to the start.");
        } else if (session == null || session.tokens == null) {
            throw new Problem(401, "You are signed out", "Sign in first.");
        } else if (path.equals("/logout")) {
            if (!exchange.getRequestMethod().equals("POST")) {
                throw new Problem(405, "Press the button", "Signing out is a POST.");
            }
            signOut(session);
            send(exchange, 200, page("You are signed out", BACK));
        } else {
            var call = CALLS.get(query.getOrDefault("api", ""));
            if (call == null) throw new Problem(400, "No such call", "Choose one of the list.");
            var json = escape(Json.indent(callApi(session, call)));
            send(exchange, 200, page("GET " + call,
                "<p><a href=\"/\">Back</a></p>\n<pre style=\"white-space: pre-wrap\">" + json + "</pre>"));
        }
    }

    static void respond(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (Exception error) { // Whatever happens, the user gets words and the server goes on.
            var problem = error instanceof Problem known
                ? known
                : new Problem(500, "This program met what it did not foresee", String.valueOf(error.getMessage()));
            System.err.println(problem.getMessage());
            send(exchange, problem.status, page(problem.title, "<p>" + escape(problem.why) + "</p>\n" + BACK));
        }
    }

    public static void main(String[] arguments) throws IOException {
        var taken = "Port " + PORT + " is taken (on a Mac, 5000 is AirPlay Receiver's). "
            + "Stop what runs there, or change PORT and RC_REDIRECT_URL.";
        // Whoever already answers on the port would get the callback: find out before listening.
        for (var address : InetAddress.getAllByName("localhost")) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, PORT), 2000);
                stop(taken);
            } catch (IOException nobodyThere) {
                // As it should be.
            }
        }
        try {
            // This machine only: nobody on the network can reach it.
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 0);
            server.createContext("/", App::respond);
            server.start();
        } catch (BindException error) {
            stop(error.getMessage().contains("in use") ? taken : "Cannot listen on port " + PORT + ": " + error.getMessage());
        }
        var origin = URI.create(REDIRECT_URI);
        System.out.println("Ready. Open " + origin.getScheme() + "://" + origin.getAuthority());
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

        /** The same text with a line for each member, for people to read. */
        static String indent(String text) {
            var result = new StringBuilder();
            var depth = 0;
            var quoted = false;
            for (var i = 0; i < text.length(); i++) {
                var next = text.charAt(i);
                if (quoted && next == '\\') {
                    result.append(next).append(text.charAt(++i));
                    continue;
                }
                if (next == '"') quoted = !quoted;
                var closes = !quoted && (next == '}' || next == ']');
                if (closes) result.append('\n').append("  ".repeat(--depth));
                result.append(next);
                if (quoted || "{[,:".indexOf(next) < 0) continue;
                if (next == ':') result.append(' ');
                else result.append('\n').append("  ".repeat(next == ',' ? depth : ++depth));
            }
            return result.toString();
        }
    }
}
