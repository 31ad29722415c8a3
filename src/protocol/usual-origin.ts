/** Where `npm start` serves unless told otherwise; what a page says before anybody knows better. */
export const usualOrigin = 'http://localhost:4321';
