/** What no public text settles about RingCentral's authorization. */
export interface OpenQuestion {
  /** Its address on the page: `q3`. */
  id: string;
  asks: string;
  /** What is known. */
  known: string;
  /** What the sandbox does meanwhile. */
  sandbox: string;
}

/** Each a sentence that a recording, or a text of RingCentral's, would answer. */
export const openQuestions: readonly OpenQuestion[] = [
  {
    id: 'q1',
    asks: 'Which CORS headers do the token endpoint and the discovery documents send?',
    known:
      'Two answers of the API were recorded in March 2017: the origin echoed, credentials allowed, four headers exposed, Retry-After not among them.',
    sandbox: 'It sends the same at every endpoint that a page may call.',
  },
  {
    id: 'q2',
    asks: 'Which HTTP status has each code in production today?',
    known:
      'RingCentral’s guide lists 401 and 403 for many; nearly every recorded answer of the token endpoint is 400.',
    sandbox:
      'It answers as recorded; if nothing was recorded, 400 at the token endpoint and the guide’s status at the API.',
  },
  {
    id: 'q3',
    asks: 'Which code and text has a failed PKCE check?',
    known: 'We found none. RFC 7636 section 4.6 asks for invalid_grant.',
    sandbox: 'It sends invalid_grant with its own codes.',
  },
  {
    id: 'q4',
    asks: 'Which texts have OAU-152 and OAU-270?',
    known: 'Two probes name the codes and no text.',
    sandbox: 'It sends its own texts.',
  },
  {
    id: 'q5',
    asks: 'What is answered to an app without a server that sends its secret, and to one with a server that leaves it out beside PKCE? Are phone and desktop apps confidential?',
    known:
      'RingCentral’s refresh page exempts only client-side web apps from the header, its PKCE page every exchange; the console gives every app an id and a secret.',
    sandbox: 'It treats browser, mobile and desktop apps as public clients without a secret.',
  },
  {
    id: 'q6',
    asks: 'What does a private app’s sign-in answer to a user of another company?',
    known: 'No text was found.',
    sandbox: 'It refuses with its own code.',
  },
  {
    id: 'q7',
    asks: 'Which session ends when the sixth begins?',
    known: 'RingCentral’s guide says that tokens are invalidated, and not whose.',
    sandbox: 'It ends the one that was used the longest time ago.',
  },
  {
    id: 'q8',
    asks: 'Which errorCode is at the top of the answer to an expired access token?',
    known: 'Only TokenInvalid was seen, with OAU-149 and OAU-213.',
    sandbox: 'Sends TokenExpired.',
  },
  {
    id: 'q9',
    asks: 'Which flows did bot apps have in the portals before August 2021?',
    known: 'Bots are installed through an OAuth redirect; no table of flows names them.',
    sandbox: 'It lets their flows run, with a warning.',
  },
  {
    id: 'q10',
    asks: 'Did mobile and desktop apps have the implicit flow?',
    known: 'The page of August 2021 suggests it, the table of February 2021 denies it.',
    sandbox: 'It allows it with a warning that names both.',
  },
  {
    id: 'q11',
    asks: 'Does implicit still work for an old app?',
    known:
      'Guide and API description have dropped it; one app that somebody probed in July 2026 got OAU-152.',
    sandbox: 'It runs it under the policy ringcentral and refuses it under ringcentral-today.',
  },
  {
    id: 'q12',
    asks: 'May an app of the current portal have several methods?',
    known: 'Pictures show a choice of one; an app that somebody probed had two.',
    sandbox: 'It lets an app have several methods.',
  },
  {
    id: 'q13',
    asks: 'Did the fragment of the implicit flow carry state and owner_id?',
    known: 'The samples show five members, neither of them among these.',
    sandbox: 'It sends state, as RFC 6749 section 4.2.2 asks.',
  },
  {
    id: 'q14',
    asks: 'How exactly is a denied consent redirected?',
    known: 'One sample of 2017 has the text encoded twice and no state.',
    sandbox: 'It encodes once and returns state.',
  },
  {
    id: 'q15',
    asks: 'How long does an old refresh token work if the new tokens were never used?',
    known: 'Up to 60 minutes, says the guide; at least 60, says a measurement.',
    sandbox: '60 minutes.',
  },
  {
    id: 'q16',
    asks: 'Can a code last other than 60 seconds?',
    known: 'One sample has expires_in=60.',
    sandbox: 'It gives 60 seconds, unless the policy says otherwise.',
  },
  {
    id: 'q17',
    asks: 'What does RingCentral check in a JWT beyond its signature?',
    known: 'The claims of one published sample.',
    sandbox: 'It checks issuer, audience and time, and answers with its own codes.',
  },
  {
    id: 'q19',
    asks: 'Are five sign-ins a minute counted for a user or for an app?',
    known: 'The guide counts a pair of user and app; an enforcement notice counts an application.',
    sandbox:
      'It counts an app at the token endpoint and a pair at the API, if the policy counts at all.',
  },
  {
    id: 'q20',
    asks: 'Is the parameter scope honoured?',
    known: 'The guide says that it is ignored, the API description describes it as used.',
    sandbox: 'It ignores it, unless the policy says otherwise.',
  },
  {
    id: 'q23',
    asks: 'Can you switch an app from before August 2021 to JWT by editing it?',
    known:
      'RingCentral’s community manager tells apps of the password flow to edit the app’s settings; they do not say whether that includes old ones.',
    sandbox: 'It refuses JWT to a classic app.',
  },
];
