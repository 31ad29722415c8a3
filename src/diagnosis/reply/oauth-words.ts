/** Words that an administrator of an account need not know: a reply to one holds none of them. */
const words =
  /\b(?:oauth\w*|pkce|jwts?|tokens?|grants?|grant_type|redirects?|redirected|redirect_uri|uris?|urls?|scopes?|assertions?|bearer|clients?|client_id|client_secret|secrets?|code_\w+|verifiers?|challenges?|authorization|authorize[sd]?|endpoints?|headers?|parameters?|refresh(?:es|ed)?|implicit|three-legged|3-legged|json|https?|api|apis|sdks?|state|issuer|claims?|curl|callbacks?|nonce|base64\w*|response_type|cors|csp|popups?|environment variables?|consoles?|platform types?|app types?)\b/i;

/** What looks like a name on the wire or like code: `redirect_uri`, `login(`, `https://…`. */
const wire = /[a-z]_[a-z]|\w\(|:\/\/|[{}<>]|\b[a-z]+[A-Z]\w+/;

/** Whether a text can be read without knowing OAuth. A code such as OAU-113 is a name to quote. */
export const isFreeOfOAuth = (text: string): boolean => !words.test(text) && !wire.test(text);
