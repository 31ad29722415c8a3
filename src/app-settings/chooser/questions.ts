import type { Choice, Question } from './question.ts';

const yesNo = (yes: Omit<Choice, 'value'>, no: Omit<Choice, 'value'>): Choice[] => [
  { value: 'yes', ...yes },
  { value: 'no', ...no },
];

export const questions: readonly Question[] = [
  {
    id: 'what',
    words: 'What are you building?',
    brief: 'Building',
    why: 'Bots and add-ins have a separate installation, and an existing app already has its settings.',
    choices: [
      {
        value: 'app',
        label: 'An app or a script',
        note: 'Anything that calls the RingCentral API',
      },
      { value: 'bot', label: 'A bot or an add-in', note: 'It runs inside the RingCentral app' },
      {
        value: 'existing',
        label: 'I have an app already',
        note: 'The checker reads its settings',
        href: '/checker/',
      },
      {
        value: 'ended',
        label: 'My password flow stopped working',
        note: 'RingCentral ended it for every app',
      },
    ],
  },
  {
    id: 'for',
    words: 'For whom does it act?',
    brief: 'Acts for',
    why: 'A token acts for one user. The user decides how you get it.',
    when: [{ what: 'app' }],
    choices: [
      {
        value: 'each',
        label: 'For each person who uses it',
        brief: 'each person who uses it',
        note: 'Everybody sees their own calls and messages, as in a web app',
      },
      {
        value: 'one',
        label: 'For one fixed user',
        brief: 'one fixed user',
        note: 'A report, a notifier, a kiosk, a nightly job: cron, a daemon',
      },
      {
        value: 'customers',
        label: 'For many customers’ accounts, by a job',
        brief: 'many customers’ accounts, by a job',
        note: 'Nobody sits in front of it, as behind a SaaS product',
      },
    ],
  },
  {
    id: 'page',
    words: 'Can each person open a sign-in page once?',
    brief: 'Sign-in page',
    why: 'Once is enough: your app can keep the session alive after that.',
    when: [{ what: 'app', for: 'each' }],
    choices: yesNo(
      { label: 'Yes, in a browser' },
      { label: 'No, there is no page to open', brief: 'none' },
    ),
  },
  {
    id: 'admin',
    words: 'Can an administrator of each customer sign in once?',
    brief: 'An administrator signs in',
    why: 'One sign-in gives your job a session in that account, and nobody has to copy anything.',
    when: [{ what: 'app', for: 'customers' }],
    choices: yesNo(
      { label: 'Yes, once, on your page' },
      { label: 'No, they give us a credential' },
    ),
  },
  {
    id: 'few',
    words: 'Are they a handful, and can each open the developer console?',
    brief: 'A handful with console access',
    why: 'Each person makes a JWT credential there. That works only for a few people.',
    when: [{ what: 'app', for: 'each', page: 'no' }],
    choices: yesNo(
      { label: 'Yes, a handful with console access', brief: 'yes' },
      { label: 'No, or there are many', brief: 'no, or many' },
    ),
  },
  {
    id: 'runs',
    words: 'Where does the code run?',
    brief: 'Runs',
    why: 'It decides whether the app can keep a secret. An app that you ship cannot.',
    when: [
      { what: 'app', for: 'each', page: 'yes' },
      { what: 'app', for: 'one' },
    ],
    choices: [
      {
        value: 'server',
        label: 'On a server',
        note: 'Or where only you have the code: headless, behind an IVR, in Apps Script',
      },
      {
        value: 'browser',
        label: 'In the browser',
        note: 'A single-page app (SPA), such as one made with React',
      },
      {
        value: 'extension',
        label: 'In a browser extension',
        note: 'Of Chrome, Edge or Firefox',
      },
      { value: 'phone', label: 'On a phone', note: 'An iOS or Android app' },
      {
        value: 'desktop',
        label: 'On desktops, or in a command line',
        note: 'A program that you ship, such as one made with Electron, or a VBA macro',
      },
    ],
  },
  {
    id: 'who',
    words: 'Who may use it?',
    brief: 'Who',
    why: 'A private app accepts users of your own RingCentral account only. Whether you can make it public later is not known.',
    when: [{ what: 'app', for: 'each' }],
    choices: [
      { value: 'company', label: 'My company', note: 'One RingCentral account' },
      { value: 'others', label: 'Others too', note: 'Customers with accounts of their own' },
    ],
  },
  {
    id: 'stay',
    words: 'When does it need a token?',
    brief: 'Needs a token',
    why: 'An access token ends after an hour. Refresh tokens continue a session, and they are off until you turn them on.',
    when: [{ what: 'app', for: 'each', page: 'yes' }],
    choices: [
      { value: 'used', label: 'Only while it is used' },
      { value: 'signed-in', label: 'People stay signed in', note: 'Without a sign-in every day' },
      { value: 'nobody', label: 'While nobody is there, too', note: 'It works overnight' },
    ],
  },
];
