/** What a page shows of servers, in one piece: it is loaded with the first press for it. */
export { AtServer } from './AtServer.tsx';
export { Servers } from './Servers.tsx';
