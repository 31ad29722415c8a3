/** The entry of a code on the reference page, from the root of the site. */
export const errorHref = (code: string): string => `/reference/errors/#${code.toLowerCase()}`;
