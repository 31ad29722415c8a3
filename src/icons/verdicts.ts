/*
 * The shapes of a verdict on a grid of 16, told apart without colour: a disc with a tick, a triangle
 * with !, an octagon with a cross, a dashed ring with ?. Each is a body that is filled and a mark that
 * is drawn on it.
 */

/** Two paths that make one shape. */
export interface Shape {
  body: string;
  mark: string;
}

export const allowed: Shape = {
  body: 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  mark: 'm4.6 8.3 2.3 2.3 4.5-4.8',
};
export const warning: Shape = {
  body: 'M8 1.2 15.3 14.4H.7Z',
  mark: 'M8 5.8v4M8 12v.1',
};
export const refused: Shape = {
  body: 'M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5Z',
  mark: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2',
};
export const unknown: Shape = {
  body: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Z',
  mark: 'M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3m0 2.1v.1',
};
