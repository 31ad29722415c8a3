// Not run here: the same steps with RingCentral's SDK, read from its source and samples.
//
//   Gradle: implementation 'com.ringcentral:ringcentral:[version]'
//
// What it takes over: the requests with their Basic header, the tokens, and JSON as classes.
// It sends Basic always, also without a secret, so a public client cannot use it. Refreshing is
// a call of yours, or a timer's with rc.autoRefresh(). One RestClient belongs to one user.
import com.ringcentral.RestClient;
import com.ringcentral.definitions.GetTokenRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

public class WithSdk {
    static final String SERVER = System.getenv("RC_SERVER_URL");
    static final String CLIENT_ID = System.getenv("RC_APP_CLIENT_ID");
    static final String REDIRECT_URI = System.getenv("RC_REDIRECT_URL");
    static final RestClient rc = new RestClient(CLIENT_ID, System.getenv("RC_APP_CLIENT_SECRET"), SERVER);

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String randomText() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return base64Url(bytes);
    }

    /** Where to send the browser. Keep state and verifier in its session. */
    static String signInUrl(String state, String verifier) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return SERVER + "/restapi/oauth/authorize?response_type=code"
            + "&client_id=" + URLEncoder.encode(CLIENT_ID, StandardCharsets.UTF_8)
            + "&redirect_uri=" + URLEncoder.encode(REDIRECT_URI, StandardCharsets.UTF_8)
            + "&state=" + state
            + "&code_challenge=" + base64Url(hash)
            + "&code_challenge_method=S256";
    }

    /** @param answer the parameters that the browser brought back */
    static void callback(Map<String, String> answer, String state, String verifier) throws Exception {
        // The SDK does not compare the state: that is the app's to do.
        if (!state.equals(answer.get("state"))) throw new SecurityException("This answer belongs to no sign-in of yours");
        if (answer.containsKey("error")) throw new SecurityException(answer.get("error"));
        rc.authorize(new GetTokenRequest()
            .grant_type("authorization_code")
            .code(answer.get("code"))
            .redirect_uri(REDIRECT_URI)
            .code_verifier(verifier));
        var extension = rc.restapi().account().extension().get();
        System.out.println("Extension " + extension.extensionNumber);
        rc.refresh();
        rc.revoke();
    }
}
