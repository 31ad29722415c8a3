// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: FirstCall does the same with one.
//
//   javac *.java
//   java Password
import java.time.*;
import java.util.*;
import java.util.stream.*;

public class Password {
    private static final String CHECK = "Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.";
    private static final Map<String, String> NEXT = Map.of(
        "invalid_client", "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "unauthorized_client", "At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.",
        "invalid_request", CHECK,
        "invalid_grant", CHECK);

    public static void main(String[] arguments) {
        // An app that keeps its users' passwords loses them all when it is broken into.
        var needed = List.of("RC_APP_CLIENT_SECRET", "RC_USERNAME", "RC_PASSWORD");
        var settings = Settings.read(Password.class, needed, "RC_EXTENSION");
        var client = new OAuth.Client(settings.server(), settings.clientId(), settings.clientSecret(), null);
        var oauth = new OAuth(client, kept -> {}, null);

        try {
            //: token
            // The user name is the main number, with + and country code, or an e-mail address.
            var form = new HashMap<>(Map.of("grant_type", "password",
                "username", settings.username(), "password", settings.password()));
            if (settings.extension() != null) form.put("extension", settings.extension());
            oauth.exchange(form);
            var seconds = Duration.between(Instant.now(), oauth.tokens().expiresAt()).plusMillis(500).toSeconds();
            System.out.println("Signed in with a password, as only the sandbox still allows. The token is good for "
                + seconds + " seconds.");

            //: api
            var path = "/restapi/v1.0/account/~/extension/~";
            var json = oauth.call(path);
            System.out.println("GET " + path);
            System.out.printf("Extension %s: %s, %s%n",
                OAuth.member(json, "extensionNumber"), OAuth.member(json, "name"), OAuth.member(json, "status"));

            //: problems
        } catch (OAuth.OAuthError problem) {
            var next = problem.error == null ? null : NEXT.get(problem.error);
            var help = problem.help == null ? null : "Read why at " + problem.help;
            throw Settings.stop(Stream.of(problem.getMessage(), next, help)
                .filter(Objects::nonNull).collect(Collectors.joining(" ")));
        }

        //: next
        System.out.println("""

            What to do next: move to a JWT where a script acts for one account. Where users sign in to
            your app, let them do so themselves: authorization code with PKCE.""");
    }
}
