/** The refusals of one request, in the order in which the server looks: one of them excludes the others. */
const stages: readonly { of: RegExp; causes: readonly { cause: string; code: string }[] }[] = [
  {
    of: /^(?:OAU-109|OAU-112|OAU-113|OAU-152|OAU-153|CMN-408)$/,
    causes: [
      { cause: 'a client id that no app has', code: 'OAU-153' },
      { cause: 'an app without a redirect URI', code: 'OAU-113' },
      { cause: 'a redirect URI that is not registered', code: 'OAU-109' },
      { cause: 'the user’s permission', code: 'CMN-408' },
    ],
  },
  {
    of: /^OAU-(?:106|108|110)$/,
    causes: [
      { cause: 'the client’s secret', code: 'OAU-146' },
      { cause: 'an unknown code', code: 'OAU-106' },
      { cause: 'an expired code', code: 'OAU-108' },
      { cause: 'another redirect URI', code: 'OAU-109' },
      { cause: 'a code of another app', code: 'OAU-110' },
    ],
  },
  {
    of: /^OAU-(?:210|211|213)$/,
    causes: [
      { cause: 'an expired token', code: 'OAU-210' },
      { cause: 'a session that was ended', code: 'OAU-211' },
      { cause: 'the client’s secret', code: 'OAU-146' },
    ],
  },
  {
    of: /^OAU-(?:250|251|125|270|140|147|168)$/,
    causes: [
      { cause: 'a misspelt grant_type', code: 'OAU-250' },
      { cause: 'a grant that the app does not have', code: 'OAU-251' },
      { cause: 'a client id that no app has', code: 'OAU-153' },
      { cause: 'the client’s secret', code: 'OAU-146' },
    ],
  },
  {
    of: /^OAU-(?:331|345|347|473)$/,
    causes: [
      { cause: 'a text that is no JWT', code: 'OAU-331' },
      { cause: 'a signature that does not fit', code: 'OAU-345' },
      { cause: 'a JWT for other apps', code: 'OAU-473' },
      { cause: 'an app without the JWT method', code: 'OAU-251' },
    ],
  },
  {
    of: /^(?:AGW-40[12]|OAU-(?:128|129|149)|CMN-40[15])$/,
    causes: [
      { cause: 'a header that did not arrive', code: 'AGW-401' },
      { cause: 'an expired token', code: 'OAU-128' },
      { cause: 'a value that is no token', code: 'OAU-149' },
      { cause: 'a permission of the app', code: 'CMN-401' },
      { cause: 'a permission of the user', code: 'CMN-408' },
    ],
  },
];

/** What a code excludes, each with the code that it would have had. */
export const excludedBy = (code: string): { cause: string; code: string }[] =>
  (stages.find(({ of }) => of.test(code))?.causes ?? []).filter((one) => one.code !== code);
