import { family, nothing } from '../family.ts';
import { challenge, clientId, code, otherChallenge } from '../fake.ts';
import { desktopApp, pageApp, webApp } from '../settings.ts';

const base = 'https://platform.ringcentral.com/restapi/oauth/authorize';
const id = `client_id=${clientId}`;
const state = 'state=0Y0pauToT3k4RGwIZBMA_g';
const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;
const web = 'redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback';
const page = 'redirect_uri=https%3A%2F%2Fspa.example.com%2F';

/** Addresses in which all is well, each close to a fault of which it must not be accused. */
export const healthyAddresses = family('authorize url', [
  {
    id: 'healthy-authorize-page',
    paste: `${base}?response_type=code&${id}&${page}&${state}&${pkce}`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-web-app-with-pkce',
    paste: `${base}?response_type=code&${id}&${web}&${state}&${pkce}`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-empty-optional-parameters',
    paste: `${base}?response_type=code&${web}&${id}&${state}&brand_id=&display=&prompt=&ui_options=&ui_locales=&localeId=&${pkce}`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-query-inside-redirect-uri',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fcrm.example.com%2Frc%3Ftenant%3D7%26step%3D2&${state}&${pkce}`,
    settings: { ...webApp, redirectUris: ['https://crm.example.com/rc?tenant=7&step=2'] },
    ...nothing,
  },
  {
    id: 'healthy-authorize-loopback-other-port',
    paste: `${base}?response_type=code&${id}&redirect_uri=http%3A%2F%2F127.0.0.1%3A51234%2Fcallback&${state}&${pkce}`,
    settings: desktopApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-reverse-domain-scheme',
    paste: `${base}?response_type=code&${id}&redirect_uri=com.example.phone%3A%2Foauth&${state}&${pkce}`,
    settings: {
      ...desktopApp,
      platformType: 'MobileAndroid',
      redirectUris: ['com.example.phone:/oauth'],
    },
    ...nothing,
  },
  {
    id: 'healthy-authorize-order-of-parameters',
    paste: `${base}?${pkce}&${state}&${page}&${id}&response_type=code`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-lower-case-escapes',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3a%2f%2fspa.example.com%2f&${state}&${pkce}`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-authorize-masked-values',
    paste: `${base}?response_type=code&client_id=████████&${page}&state=████████████████&code_challenge=████████████████████&code_challenge_method=S256`,
    ...nothing,
  },
  {
    id: 'healthy-authorize-two-attempts',
    paste: `${base}?response_type=code&${id}&${page}&${state}&${pkce}
${base}?response_type=code&${id}&${page}&state=CVtoYQcg2EJUzL8fQ6ACuA&code_challenge=${otherChallenge}&code_challenge_method=S256`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-callback',
    form: 'callback url',
    paste: `https://app.example.com/oauth/callback?code=${code}&expires_in=60&state=0Y0pauToT3k4RGwIZBMA_g`,
    secrets: [code],
    ...nothing,
  },
  {
    id: 'healthy-authorize-and-callback',
    form: 'callback url',
    paste: `${base}?response_type=code&${id}&${page}&${state}&${pkce}

https://spa.example.com/?code=***&expires_in=60&state=0Y0pauToT3k4RGwIZBMA_g`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-callback-on-loopback',
    form: 'callback url',
    paste: 'http://127.0.0.1:51234/callback?code=***&expires_in=60&state=0Y0pauToT3k4RGwIZBMA_g',
    settings: desktopApp,
    ...nothing,
  },
  {
    id: 'healthy-callback-with-discovery',
    form: 'callback url',
    paste:
      'https://spa.example.com/?code=***&expires_in=60&state=0Y0pauToT3k4RGwIZBMA_g&discovery_uri=https%3A%2F%2Fplatform.ringcentral.com%2F.well-known%2Fentry-points%2Fexternal&token_uri=https%3A%2F%2Fplatform.ringcentral.com%2Frestapi%2Foauth%2Ftoken',
    settings: pageApp,
    ...nothing,
  },
]);
