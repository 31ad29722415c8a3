import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** As `client:load`; its scripts and its first drawing are two tasks. */
    'client:soon'?: boolean;
    /** As `client:soon`; the build sets its props apart from the page. */
    'client:apart'?: boolean;
  }
}
