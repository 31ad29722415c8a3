/** sessionStorage: the origins that the head script lets this tab's pages connect to besides this site's own. */
export const serverKey = 'authorization-flows:server';
