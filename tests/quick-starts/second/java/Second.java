// OAuth.java in a program of another make: the JDK's server with a context for each route, and a
// store that holds plain data by session.
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

public class Second {
    interface Route {
        String answer(OAuth oauth, String query);
    }

    static final Map<String, OAuth.Kept> STORE = new ConcurrentHashMap<>();
    static final Map<String, String> ENV = System.getenv();

    /** A route that answers text, or an address to go on to. */
    static HttpHandler with(Route route) {
        return exchange -> {
            var cookie = exchange.getRequestHeaders().getFirst("Cookie");
            var id = cookie == null ? UUID.randomUUID().toString() : cookie.replaceAll(".*session=([\\w-]+).*", "$1");
            var client = new OAuth.Client(ENV.get("RC_SERVER_URL"), ENV.get("RC_APP_CLIENT_ID"), null, ENV.get("RC_REDIRECT_URL"));
            try {
                var oauth = new OAuth(client, kept -> STORE.put(id, kept), STORE.get(id));
                send(exchange, id, 200, route.answer(oauth, exchange.getRequestURI().getRawQuery()));
            } catch (OAuth.OAuthError error) {
                send(exchange, id, 500, error.kind.name().toLowerCase());
            }
        };
    }

    static void send(HttpExchange exchange, String id, int status, String text) throws IOException {
        var leads = text.matches("/|https?:.*");
        if (leads) exchange.getResponseHeaders().set("Location", text);
        exchange.getResponseHeaders().set("Set-Cookie", "session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        exchange.sendResponseHeaders(leads ? 302 : status, 0);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.close();
    }

    static Map<String, String> parse(String query) {
        return Stream.of(query.split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    public static void main(String[] arguments) throws IOException {
        var callback = URI.create(ENV.get("RC_REDIRECT_URL"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", callback.getPort()), 0);
        server.createContext("/login", with((oauth, query) -> oauth.start()));
        server.createContext("/oauth2callback", with((oauth, query) -> {
            oauth.finish(parse(query));
            return "/";
        }));
        server.createContext("/", with((oauth, query) -> oauth.call("/restapi/v1.0/account/~/extension/~")));
        server.createContext("/logout", with((oauth, query) -> {
            oauth.revoke();
            return "revoked";
        }));
        server.start();
        System.out.println("Ready. Open http://" + callback.getAuthority());
    }
}
