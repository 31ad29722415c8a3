import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';
import { jwtApp, webAppWithoutRefresh } from '../settings.ts';

/** Reports in other languages: the error's text or code stands in them in English, or nothing does. */
export const otherLanguages = family('symptom in prose', [
  {
    id: 'es-token-no-valido',
    language: 'es',
    paste: `Buenos días, desde ayer la API nos devuelve 401 con "OAuth token is invalid". Usamos el JWT de la consola directamente en la cabecera Authorization. ¿Qué hay que cambiar?`,
    ...certain(['OAU-149', 'LINT-256'], /JWT/),
  },
  {
    id: 'es-redirect-no-coincide',
    language: 'es',
    paste: `Al iniciar sesión sale una página en blanco con este texto:
{ "error" : "invalid_grant", "error_description" : "Redirect URIs do not match" }
La dirección en la consola es la misma, la he copiado dos veces.`,
    ...certain(['OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'es-sin-texto',
    language: 'es',
    paste:
      'La integración con RingCentral dejó de funcionar el lunes. Ya reiniciamos el servidor y sigue igual.',
    ...cannotTell(/nothing|no answer|does not/, /answer|error|code|message|log/),
  },
  {
    id: 'de-grant-type',
    language: 'de',
    paste: `Hallo zusammen, unser PHP-Skript meldet seit dem Umzug: "RingCentral\\SDK\\Http\\ApiException: Unauthorized for this grant type". Benutzername, Nebenstelle und Passwort stimmen.`,
    ...likely(['OAU-251', 'X12', 'LINT-156', 'LINT-212'], /password/),
  },
  {
    id: 'de-abgemeldet-nach-einer-stunde',
    language: 'de',
    paste:
      'Die Benutzer werden genau nach einer Stunde abgemeldet. In der Konsole des Browsers steht "Refresh token is missing".',
    settings: webAppWithoutRefresh,
    ...certain(['X8', 'LINT-216'], /Issue refresh tokens/),
  },
  {
    id: 'de-geht-nicht',
    language: 'de',
    paste:
      'Anmeldung geht nicht, es kommt nur "Ein Fehler ist aufgetreten". Bitte um schnelle Hilfe.',
    ...cannotTell(/nothing|no answer|does not/, /answer|error|code|message|log/),
  },
  {
    id: 'fr-cle-personnelle',
    language: 'fr',
    paste: `Bonjour, notre application répond : « The client [${clientId}] is not allowed to use this personal API Key ». Le JWT vient d'un collègue. Merci d'avance.`,
    settings: jwtApp,
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'fr-trop-de-requetes',
    language: 'fr',
    paste: `Erreur 429 CMN-301 toutes les cinq minutes environ. Le programme se connecte avant chaque SMS.`,
    ...likely(['CMN-301', 'LINT-309', 'LINT-223'], /keep|once|token/),
  },
  {
    id: 'fr-page-blanche',
    language: 'fr',
    paste: "Après avoir cliqué sur « Se connecter avec RingCentral », j'ai une page blanche.",
    ...cannotTell(/nothing|no answer|does not/, /address|URL|console|network|error/),
  },
  {
    id: 'ja-refresh-token',
    language: 'ja',
    paste: `お世話になっております。夜間バッチで次のエラーが出ます。
{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}
サーバーは二台あり、どちらも同じトークンファイルを使っています。`,
    ...likely(['OAU-213', 'LINT-177', 'LINT-178', 'LINT-211'], /process|used|another|session/),
  },
  {
    id: 'ja-permission',
    language: 'ja',
    paste:
      '電話番号の一覧を取得すると「In order to call this API endpoint, application needs to have [ReadAccounts] permission」と表示されます。ログインはできます。',
    ...certain(['CMN-401', 'LINT-259'], /ReadAccounts|permission/),
  },
  {
    id: 'ja-no-text',
    language: 'ja',
    paste: '昨日からログインできません。画面には「エラーが発生しました」とだけ表示されます。',
    ...cannotTell(/nothing|no answer|does not/, /answer|error|code|message|log/),
  },
  {
    id: 'ru-code-345',
    language: 'ru',
    paste:
      'Здравствуйте! При входе по JWT сервер отвечает OAU-345, «Invalid assertion signature». Токен скопирован из консоли через почту.',
    ...likely(['OAU-345'], /cut|copy|copied|line|quot|changed/),
  },
  {
    id: 'ru-third-party',
    language: 'ru',
    paste:
      'Сотрудник с добавочным 104 не может войти: CMN-408, [ThirdPartyAppAccess] permission required. У остальных всё работает.',
    ...certain(['CMN-408', 'X23'], /Third[ -]?Party ?Apps?/, 'administrator'),
  },
  {
    id: 'ru-nothing-told',
    language: 'ru',
    paste: 'Не работает интеграция с RingCentral, звонки не попадают в CRM. Что делать?',
    ...cannotTell(/nothing|no answer|does not/, /answer|error|code|message|log/),
  },
  {
    id: 'de-curl-anfuehrungszeichen',
    language: 'de',
    form: 'curl',
    paste: `Aus dem Handbuch kopiert, ergibt 400:
curl -X POST „https://platform.ringcentral.com/restapi/oauth/token“ -H „Authorization: Basic ***“ -d „grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer“ -d „assertion=***“`,
    ...certain(['LINT-004', 'LINT-002'], /quot/),
  },
]);
