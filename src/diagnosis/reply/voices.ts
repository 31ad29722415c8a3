/** To whom a reply speaks. */
export const voices = ['developer', 'administrator', 'short'] as const;
export type Voice = (typeof voices)[number];
