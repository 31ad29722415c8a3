import type { Topic } from './topics.ts';

/**
 * The words that tell a topic, as support staff read them in mails and tickets; English, and the
 * commonest of Spanish, German and French. No pattern repeats what repeats.
 */
export const patterns: Readonly<Record<Topic, RegExp>> = {
  'password flow':
    /grant_type=password|password (?:grant|flow|login)|\b(?:user(?: ?name)?|login form|phone number|benutzername|usuario)\b[^.\n]{0,60}\b(?:password|passwort|contraseña)\b|\bmy password\b|\bsame user, same password\b|authorize\((?:user\w{0,10}, ?ext)/i,
  JWT: /\bJWTs?\b|jwt-bearer|personal API key/i,
  'authorization code': /\bauthori[sz]ation code\b|\bcode exchange\b|\bexchange (?:answers|fails)\b|comes back with a code/i,
  PKCE: /\bPKCE\b|code[ _]challenge|code[ _]verifier/i,
  implicit: /\bimplicit\b|response_type=token/i,
  'client credentials': /\bclient[ _]credentials\b(?! (?:are|is) )/i,
  refresh: /\brefresh(?:es|ed|ing)?\b(?![ -]?(?:the )?page)/i,
  'single sign-on': /\bsingle sign-?on\b|\bSSO\b|\bOkta\b|\bAzure AD\b/i,
  page: /\b(?:browser-based|single[- ]page|SPA|in the browser|web phone|javascript app)\b/i,
  server: /\bserver without a screen\b|\bcron\b|\bnightly\b|\bbatch\b|\bserver-side\b|\bsync (?:tool|job)\b|\bbackground job\b|\bconfig(?:uration)? file\b/i,
  'mobile or desktop': /\b(?:iOS|Android|mobile app|desktop (?:app|tool)|Electron)\b/i,
  'public app': /\bapp is public\b|\bpublic app\b|\bApp Gallery\b/i,
  'sandbox environment': /\bdevtest\b|\bsandbox (?:app|client|account|environment|keys?)\b/i,
  widget: /\badapter\.js\b|\bEmbeddable\b|\bwidget\b/i,
  'web view': /\bweb ?view\b|\bWKWebView\b|\bdisallowed_useragent\b/i,
  tunnel: /\bngrok\b|\btunnel\b/i,
  'other environment works': /\bon staging\b[^.]{0,80}\bon production\b|\bworks? on (?:production|staging|localhost|my machine)\b/i,
  'many customers': /\b(?:each|every|all|our) customers?\b|\bother companies\b|\bsell our\b|\bour installations\b/i,
  'many users': /\b(?:each|every|whichever) (?:user|employee|person|extension)\b/i,
  'nothing told':
    /\bno (?:error|message|answer)\b|\bnothing else happens\b|\bdoes ?n['o]t work\b|\bno message\b|\breturned an error\b|no funciona|funktioniert nicht|ne (?:marche|fonctionne) pas|не работает|エラーが発生/i,
  'white page': /\b(?:white|blank|empty) page\b|página en blanco|weiße seite|page blanche/i,
  'popup stays open': /\b(?:pop-?up|login window|sign-in window)\b[^\n]{0,160}\b(?:stays?|remains?|keeps open|inside|never (?:closes|loads|goes)|does ?n['’o]t close|not close)\b|\bwindow that never\b/i,
  'logged out after an hour':
    /\b(?:after|each|every|for) (?:exactly |about |only )?(?:an|one|1|each) hour\b|\beach hour\b|\bhourly\b|nach einer stunde|\b(?:3600|60 minutes)\b|después de una hora|après une heure/i,
  'logged out after days': /\b(?:after|closed for|for) (?:a|one|two|1|2|7|seven) (?:weeks?|days)\b|\bon mondays?\b|\bafter (?:the )?(?:holidays?|weekend)\b|\bweek off\b/i,
  'another session ends': /\b(?:sixth|6th|other|another) (?:device|computer|tab|session|browser)\b|\bfirst one is signed out\b|\bpresses? log ?out\b/i,
  'only sometimes': /\bsometimes\b|\bone in (?:ten|a thousand|\d{1,5})\b|\babout once\b|\bnow and then\b|\bintermittent/i,
  'some users only': /\b(?:ordinary|some|other|normal|only some) users\b|\badministrators? can\b|\bfor admins?\b/i,
  'works elsewhere': /\bworks? in (?:Postman|curl|the browser|the explorer)\b|\bwie auch immer in Postman\b/i,
  'second attempt works': /\bsecond (?:sign-in|attempt|try|call) works\b|\bnext call is fine\b|\bworks the second time\b/i,
  permission: /\bpermissions?\b|\bthird[- ]party app/i,
  'wrong password': /\bpassword is wrong\b|\bwrong password\b/i,
  'no refresh token': /\bno refresh[ _]token\b|\bwhere is my refresh token\b|\bwithout a refresh token\b/i,
  'too many requests': /\btoo many requests\b|\brate (?:limit|exceeded)\b|\b429\b/i,
  'reload or twice': /\breload(?:s|ed|ing)?\b|\btwice\b|\bbookmarks?\b|\bback button\b/i,
  'several processes':
    /\b(?:two|three|several|both|2|3) (?:servers|processes|instances|workers|machines|pods)\b|\bload balancer\b|\bin parallel\b|サーバーは二台|zwei Server|dos servidores|deux serveurs/i,
  'many tabs': /\b(?:\d{1,3}|many|several) tabs\b|\bevery page of\b|\b\d{1,3} screens\b/i,
  'login for every call':
    /\b(?:logs?|login|sign(?:s|ing)?) ?in (?:every|before|for each|each)\b|\blogin (?:per|for each|before each)\b|se connecte avant chaque|every minute/i,
  'password changed': /\bchanged (?:its|his|her|their|my|the) password\b|\bpassword (?:was|has been) (?:changed|reset)\b/i,
  'user left': /\bemployee who left\b|\bleft the company\b|\b(?:extension|user|account) (?:was|has been) deleted\b/i,
  'app deleted or new': /\b(?:created a new app|new client id|old one was deleted|deleted the app|tidied up|app was deleted)\b/i,
  'app never graduated': /\bnever graduated\b|\bnot graduated\b|\bproduction keys?\b/i,
  'permission added': /\badded (?:it|the (?:scope|permission)|that)\b[^.]{0,40}\b(?:today|this morning|yesterday)\b|\bIS on the app\b/i,
  'copied from a mail': /\bby (?:mail|e-?mail|chat)\b|\bcopied\b|\bjoined them\b|\bin two pieces\b|\bpdf\b/i,
  'JWT of somebody else': /\bJWT\b[^.\n]{0,60}\b(?:colleague|collègue|employee|somebody|someone|another user|customer)\b|\bmade by (?:an|a|my|another)\b/i,
  'JWT as a token':
    /\bJWT\b[^.\n]{0,80}\bas (?:the|an?) (?:access )?(?:token|bearer)\b|\bBearer Token and put my JWT\b|JWT de la consola directamente|\bJWT (?:directly )?in the (?:Authorization )?header\b/i,
  'JSON body': /\braw, JSON\b|\bas JSON\b|\bJSON body\b|application\/json/i,
  'parameter left out': /\bleave \w{1,40} out\b|\bleft out\b|\bwithout (?:the )?(?:redirect_uri|code_verifier|state|client_id)\b|\bempty body\b/i,
  'not a sign-in': /\binvoices?\b|\bbilling\b|\bpricing\b|\bvoicemail greeting\b|\bport(?:ing)? (?:my|a) number\b/i,
}; // prettier-ignore
