/** Where the head script leaves the address for the module that comes later, which takes it away. */
export const addressProperty = '__callbackAddress';

/**
 * The callback page's first script, inline in its head: it takes code and state out of the address
 * bar and the history before anything renders, and keeps the address in memory. The build hashes it
 * for the content security policy, so it is text that never changes.
 *
 * @see RFC 9700 section 4.3.1
 */
export const clearAddressScript = `Object.defineProperty(window,'${addressProperty}',{value:location.href,configurable:true});history.replaceState(null,'',location.pathname);`;
