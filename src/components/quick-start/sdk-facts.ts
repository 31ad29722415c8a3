import type { LanguageId } from '#flows/language-names.ts';

/** What the source of an SDK says that its listing rests on, and that whoever uses it runs into. */
export interface SdkFacts {
  /** The file at the revision that was read. */
  source: { label: string; href: string };
  /** Inline code as `this`. */
  facts: readonly string[];
}

/** The SDKs whose packages cannot be had where the tests run: read, and not run. */
export const sdkFacts: Readonly<Partial<Record<LanguageId, SdkFacts>>> = {
  php: {
    source: {
      label: 'Platform.php',
      href: 'https://github.com/ringcentral/ringcentral-php/blob/31355895/src/Platform/Platform.php',
    },
    facts: [
      '`parseAuthRedirectUrl` reads `code` alone. If consent was refused there is none, and `login` then tries the password grant: look for `error` first, as the listing does.',
      '`login` sends the verifier if you pass it as `codeVerifier`, and the secret with it.',
    ],
  },
  python: {
    source: {
      label: 'platform.py',
      href: 'https://github.com/ringcentral/ringcentral-python/blob/69d7c5a2/ringcentral/platform/platform.py',
    },
    facts: [
      "`platform.login_url()` of the released 0.9.2 raises `NameError: name 'urllib' is not defined`: its file imports `urlparse` alone and calls `urllib.parse.quote`. The way around is to build the address yourself, as the listing does. The other calls work.",
      'The constructor refuses to start without a secret, so an app without one cannot use it.',
    ],
  },
  ruby: {
    source: {
      label: 'ringcentral.rb',
      href: 'https://github.com/ringcentral/ringcentral-ruby/blob/78292a8c/lib/ringcentral.rb',
    },
    facts: [
      '`refresh` forgets the tokens before it asks for new ones. If the request fails, the user has to sign in again: keep `rc.token` before you call it.',
      'An error is a `RuntimeError` whose text holds status, headers and body.',
    ],
  },
  java: {
    source: {
      label: 'RestClient.java',
      href: 'https://github.com/ringcentral/ringcentral-java/blob/a76f2bbe/src/main/java/com/ringcentral/RestClient.java',
    },
    facts: [
      'It sends Basic to the token endpoint always. Without a secret that is `id:null`, so an app without one cannot use it.',
      '`authorize(authCode, redirectUri)` has no place for a verifier: pass a `GetTokenRequest`, as the listing does.',
    ],
  },
  'c-sharp': {
    source: {
      label: 'AuthorizeUriExtension.cs',
      href: 'https://github.com/ringcentral/RingCentral.Net/blob/e93e3a14/RingCentral.Net.AuthorizeUri/AuthorizeUriExtension.cs',
    },
    facts: [
      'The package `RingCentral.Net.AuthorizeUri` makes its verifier with `System.Random`, which is not made for secrets. The listing makes one with `RandomNumberGenerator` and builds the address itself.',
      '`Authorize(authCode, redirectUri)` has no place for a verifier: pass a `GetTokenRequest`, as the listing does.',
    ],
  },
};
