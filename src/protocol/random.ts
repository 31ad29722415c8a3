/** Where randomness comes from; handed in, so that tests can hold it still. */
export interface Random {
  /** Unpredictable octets. */
  bytes(count: number): Uint8Array<ArrayBuffer>;
}

/** The platform's own generator, the same in Node, a page and a worker. */
export const webRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};
