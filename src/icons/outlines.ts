/*
 * Outlines on a grid of 24, drawn in the colour of the text around them with a round pen of 1.75: one
 * constant each, so that who draws three carries three. They say nothing to a screen reader: a word
 * always stands beside.
 */

export const globe =
  'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c2.5 2.4 3.8 5.5 3.8 9s-1.3 6.6-3.8 9c-2.5-2.4-3.8-5.5-3.8-9S9.5 5.4 12 3Z';
export const code =
  'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm5.5 5L7.5 12l3 3m3-6 3 3-3 3';
export const shield =
  'M12 3c2.4 1.9 4.9 2.8 8 2.9V11c0 5-3.2 8.3-8 10-4.8-1.7-8-5-8-10V5.9C7.1 5.8 9.6 4.9 12 3Zm-3 9 2.2 2.2L15.3 10';
export const handset =
  'M5 4h3.5l1.7 4.2-2.2 1.6a12 12 0 0 0 6.2 6.2l1.6-2.2L20 15.5V19a1.5 1.5 0 0 1-1.6 1.5C10.6 20 4 13.4 3.5 5.6A1.5 1.5 0 0 1 5 4Z';
export const again = 'M4 5v5h5M4.6 10A8 8 0 1 1 4 13.5';
export const arrow = 'M4 12h15m-5.5-5.5L19 12l-5.5 5.5';
export const braces =
  'M9 4H8a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h1m6-16h1a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-1';
export const check = 'm5 12.5 4.5 4.5L19 7.5';
export const chevron = 'm6 9 6 6 6-6';
export const clock = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2';
export const close = 'm6 6 12 12M18 6 6 18';
export const copy =
  'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1';
export const external =
  'M14 4h6v6m0-6-9 9M10 5H5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-5';
export const hammer =
  'm13.5 9.5-8.6 8.6a1.8 1.8 0 1 0 2.5 2.5l8.6-8.6M11 6l3-2.6a3 3 0 0 1 3.9.1L21 6.6 17.4 10 16 8.7 14.6 10 11 6Z';
export const info = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.5v.1';
export const key =
  'M15.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm-3.9 9.4L4 20v1h3v-2h2v-2h2l2.2-2.7M16.5 7.5h.01';
export const link =
  'M9.5 14.5 14.5 9.5M11 7l1.8-1.8a4.3 4.3 0 0 1 6 6L17 13m-4 4-1.8 1.8a4.3 4.3 0 0 1-6-6L7 11';
export const lock =
  'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Zm2 0V8a4 4 0 0 1 8 0v3';
export const menu = 'M4 7h16M4 12h16M4 17h16';
export const moon = 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5Z';
export const play = 'M8 5.5v13l10.5-6.5Z';
export const plus = 'M12 5v14M5 12h14';
export const screen =
  'M4 5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm5 15h6m-3-4v4';
export const search = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20';
export const sun =
  'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4';
export const undo = 'M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3';
export const window =
  'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3 9.5h18';
