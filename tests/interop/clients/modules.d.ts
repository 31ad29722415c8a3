// What the tests use of clients that come without types.
declare module 'passport-oauth2' {
  export default class OAuth2Strategy {
    constructor(
      options: {
        authorizationURL: string;
        tokenURL: string;
        clientID: string;
        clientSecret: string;
        callbackURL: string;
        state?: boolean;
        pkce?: string;
      },
      verify: (
        access: string,
        refresh: string,
        profile: unknown,
        done: (error: null, user: string) => void,
      ) => void,
    );
    authenticate(request: object): void;
  }
}

declare module 'ringcentral' {
  interface Platform {
    auth(): { accessToken(): string };
    loginUrl(options: { state?: string }): string;
    parseLoginRedirect(search: string): Record<string, string>;
    login(options: Record<string, string>): Promise<unknown>;
    refresh(): Promise<unknown>;
    logout(): Promise<unknown>;
  }
  export default class SDK {
    constructor(
      options: Record<'server' | 'appKey' | 'appSecret' | 'redirectUri', string> & {
        cachePrefix?: string;
      },
    );
    platform(): Platform;
  }
}

declare module 'simple-oauth2' {
  export interface AccessToken {
    token: { access_token: string };
    refresh(): Promise<AccessToken>;
    revoke(which: string): Promise<void>;
  }
  interface Settings {
    client: { id: string; secret: string };
    auth: { tokenHost: string; tokenPath: string; revokePath: string };
  }
  export class AuthorizationCode {
    constructor(settings: Settings & { auth: { authorizePath: string } });
    authorizeURL(parameters: Record<string, string>): string;
    getToken(parameters: Record<string, string>): Promise<AccessToken>;
  }
  export class ResourceOwnerPassword {
    constructor(settings: Settings);
    getToken(parameters: Record<string, string>): Promise<AccessToken>;
  }
}
