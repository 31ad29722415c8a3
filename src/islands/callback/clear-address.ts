import { callbackChannel, waitingKey, windowNamePrefix } from '#islands/delivery/delivery.ts';

/** Where the head script leaves the address for the module that comes later, which takes it away. */
export const addressProperty = '__callbackAddress';

/** Set by the head script once the tab that waits has answered it. */
export const takenProperty = '__callbackTaken';

/**
 * The callback page's first script, inline in its head: it takes code and state out of the address
 * bar and the history before anything renders, and keeps the address in memory. The build hashes it
 * for the content security policy, so it is text that never changes.
 *
 * @see RFC 9700 section 4.3.1
 */
export const clearAddressScript = `Object.defineProperty(window,'${addressProperty}',{value:location.href,configurable:true});history.replaceState(null,'',location.pathname);`;

/**
 * The second one, for the usual case alone: in a window that a playground opened, which bears the
 * tab's name, it calls that tab at once and closes when the tab answers. The page is not drawn until
 * then, or for a second at most: the tab would wait for that, since both share a thread. All else,
 * and whatever goes wrong here, is for the module that comes later: it shows the page and calls again.
 */
export const callTabScript = `try{const prefix='${windowNamePrefix}',url=window.${addressProperty};if(name.startsWith(prefix)&&/[?#]./.test(url)&&!/same-page/.test(sessionStorage.getItem('${waitingKey}'))){const tab=name.slice(prefix.length),channel=new BroadcastChannel('${callbackChannel}');const {style}=document.documentElement;style.display='none';setTimeout(()=>{style.display=''},1000);channel.onmessage=({data})=>{if(data?.kind==='received'&&data.tab===tab){window.${takenProperty}=true;close()}};channel.postMessage({kind:'callback',tab,url})}}catch{}`;
