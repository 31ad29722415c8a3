import * as z from 'zod/mini';

/**
 * What is true of the account and of the user who signs in, beside the app's own settings. Nothing
 * known means the ordinary case: a user with every permission, of the company that made the app.
 */
export const accountFactsSchema = z.strictObject({
  /** The account signs in through single sign-on alone (X10). */
  ssoEnforced: z.optional(z.boolean()),
  /** The account asks for a second factor (X11). */
  mfaRequired: z.optional(z.boolean()),
  /** The user's role holds the Third Party Apps Access permission (X23); true unless said. */
  thirdPartyAppsAccess: z.optional(z.boolean()),
  /** The app is to serve users of companies other than the one that made it (X16, X18). */
  otherCompanies: z.optional(z.boolean()),
  /** AT&T Office@Hand and Verizon live on a host of their own (X22). */
  brandEnvironment: z.optional(z.enum(['ringcentral', 'att', 'verizon'])),
});

export type AccountFacts = z.infer<typeof accountFactsSchema>;
