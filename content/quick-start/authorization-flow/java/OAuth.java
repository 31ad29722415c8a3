// One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
// project. It prints nothing, ends nothing, and holds nothing of other users.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.*;
import java.net.http.*;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Consumer;
import java.util.regex.*;
import java.util.stream.*;

public class OAuth {
    /** Your app at a server, whose address has no slash at its end. A public app has no secret: null. */
    public record Client(String server, String id, String secret, String redirectUri) {}

    /** What to keep of a user. Either may be null, and so may the refresh token. */
    public record Kept(Pending pending, Tokens tokens) {}
    public record Pending(String state, String verifier) {}
    public record Tokens(String access, String refresh, Instant expiresAt, String owner) {}

    //: problem
    public enum Kind { STATE, DENIED, REFUSED, ANSWER, UNREACHABLE, ENDED }

    /** A refusal has an HTTP status, and what the server sent of error and help. */
    public static class OAuthError extends RuntimeException {
        public final Kind kind;
        public final String title, why, error, help;
        public final int status;

        OAuthError(Kind kind, String title, String why, int status, String error, String help) {
            super(title + ". " + why);
            this.kind = kind;
            this.title = title;
            this.why = why;
            this.status = status;
            this.error = error;
            this.help = help;
        }

        OAuthError(Kind kind, String title, String why) {
            this(kind, title, why, 0, null, null);
        }
    }

    private final Client client;
    private final Consumer<Kept> save;
    private volatile Kept kept;

    /** {@code save} is given what to keep whenever it changes; {@code kept} is what it was given last, or null. */
    public OAuth(Client client, Consumer<Kept> save, Kept kept) {
        this.client = client;
        this.save = save;
        this.kept = kept != null ? kept : new Kept(null, null);
    }

    public Tokens tokens() {
        return kept.tokens;
    }

    private synchronized void keep(Pending pending, Tokens tokens) {
        var next = new Kept(pending, tokens);
        save.accept(next); // Before anybody uses it.
        kept = next;
    }

    //: sign in
    /** Where to send the browser. State and verifier stay here; only the verifier's hash leaves. */
    public synchronized String start() {
        var pending = new Pending(randomText(), randomText());
        keep(pending, kept.tokens);
        return client.server + "/restapi/oauth/authorize?" + encode(Map.of(
            "response_type", "code",
            "client_id", client.id,
            "redirect_uri", client.redirectUri,
            "state", pending.state,
            "code_challenge", hash(pending.verifier),
            "code_challenge_method", "S256"));
    }

    private static String randomText() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error); // Every Java has it.
        }
    }

    //: callback
    /** The browser is back with these parameters: compares, then exchanges the code. */
    public synchronized void finish(Map<String, String> query) {
        var pending = kept.pending;
        var state = query.getOrDefault("state", "").getBytes(UTF_8);
        if (pending == null || !MessageDigest.isEqual(pending.state.getBytes(UTF_8), state)) {
            var why = "Its state is not the one that this browser was given: it was used before, this program was "
                + "restarted, or somebody else began it. Its code is not used. Sign in again.";
            throw new OAuthError(Kind.STATE, "This answer belongs to no sign-in of yours", why);
        }
        keep(null, kept.tokens); // Good once.
        var issuer = query.getOrDefault("iss", client.server);
        if (!issuer.equals(client.server)) {
            var why = "It is from %s, and the sign-in began at %s. Its code is not used. Sign in again.";
            throw new OAuthError(Kind.STATE, "This answer comes from another server", why.formatted(issuer, client.server));
        }
        var error = query.get("error");
        if (error != null) {
            var denied = error.equals("access_denied");
            var title = denied ? "Access was refused: " : "The server refused the sign-in: ";
            var said = withoutStop(query.get("error_description"));
            var why = said + ". Sign in again when you want to.";
            throw new OAuthError(denied ? Kind.DENIED : Kind.REFUSED, title + error, why, 0, error, null);
        }
        var code = query.getOrDefault("code", "");
        if (code.isEmpty()) throw new OAuthError(Kind.STATE, "No code came back", "Sign in again.");
        // The code alone is worth nothing, and the redirect URI has to be the same as before.
        exchange(Map.of("grant_type", "authorization_code", "code", code,
            "redirect_uri", client.redirectUri, "code_verifier", pending.verifier));
    }

    //: token
    /** Exchanges a grant for tokens. Both are replaced together: a refresh token is spent by its use. */
    public synchronized void exchange(Map<String, String> form) {
        var answer = askAsApp("/restapi/oauth/token", form);
        var access = member(answer, "access_token");
        var type = firstOf(member(answer, "token_type"), "bearer");
        var seconds = firstOf(member(answer, "expires_in"), "");
        if (access == null || !type.equalsIgnoreCase("bearer") || !seconds.matches("[1-9]\\d{0,9}")) {
            var why = "Check that " + client.server + " is the right server.";
            throw new OAuthError(Kind.ANSWER, "The answer holds no token", why);
        }
        var expiresAt = Instant.now().plusSeconds(Long.parseLong(seconds));
        keep(kept.pending, new Tokens(access, member(answer, "refresh_token"), expiresAt, member(answer, "owner_id")));
    }

    //: refresh
    /** Threads that find the token old at the same time wait for one refresh. */
    private synchronized void refresh(String used) {
        var tokens = kept.tokens;
        if (tokens == null || !tokens.access.equals(used)) return; // Another thread has refreshed meanwhile.
        try {
            exchange(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh));
        } catch (OAuthError error) {
            // Only this answer means that the tokens are dead. A server that is down may come back.
            if (!"invalid_grant".equals(error.error)) throw error;
            throw ended("It was revoked, or it lasted too long. " + error.title + ". Sign in again.");
        }
    }

    private OAuthError ended(String why) {
        keep(kept.pending, null);
        return new OAuthError(Kind.ENDED, "Your sign-in has ended", why);
    }

    //: api
    /** The JSON of a path: refreshes a minute before the token's end, and asks once more after a 401. */
    public String call(String path) {
        return call(path, true);
    }

    private String call(String path, boolean mayRefresh) {
        var tokens = kept.tokens;
        if (tokens == null) throw new OAuthError(Kind.ENDED, "You are signed out", "Sign in first.");
        var canRefresh = mayRefresh && tokens.refresh != null;
        if (!canRefresh || Instant.now().isBefore(tokens.expiresAt.minusSeconds(60))) {
            try {
                return ask(path, "Bearer " + tokens.access, null);
            } catch (OAuthError error) {
                if (error.status != 401) throw error;
                if (!canRefresh) throw ended(error.title + ". Sign in again.");
            }
        }
        refresh(tokens.access);
        return call(path, false);
    }

    //: sign out
    /** Revoking one token ends the session at the server. Here it is forgotten in any case. */
    public synchronized void revoke() {
        var tokens = kept.tokens;
        keep(kept.pending, null);
        if (tokens == null) return;
        try {
            askAsApp("/restapi/oauth/revoke", Map.of("token", firstOf(tokens.refresh, tokens.access)));
        } catch (OAuthError error) {
            var why = "The tokens are forgotten, but could not be revoked: " + error.getMessage();
            throw new OAuthError(error.kind, "Signed out here only", why, error.status, error.error, error.help);
        }
    }

    //: server
    /** For all users: it keeps no cookies, and follows no redirect, which could carry the secret elsewhere. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The app says who it is: with its secret in the header, where logs do not look. */
    private String askAsApp(String path, Map<String, String> form) {
        var pairs = new HashMap<>(form);
        if (client.secret == null) pairs.put("client_id", client.id);
        var both = (client.id + ":" + client.secret).getBytes(UTF_8);
        return ask(path, client.secret == null ? null : "Basic " + Base64.getEncoder().encodeToString(both), pairs);
    }

    /** One request, tried again twice where the server is busy. A code is never sent twice. */
    private String ask(String path, String authorization, Map<String, String> form) {
        var request = HttpRequest.newBuilder(URI.create(client.server + path)).header("Accept", "application/json");
        if (authorization != null) request.header("Authorization", authorization);
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        }
        var tries = form != null && form.containsValue("authorization_code") ? 1 : 3;
        try {
            while (true) {
                var sent = HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
                var response = sent.orTimeout(10, TimeUnit.SECONDS).get();
                var wait = secondsToWait(response);
                if (--tries == 0 || wait < 0 || wait > 60) return jsonOf(path, response, wait);
                TimeUnit.SECONDS.sleep(wait);
            }
        } catch (ExecutionException | InterruptedException error) {
            if (error instanceof InterruptedException) Thread.currentThread().interrupt();
            var reason = (error.getCause() == null ? error : error.getCause()).getClass().getSimpleName();
            var why = "%s gave no answer (%s). Check RC_SERVER_URL, http or https, and that the server is running.";
            throw new OAuthError(Kind.UNREACHABLE, "The server cannot be reached", why.formatted(client.server, reason));
        }
    }

    /** Less than 0: the server names no time, and is not asked again. */
    private static long secondsToWait(HttpResponse<?> response) {
        var status = response.statusCode();
        var asked = response.headers().firstValue("Retry-After").orElse(status == 503 ? "1" : "");
        return (status == 503 || status == 429) && asked.matches("\\d{1,9}") ? Long.parseLong(asked) : -1;
    }

    /** The JSON of an answer. A refusal is thrown with the server's own code: OAU-146 says more than 400. */
    private String jsonOf(String path, HttpResponse<String> response, long wait) {
        var status = response.statusCode();
        var json = response.body().isBlank() ? "{}" : response.body().strip();
        if (!json.matches("(?s)[{\\[].*") || status >= 300 && status < 400) {
            var next = status >= 500 ? "Try again later." : "Check RC_SERVER_URL.";
            var why = "%s%s answered %d, and not in JSON. %s".formatted(client.server, path, status, next);
            throw new OAuthError(Kind.ANSWER, "That is not an answer of RingCentral\u2019s", why, status, null, null);
        }
        if (status < 400) return json;
        var first = json.substring(Math.max(json.indexOf("\"errors\""), 0));
        var error = member(json, "error");
        var code = firstOf(member(first, "errorCode"), member(json, "errorCode"), error, "HTTP " + status);
        var said = firstOf(member(first, "message"), member(json, "error_description"), member(json, "message"));
        var later = wait > 0 ? ", try again in " + wait + " seconds" : "";
        var why = withoutStop(said) + " (HTTP " + status + (error == null ? "" : ", " + error) + later + ").";
        var link = String.join(", ", response.headers().allValues("Link"));
        var help = Pattern.compile("(?<=<)https?:[^>\\s]+(?=>; rel=\"help\")").matcher(link).results().findFirst();
        throw new OAuthError(Kind.REFUSED, "The server refused: " + code, why, status, error,
            help.map(MatchResult::group).orElse(null));
    }

    private static String withoutStop(String said) {
        return firstOf(said, "It says no more").replaceFirst("\\.$", "");
    }

    private static String firstOf(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String encode(Map<String, String> pairs) {
        return new TreeMap<>(pairs).entrySet().stream()
            .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    }

    private static final Pattern JSON = Pattern.compile(
        "[{}]|\"(\\w+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([\\w.+-]+))|\"(?:[^\"\\\\]++|\\\\.)*+\"");

    /** A text or number of a JSON object, by its name. A project that has Jackson or Gson asks that. */
    public static String member(String json, String name) {
        var depth = 0;
        for (var token = JSON.matcher(json); token.find(); ) {
            depth += token.group().equals("{") ? 1 : token.group().equals("}") ? -1 : 0;
            if (depth != 1 || !name.equals(token.group(1))) continue;
            if (token.group(2) == null) return token.group(3).equals("null") ? null : token.group(3);
            return Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))").matcher(token.group(2)).replaceAll(one ->
                Matcher.quoteReplacement(one.group(1) != null ? Character.toString(Integer.parseInt(one.group(1), 16))
                    : "bfnrt".contains(one.group(2)) ? one.group().translateEscapes() : one.group(2)));
        }
        return null;
    }
}
