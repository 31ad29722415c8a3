// A small web app that signs its users in with RingCentral. What it says to RingCentral stands in
// OAuth.java; here are its sessions, pages and routes. Needs a JDK, Java 17 or later, and no packages.
//
//   javac *.java
//   java App     then open the address that it prints
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.security.SecureRandom;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.Pattern;
import java.util.stream.*;

public class App {
    private final Settings settings;

    private App(Settings settings) {
        this.settings = settings;
    }

    //: sessions
    /** One sign-in a browser. A real app has a store that a restart does not lose, with tokens encrypted. */
    private final Map<String, OAuth> sessions = new ConcurrentHashMap<>();

    /** An app without a secret is a public client. */
    private OAuth newOAuth() {
        var client = new OAuth.Client(
            settings.server(), settings.clientId(), settings.clientSecret(), settings.redirectUri());
        return new OAuth(client, kept -> {
            if (kept.tokens() != null) System.out.println("New tokens, which are kept in memory.");
        }, null);
    }

    /** A new id at every sign-in, so that nobody can be made to use one that somebody knows. */
    private String newSession(OAuth oauth) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(id, oauth);
        return "quick-start-session=" + id + "; Path=/; HttpOnly; SameSite=Lax";
    }

    /** Other programs on localhost have cookies too, of any form: only our own is read. */
    private static String idIn(HttpExchange exchange) {
        var cookies = String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
        var own = Pattern.compile("(?:^|; *)quick-start-session=([^;]*)").matcher(cookies);
        return own.find() ? own.group(1) : "";
    }

    //: pages
    private record Call(String name, String path) {}
    private static final List<Call> CALLS = List.of(
        new Call("extension", "/restapi/v1.0/account/~/extension/~"),
        new Call("extension-call-log", "/restapi/v1.0/account/~/extension/~/call-log"),
        new Call("account-call-log", "/restapi/v1.0/account/~/call-log"));
    private static final String BACK = "<p><a href=\"/\">Back to the start</a></p>";
    private static final String SIGN_IN = "<p><a href=\"/login\">Sign in with RingCentral</a></p>";

    private record Answer(int status, String body, Map<String, String> headers) {}

    private static Answer redirect(String location, String cookie) {
        var headers = cookie == null ? Map.of("Location", location) : Map.of("Location", location, "Set-Cookie", cookie);
        return new Answer(302, "", headers);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static Answer page(int status, String title, String content) {
        return new Answer(status, """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>%1$s</title>
            <body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
            <h1>%1$s</h1>
            %2$s
            </body>
            </html>
            """.formatted(escape(title), content), Map.of());
    }

    private static String home(OAuth.Tokens tokens) {
        var seconds = Duration.between(Instant.now(), tokens.expiresAt()).plusMillis(500).toSeconds();
        var links = CALLS.stream()
            .map(call -> "<li><a href=\"/test?api=%s\">GET %s</a></li>".formatted(call.name, call.path));
        return """
            <p>The token belongs to extension id %s and is good for %d seconds.</p>
            <ul>%s</ul>
            <form method="post" action="/logout"><button>Sign out</button></form>
            """.formatted(escape(String.valueOf(tokens.owner())), seconds, links.collect(Collectors.joining("\n")));
    }

    //: problems
    private static final Map<String, String> NEXT = Map.of(
        "invalid_client", "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "invalid_grant", "A code is good once, for about a minute. Sign in again.");

    /** The user is told what the terminal says. */
    private static Answer problem(int status, String title, String words) {
        System.err.println(title + ". " + words);
        return page(status, title, "<p>" + escape(words) + "</p>\n" + SIGN_IN + "\n" + BACK);
    }

    private static Answer problem(OAuth.OAuthError problem) {
        var status = switch (problem.kind) {
            case STATE -> 400;
            case DENIED -> 403;
            case ENDED -> 401;
            case REFUSED, ANSWER, UNREACHABLE -> 502;
        };
        var next = problem.error == null ? null : NEXT.get(problem.error);
        var help = problem.help == null ? null : "Read why at " + problem.help;
        var words = Stream.of(problem.why, next, help).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return problem(status, problem.title, words);
    }

    //: routes
    private Answer answer(HttpExchange exchange) {
        var parts = exchange.getRequestURI().toString().split("\\?", 2);
        var query = parts.length == 2 ? queryIn(parts[1]) : Map.<String, String>of();
        var id = idIn(exchange);
        var oauth = sessions.getOrDefault(id, newOAuth());
        if (parts[0].equals(URI.create(settings.redirectUri()).getRawPath())) {
            oauth.finish(query);
            sessions.remove(id);
            return redirect("/", newSession(oauth)); // On to a page without the code in its address.
        }
        switch (parts[0]) {
            case "/favicon.ico":
                return new Answer(204, "", Map.of());
            case "/":
                var tokens = oauth.tokens();
                return tokens == null
                    ? page(200, "You are signed out", SIGN_IN)
                    : page(200, "You are signed in", home(tokens));
            case "/login":
                return redirect(oauth.start(), sessions.containsKey(id) ? null : newSession(oauth));
            case "/logout":
                if (!exchange.getRequestMethod().equals("POST")) return page(405, "Press the button", BACK);
                sessions.remove(id);
                oauth.revoke();
                return page(200, "You are signed out", BACK);
            case "/test":
                var call = CALLS.stream().filter(one -> one.name.equals(query.get("api"))).findFirst();
                if (call.isEmpty()) return page(400, "No such call", BACK);
                var json = escape(oauth.call(call.get().path));
                return page(200, "GET " + call.get().path, BACK + "\n<pre style=\"white-space: pre-wrap\">" + json + "</pre>");
            default:
                return page(404, "There is nothing here", BACK);
        }
    }

    private static Map<String, String> queryIn(String text) {
        var query = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    //: run
    private void respond(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (OAuth.OAuthError error) {
            answer = problem(error);
        } catch (RuntimeException error) { // Whatever happens, the user gets words and the server goes on.
            answer = problem(500, "This program met what it did not foresee", String.valueOf(error.getMessage()));
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        answer.headers.forEach(headers::set);
        var bytes = answer.body.getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 2000);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private void run() throws IOException {
        var port = settings.port();
        var mac = port == 5000 ? " (on a Mac, AirPlay Receiver has it)" : "";
        var taken = "Port %d is taken%s. Stop what runs there, or change the port in RC_REDIRECT_URL.".formatted(port, mac);
        // Whoever already answers there, on either address, would get the callback: look before listening.
        if (answers("127.0.0.1", port) || answers("::1", port)) throw Settings.stop(taken);
        try {
            // This machine only: nobody on the network can reach it.
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.createContext("/", this::respond);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        } catch (BindException error) {
            throw Settings.stop(error.getMessage().contains("in use") ? taken : "Port " + port + ": " + error.getMessage() + ".");
        }
        System.out.println("Ready. Open http://" + URI.create(settings.redirectUri()).getAuthority());
    }

    public static void main(String[] arguments) throws IOException {
        new App(Settings.read(App.class, List.of("RC_REDIRECT_URL"), "RC_APP_CLIENT_SECRET")).run();
    }
}
