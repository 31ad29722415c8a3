/**
 * Names the samples that scroll sideways. Expressive Code makes an overflowing `pre` a focusable
 * `region` without a name, and takes both back when the page is wide enough. Each sample becomes a
 * named group instead: a page with ten samples does not need ten landmarks. Where nothing
 * overflows the name goes too, because an element without a role must not have one. It comes late:
 * no page waits for the name of a sample.
 */
export function nameScrollingSamples(page: ParentNode): void {
  page.querySelectorAll('.expressive-code pre').forEach((sample, index) => {
    const title = sample.closest('figure')?.querySelector('.title')?.textContent;
    const rename = () => {
      const role = sample.getAttribute('role');
      if (!role) sample.removeAttribute('aria-label');
      if (role !== 'region') return;
      sample.setAttribute('role', 'group');
      sample.setAttribute('aria-label', `Code sample ${index + 1}${title ? `: ${title}` : ''}`);
    };
    // The frame's script comes before this one, or after it.
    rename();
    new MutationObserver(rename).observe(sample, { attributeFilter: ['role'] });
  });
}
