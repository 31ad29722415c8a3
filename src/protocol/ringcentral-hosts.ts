/**
 * RingCentral's own servers: the second is for customers of AT&T Office@Hand and Verizon.
 *
 * @see https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/basics/partners/segregated-environments.md
 */
export const ringCentralOrigins = [
  'https://platform.ringcentral.com',
  'https://platform.ringcentral.biz',
] as const;

/** Whether an origin is one of RingCentral's own servers. */
export function isRingCentral(origin: string): boolean {
  return (ringCentralOrigins as readonly string[]).includes(origin);
}
