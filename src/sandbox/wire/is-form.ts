const formType = 'application/x-www-form-urlencoded';
const withParameters = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** Whether a Content-Type names a form; its parameters and its case do not matter. */
export function isForm(contentType: string | null): boolean {
  return contentType !== null && (contentType === formType || withParameters.test(contentType));
}
