import { requestCodes } from '#protocol/errors/request-codes.ts';
import { requestWords } from '#protocol/errors/request-words.ts';

/** One thing that the page says about its host until it no longer holds. */
export interface HostNotice {
  kind: string;
  /** What happened, then why, then what to do. */
  text: string;
  /** The one thing to press, where there is one. */
  button?: { label: string; does: 'take-over' | 'reload' };
  canDismiss: boolean;
}

const store = (code: keyof typeof requestCodes): HostNotice => {
  const text = `${requestCodes[code].message}. ${requestWords[code].fix}`;
  return { kind: 'storage', text, canDismiss: false };
};

const works = 'You can still read the guides and every table.';

/** Every state of the host that a reader must know of, in words. */
export const notices = {
  updateReady: {
    kind: 'update',
    text: 'A new version is ready. This page stays as it is until you reload it; a flow that you have started is kept.',
    button: { label: 'Reload', does: 'take-over' },
    canDismiss: true,
  },
  updatedElsewhere: {
    kind: 'update',
    text: 'Another tab has changed to a new version of this site, and this one still shows the version before. Reload it to continue; a flow that you have started is kept.',
    button: { label: 'Reload', does: 'reload' },
    canDismiss: false,
  },
  cleared: {
    kind: 'cleared',
    text: 'This browser has emptied the storage of the sandbox. The demo apps are back; apps that you made, codes and tokens are gone, so a started flow starts over.',
    canDismiss: true,
  },
  insecure: {
    kind: 'none',
    text: `This page came over plain http from a name that is not this machine, and browsers give such pages no cryptography: the sandbox cannot run here. ${works} To run the flows, open the site over https, or as http://localhost on the machine that serves it. If you publish the site, put https in front of it and start it with PUBLIC_URL.`,
    canDismiss: false,
  },
  unsupported: {
    kind: 'none',
    text: `The sandbox of this site runs in a service worker, and this browser has none here: some private windows leave it out, and so does every address without https. ${works} To run the flows, open the site in a normal window, or start it on your machine with npm start.`,
    canDismiss: false,
  },
  failed: {
    kind: 'none',
    text: `The sandbox did not start in this browser. A setting or an extension may keep service workers off. ${works} Reload to try again, or start the site on your machine with npm start.`,
    button: { label: 'Reload', does: 'reload' },
    canDismiss: false,
  },
  unknown: {
    kind: 'none',
    text: `This server does not say who answers the requests of the sandbox, so none is sent. ${works} If you publish the site, add /sandbox/host.json to it.`,
    button: { label: 'Reload', does: 'reload' },
    canDismiss: false,
  },
  full: store('SANDBOX-STORE-1'),
  blocked: store('SANDBOX-STORE-2'),
  newer: store('SANDBOX-STORE-3'),
} satisfies Record<string, HostNotice>;
