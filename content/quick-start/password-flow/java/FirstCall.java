// The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
// stands in OAuth.java, the same file as in the web app. Needs a JDK, Java 17 or later, and no packages.
//
//   javac *.java
//   java FirstCall
import java.time.*;
import java.util.*;
import java.util.stream.*;

public class FirstCall {
    private static final Map<String, String> NEXT = Map.of(
        "invalid_client", "Check the client id and secret, and that they belong to RC_SERVER_URL.",
        "unauthorized_client", "Choose JWT auth flow in the app\u2019s settings; an older app needs a new one.",
        "invalid_request", "Check that RC_USER_JWT is whole, and made for this server and this app.",
        "invalid_grant", "Check that RC_USER_JWT has not ended or been revoked.");

    public static void main(String[] arguments) {
        // The JWT is as good as a password: whoever has it and the secret acts as its user.
        var settings = Settings.read(FirstCall.class, List.of("RC_APP_CLIENT_SECRET", "RC_USER_JWT"));
        var client = new OAuth.Client(settings.server(), settings.clientId(), settings.clientSecret(), null);
        var oauth = new OAuth(client, kept -> {}, null);

        try {
            //: token
            oauth.exchange(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion", settings.jwt()));
            var seconds = Duration.between(Instant.now(), oauth.tokens().expiresAt()).plusMillis(500).toSeconds();
            System.out.println("Signed in with a JWT. The token is good for " + seconds + " seconds.");

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

            What to do next: use one token until it ends, rather than one a call. Where users sign in to
            your app, let them do so themselves: authorization code with PKCE.""");
    }
}
