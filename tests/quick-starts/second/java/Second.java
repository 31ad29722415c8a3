// OAuth.java in a program of another make: the JDK's server, and a store that holds plain data by
// session, from which the object is made anew for each request.
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.util.*;
import java.util.stream.*;

public class Second {
    public static void main(String[] arguments) throws IOException {
        var env = System.getenv();
        var redirect = URI.create(env.get("RC_REDIRECT_URL"));
        var client = new OAuth.Client(env.get("RC_SERVER_URL"), env.get("RC_APP_CLIENT_ID"), null, redirect.toString());
        var store = new HashMap<String, OAuth.Kept>();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", redirect.getPort()), 0);
        server.createContext("/", exchange -> {
            var cookie = exchange.getRequestHeaders().getFirst("Cookie");
            var id = cookie == null ? UUID.randomUUID().toString() : cookie.replaceAll(".*session=([\\w-]+).*", "$1");
            var oauth = new OAuth(client, kept -> store.put(id, kept), store.get(id));
            try {
                switch (exchange.getRequestURI().getPath()) {
                    case "/login" -> send(exchange, id, 302, oauth.start());
                    case "/oauth2callback" -> {
                        oauth.finish(parse(exchange.getRequestURI().getRawQuery()));
                        send(exchange, id, 302, "/");
                    }
                    case "/logout" -> {
                        oauth.revoke();
                        send(exchange, id, 200, "revoked");
                    }
                    default -> send(exchange, id, 200, oauth.call("/restapi/v1.0/account/~/extension/~"));
                }
            } catch (OAuth.OAuthError error) {
                send(exchange, id, 500, error.kind.name().toLowerCase());
            }
        });
        server.start();
        System.out.println("Ready. Open http://" + redirect.getAuthority());
    }

    static void send(HttpExchange exchange, String id, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Set-Cookie", "session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        if (status == 302) exchange.getResponseHeaders().set("Location", text);
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.close();
    }

    static Map<String, String> parse(String query) {
        return Stream.of(query.split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
