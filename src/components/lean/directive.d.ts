import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** As `client:load`; the build sets its props apart from the page. */
    'client:apart'?: boolean;
  }
}
