import { brands } from '#app-settings/brands.ts';
import { isLocale } from '#protocol/text/locale.ts';
import { type WishName, type Wishes, wishNames } from '../checks/authorize/wishes.ts';
import { demoCompanyNumber, findUser } from '../demo/users.ts';
import type { UserRecord } from '../store/records.ts';
import { spacedNumber } from './demo-user-words.ts';
import type { Html } from './html.ts';
import { html, showInvisible } from './html.ts';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const list = (some: readonly string[]): string => some.join(', ');

const prompts: Readonly<Record<string, string>> = {
  login: 'login is this form.',
  sso: 'sso offers the company’s own sign-in, which the sandbox does not have.',
  consent: 'consent is the next page, which the sandbox always shows.',
};

const displays = ['page', 'popup', 'touch', 'mobile'];

const unknown = (what: string): string =>
  `${what}: not in RingCentral’s documents; what RingCentral does with it is not known. The sandbox ignores it.`;

/** The demo user that a hint names: as the password grant names one, or by the extension alone. */
export const hinted = (hint: string): UserRecord | undefined =>
  findUser(hint) ?? findUser(demoCompanyNumber, /^\d+$/.test(hint) ? hint : '-');

/** What becomes of each wish here, and what is known of it at RingCentral. */
const told: Record<WishName, (sent: string) => string> = {
  login_hint: (sent) => {
    const user = hinted(sent);
    return user
      ? `It chose extension ${user.extensionNumber} of ${spacedNumber(user.companyNumber)} for you. That RingCentral fills its form in this way is inferred from OpenID Connect.`
      : 'No demo user has this name, so the form has the usual user.';
  },
  prompt: (sent) => {
    const asked = words(sent);
    const strange = asked.filter((word) => !Object.hasOwn(prompts, word));
    return [
      ...asked.flatMap((word) => (Object.hasOwn(prompts, word) ? [prompts[word]] : [])),
      ...(strange.length > 0 ? [unknown(list(strange))] : []),
    ].join(' ');
  },
  ui_locales: (sent) => {
    const strange = words(sent).filter((tag) => !isLocale(tag));
    const language =
      'The sandbox has only English. RingCentral uses the first language that it has.';
    return strange.length > 0 ? `${unknown(list(strange))} ${language}` : language;
  },
  display: (sent) =>
    displays.includes(sent)
      ? 'RingCentral adapts its page to it. This page fits every window.'
      : unknown(sent),
  brand_id: (sent) =>
    Object.hasOwn(brands, sent)
      ? `RingCentral shows the logo of ${brands[sent]}. This page has none.`
      : 'RingCentral does not list this brand. It has OAU-101, Parameter [brandId] is invalid; that it would answer with it here is inferred.',
};

/** What the app asked of this page, each wish with what becomes of it; '' where it asked nothing. */
export function wishesView(wishes: Wishes): Html | '' {
  const rows = wishNames.flatMap((name) => {
    const sent = wishes[name];
    return sent === undefined ? [] : [{ name, sent }];
  });
  if (rows.length === 0) return '';
  return html`<section class="next" aria-labelledby="wishes">
    <h2 id="wishes">What the app asked of this page</h2>
    <dl class="facts">
      ${rows.map(
        ({ name, sent }) =>
          html`<div>
            <dt><code>${name}</code></dt>
            <dd><code>${showInvisible(sent)}</code> ${told[name](sent)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
