import type { clientCodes } from './client-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const clientWords: WordsOf<typeof clientCodes> = {
  'OAU-112': {
    when: 'An authorization request asks for a response type that the app does not have.',
    cause: 'The app settings do not offer this flow; seen with implicit.',
    fix: 'Use a flow that the app has, or change the app. Authorization code with PKCE replaces implicit.',
    basis: 'observed',
    source: sources.issues,
  },
  'OAU-116': {
    when: 'The authorization method is not one that the server knows.',
    cause: 'The guide lists the code without a cause.',
    fix: 'Compare the request with the guide of its flow.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-120': {
    when: 'The client id does not belong to an app of this environment.',
    cause: 'A mistyped client id, or an id of another environment.',
    fix: 'Copy the client id again, and check the server that you send to.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-121': {
    when: 'A token or code is used by an app that it was not issued to.',
    cause: 'Two apps share a token store, or the client id changed between two steps.',
    fix: 'Use each token with the app that received it.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-123': {
    when: 'A confidential app sends no secret, or nothing names the app.',
    cause:
      'No Authorization header arrived: a wrong option name, a proxy that strips it, or a PKCE request of an app that has a secret.',
    fix: 'Send Authorization: Basic with the client id and secret; an app without a secret sends client_id in the body.',
    basis: 'observed',
    source: sources.guide,
  },
  'OAU-125': {
    when: 'A token request uses a grant that the app settings do not give.',
    cause: 'The same as OAU-251.',
    fix: 'Use a flow that the app has, or change the app.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-127': {
    when: 'The app has no release that may be used here.',
    cause: 'The guide lists the code without a cause.',
    fix: 'Check the state of the app in the developer console.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-134': {
    when: 'The Authorization header of a token request cannot be read.',
    cause: 'Not base64, no colon after decoding, or a scheme without a value.',
    fix: 'Send Basic, one space, and base64 of client id, colon, client secret, on one line.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-146': {
    when: 'The client secret is wrong.',
    cause: 'A secret of another app or environment, or one copied with a space or quote.',
    fix: 'Copy client id and secret again, and check the server that you send to.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-151': {
    when: 'The Authorization scheme does not fit the endpoint: Bearer at the token endpoint, Basic at the API.',
    cause: 'A client that sends one header everywhere.',
    fix: 'Basic at the token and revocation endpoints, Bearer at the API.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-152': {
    when: 'Implicit is tried with an app that does not have it.',
    cause:
      'The flow is gone from the app settings since December 2022. The text of the message was not seen in public.',
    fix: 'Use authorization code with PKCE.',
    basis: 'observed',
    source: sources.probes,
  },
  'OAU-153': {
    when: 'No app has this client id, or the id is empty.',
    cause:
      'A mistyped id, an id of another environment, or a Basic header that decodes to nothing.',
    fix: 'Check the client id; when it is shown empty, check how the Basic header is made.',
    basis: 'observed',
    source: sources.recorded,
  },
  'OAU-164': {
    when: 'A token is revoked with the credentials of an app that it was not issued to.',
    cause:
      'Two apps share a token store, or their settings are mixed. The code is stated for revocation; that it means another app’s token, the text on the wire and the status are inferred.',
    fix: 'Revoke each token with the app that received it. Until then the token lives on.',
    basis: 'stated',
    source: sources.changelog42,
  },
  'OAU-165': {
    when: "Credentials of RingCentral's former developer sandbox are sent to production.",
    cause: 'The app was made at platform.devtest.ringcentral.com.',
    fix: 'Make an app in the production console and use its client id and secret.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-167': {
    when: 'The account may be reached from certain sites only.',
    cause: 'An administrator restricted where the account is used from.',
    fix: 'Ask the administrator of the account.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-251': {
    when: 'The app settings do not give this grant.',
    cause:
      'Password on a Server/Web, browser or public app; JWT not chosen as the method; password at RingCentral after 31 March 2024.',
    fix: 'Check the method in the Auth section of the app, or use a flow that the app has.',
    basis: 'observed',
    source: sources.issues,
  },
  'OAU-270': {
    when: 'client_credentials is tried by an app that is not a partner app.',
    cause:
      'RingCentral gives this grant to trusted partners only. The text of the message was not seen in public.',
    fix: 'Use JWT for a job without a user.',
    basis: 'observed',
    source: sources.probes,
  },
  'SANDBOX-CLIENT-1': {
    when: 'Basic and client_secret, or either with client_assertion, arrive together, even if both are right.',
    cause: 'A library adds the header while your code adds the body parameter.',
    fix: 'Keep the header and take client_secret out of the body.',
    basis: 'sandbox',
    source: 'RFC 6749 section 2.3',
  },
  'SANDBOX-CLIENT-2': {
    when: 'The two places name different apps.',
    cause: 'Settings of two apps are mixed.',
    fix: 'Send one client id. RingCentral was seen to answer OAU-153 to this mix.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.2.1 leaves it open; AS-108',
  },
  'SANDBOX-CLIENT-3': {
    when: 'A browser, mobile or desktop app presents a client secret.',
    cause: 'Code of a server app was copied into an app that cannot keep a secret.',
    fix: 'Send client_id in the body and no secret; PKCE protects the code.',
    basis: 'sandbox',
    source: 'RFC 9700 section 2.5; AS-115',
  },
  'SANDBOX-CLIENT-4': {
    when: 'A token request authenticates with client_assertion.',
    cause: 'The sandbox knows Basic, client_secret in the body, and public clients.',
    fix: 'Use Authorization: Basic.',
    basis: 'sandbox',
    source: 'RFC 7523 section 2.2',
  },
};
