/**
 * The diagnoser with one exchange of the sandbox's log, as a path of the site.
 *
 * @param id the `RCRequestId` of its answer
 */
export const eventHref = (id: string): string => `/diagnose/#event=${encodeURIComponent(id)}`;
