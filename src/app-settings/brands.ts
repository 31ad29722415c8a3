/**
 * The brands that RingCentral's guide lists, by the number that `brand_id` carries. 1210 is in the
 * OpenAPI document alone.
 *
 * @see https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/basics/partners/brand-guidelines.md
 */
export const brands: Readonly<Record<string, string>> = {
  '1210': 'RingCentral',
  '3420': 'AT&T Office@Hand',
  '7310': 'TELUS',
  '7710': 'BT',
  '6010': 'Avaya Cloud Office',
  '2020': 'Unify Office',
  '2110': 'Rainbow Office',
  '7010': 'Vodafone',
  '2210': 'Verizon',
  '4910': 'Frontier',
  '4810': 'Symphony',
  '4710': '1&1',
  '4210': 'ecotel',
};
