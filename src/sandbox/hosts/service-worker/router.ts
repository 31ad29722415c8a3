/** The sandbox's dozen paths need no compiled expression in a worker: the smaller router stands in, by the same name. */
export { LinearRouter as RegExpRouter } from 'hono/router/linear-router';
