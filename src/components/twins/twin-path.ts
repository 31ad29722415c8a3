/** Where a page’s Markdown stands: `/flows/jwt.md` for `/flows/jwt/`, `/index.md` for the overview. */
export const twinPath = (address: string): string =>
  address === '/' ? '/index.md' : `${address.replace(/\/$/, '')}.md`;
