/**
 * On every answer: it is read as no other type than it says, and no page of another origin takes it
 * as its script, style or image. A page that may read an answer by CORS still does.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
 */
export const guardHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
