import type { JSX } from 'preact';

/**
 * Said where there is no JavaScript. As HTML, because a browser that runs
 * scripts holds what stands in a noscript as one text.
 */
const html = `<div class="pg-noscript"><p>With JavaScript, this part sends each request below to the sandbox and shows its answer beside it. Without it, the same flow runs from a terminal. Make a verifier and its challenge:</p><pre class="pg-code"><code>verifier=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=')
echo "http://localhost:4321/restapi/oauth/authorize?response_type=code&amp;client_id=sandbox-browser&amp;redirect_uri=http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F&amp;code_challenge=$challenge&amp;code_challenge_method=S256"</code></pre><p>Open the address, sign in, take the code from the address that you come back to, and trade it within 60 s:</p><pre class="pg-code"><code>curl http://localhost:4321/restapi/oauth/token \\
  --data-urlencode grant_type=authorization_code \\
  --data-urlencode client_id=sandbox-browser \\
  --data-urlencode redirect_uri=http://localhost:4321/callback/ \\
  --data-urlencode "code_verifier=$verifier" \\
  --data-urlencode code=THE-CODE</code></pre></div>`;

export function WithoutScript(): JSX.Element {
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
