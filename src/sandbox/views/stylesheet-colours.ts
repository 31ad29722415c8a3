/** The site's tokens that these pages use, by their names in `src/styles/tokens.css`; a test holds the two equal. */
export const lightColours = `
--canvas:#f6f7f9;--surface:#ffffff;--sunken:#f1f3f6;
--line:#e2e5eb;--line-2:#c7ccd6;--control:#868e9d;
--ink:#13161f;--ink-2:#3c4352;--ink-3:#5c6474;
--link:#3a45c4;--primary:#171b26;--primary-text:#ffffff;
--browser:#0069a4;--app:#6f34bd;--authorization-server:#af2071;
--warning:#8a5600;--warning-shape:#fab72a;--warning-edge:#8a5600;--warning-mark:#171207;
--refused:#be2323;--refused-shape:#cc2827;--verdict-mark:#ffffff;
--tint-block:7%;--tint-value:14%;
--shadow-2:0 1px 2px rgb(19 22 31 / 0.05), 0 8px 24px -8px rgb(19 22 31 / 0.1);`;

export const darkColours = `
--canvas:#0c0e13;--surface:#14171e;--sunken:#0f1218;
--line:#252a35;--line-2:#3b4251;--control:#697286;
--ink:#f0f2f6;--ink-2:#c3c9d5;--ink-3:#949cac;
--link:#a9b2ff;--primary:#eef0f5;--primary-text:#12151c;
--browser:#72c5f4;--app:#c6aafa;--authorization-server:#f898c3;
--warning:#f5c25f;--warning-shape:#f1ba4b;--warning-edge:#f1ba4b;
--refused:#fb9088;--refused-shape:#fb817a;--verdict-mark:#0c0e13;
--tint-block:12%;--tint-value:24%;
--shadow-2:0 8px 24px -8px rgb(0 0 0 / 0.5);`;
