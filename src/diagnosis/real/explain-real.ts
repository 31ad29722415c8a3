import { refusalOf } from '#protocol/exchange-parts.ts';
import { type Case, isRefused } from '../case.ts';
import { explain } from '../explain.ts';
import { type Claim, certaintyOf, type Finding, finding, type Offer } from '../finding.ts';
import { lookAt } from '../offers.ts';
import { catalogue } from '../rules/causes/catalogue.ts';
import { byText } from './by-text.ts';
import { type Novelty, noveltiesOf, noveltyWords } from './novelty.ts';
import { silence } from './silence.ts';
import { unseenOf } from './unseen.ts';
import { ofNoSandbox } from './words.ts';

/** What an exchange with a real server shows. */
export interface RealFinding extends Finding {
  /** What this site's catalogue does not have of the answer. */
  news: Novelty[];
  /** What no page can see of it, as phrases of a list. */
  unseen: string[];
  /** The app's settings would decide it: they are to be asked for. */
  asksForSettings: boolean;
}

/** Refusals that the settings of the app decide, by RingCentral's code or the RFC's `error`. */
const bySettings = new Set([
  'OAU-109',
  'OAU-112',
  'OAU-113',
  'OAU-125',
  'OAU-152',
  'OAU-251',
  'CMN-401',
  'unauthorized_client',
  'invalid_scope',
  'invalid_redirect_uri',
]);

const decides = (one: Case): boolean =>
  bySettings.has(one.code ?? '') || bySettings.has(one.returned?.get('error') ?? '');

const asked =
  'The settings of your app, as its page at RingCentral shows them. This page cannot read them. If you fill in the checker’s form, this page uses them.';

/** What a button may do at a real server: no setting of the sandbox is changed from here. */
function offersAt(actions: readonly Offer[]): Offer[] {
  return actions.flatMap((offer): Offer[] =>
    offer.action.kind === 'change-setting'
      ? [{ label: 'Check the settings', action: { kind: 'open-page', href: '/checker/' } }]
      : [offer],
  );
}

/** A refusal whose code nobody has told of in public. */
function unknownCode(one: Case, code: string): Finding {
  const { message } = refusalOf(one.exchange);
  return finding({
    id: 'LINT-220',
    title: `${code} is new to this site`,
    why: `${message === undefined ? 'It came without a text.' : `It says: “${message}”.`} None of this site’s public sources has this code, so this site does not know what it means.`,
    fix: 'Compare the request with the guide of its flow, and ask RingCentral with the request’s id.',
    evidence: [{ source: one.exchange.id, parameter: 'response' }],
    actions: [lookAt(one)],
  });
}

/** By the rules of every host; where these have no words of their own, by the text that came. */
async function known(one: Case): Promise<Finding | undefined> {
  // At RingCentral it is an unknown app or another app's token: the answer does not tell which.
  if (one.code === 'OAU-164') return catalogue(one);
  const found = await explain(one);
  const isBare = found?.id === 'LINT-220' || found?.id === 'LINT-110';
  return isBare ? (byText(one) ?? found) : found;
}

const ofForm: Claim = {
  text: 'You gave these settings to this page. This page cannot check whether your app has them at RingCentral.',
  certainty: 'cannot tell',
};

/**
 * Explains what a real server answered, by the same rules as the sandbox's answers: with what is new
 * in it, what a page cannot see, and without a word about the sandbox.
 *
 * @param one with `app` as far as it is known: its settings are the reader's word
 * @returns undefined where there is nothing to tell
 */
export async function explainReal(one: Case): Promise<RealFinding | undefined> {
  const news = isRefused(one) ? noveltiesOf(one.exchange) : [];
  const newCode = news.find(({ what }) => what === 'code')?.value;
  const found =
    silence(one) ?? (newCode === undefined ? await known(one) : unknownCode(one, newCode));
  if (!found) return undefined;
  const plain = ofNoSandbox(found);
  const asksForSettings = decides(one) && one.app?.settings === undefined;
  const [title, ...others] = plain.claims;
  const newClaims = news
    .filter(({ what }) => what !== 'code')
    .map((each): Claim => ({ text: noveltyWords(each), certainty: 'certain' }));
  return {
    ...plain,
    claims: [
      ...(title ? [title] : []),
      ...newClaims,
      ...(found.setting ? [ofForm] : []),
      ...others,
    ],
    actions: offersAt(found.actions),
    ...(asksForSettings && certaintyOf(found) !== 'certain' ? { lacks: asked } : {}),
    news,
    unseen: unseenOf(one),
    asksForSettings,
  };
}
