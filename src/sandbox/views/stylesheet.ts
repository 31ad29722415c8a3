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

/**
 * The style of the sandbox's own pages: the site's tokens and type, light and
 * dark by the reader's system, because a page without script cannot read the
 * choice that the site stores. Served at `/sandbox/pages.css` on both hosts.
 */
export const pagesStylesheet = `:root{color-scheme:light dark;${lightColours}}
@media (prefers-color-scheme:dark){:root{${darkColours}}}

@font-face{font-family:Geist;src:url(/fonts/geist-latin.woff2) format('woff2');font-weight:100 900;font-display:swap}
@font-face{font-family:'JetBrains Mono';src:url(/fonts/jetbrains-mono-latin.woff2) format('woff2');font-weight:100 800;font-display:swap}
*,*::before,*::after{box-sizing:border-box}
html{background:var(--canvas);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;color:var(--ink-2);
font:400 14px/20px Geist,ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
h1,h2,p,ul,dl,dd,fieldset{margin:0;padding:0}
ul{list-style:none}
fieldset{border:0;min-width:0}
strong{font-weight:600;color:var(--ink)}
code{font:400 12px/18px 'JetBrains Mono',ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;
font-variant-ligatures:none;overflow-wrap:anywhere;color:var(--ink)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon,.arrow,.shape{display:block;flex:none}

.band{background:repeating-linear-gradient(-45deg,var(--warning-shape) 0 10px,color-mix(in oklab,var(--warning-shape) 70%,#171207) 10px 20px) top/100% 4px no-repeat,
color-mix(in oklab,var(--warning) var(--tint-block),var(--surface));
border-bottom:1px solid color-mix(in oklab,var(--warning) 45%,var(--surface))}
.band p{max-width:480px;margin:auto;padding:12px 20px 8px;font-size:13px;line-height:18px;color:var(--warning);text-wrap:balance}
.band strong{color:inherit}

.card{position:relative;width:100%;max-width:480px;margin:auto;padding:20px 24px 22px;background:var(--surface);
border:1px solid var(--line);border-radius:14px;box-shadow:var(--shadow-2);overflow:clip}
.card::before{content:'';position:absolute;inset:0 0 auto;height:3px}
.wire-browser-server::before{background:linear-gradient(90deg,var(--browser),var(--authorization-server))}
.wire-server-app::before{background:linear-gradient(90deg,var(--authorization-server),var(--app))}
.wire-refused::before{background:var(--refused-shape)}

.hop{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:4px 12px;font-size:13px;line-height:18px;font-weight:500}
.actors{display:inline-flex;flex-wrap:wrap;align-items:center;gap:4px 8px}
.actor{display:inline-flex;align-items:center;gap:6px}
.tile{display:grid;place-items:center;width:22px;height:22px;border-radius:6px}
.browser{color:var(--browser)}.app{color:var(--app)}.server{color:var(--authorization-server)}
.tile{background:color-mix(in oklab,currentColor var(--tint-value),var(--surface))}
.to{color:var(--ink-3)}
.to .arrow{width:24px;height:8px}
.step{color:var(--ink-3);font-weight:400;font-size:12px;line-height:16px;font-variant-numeric:tabular-nums}

h1{margin-top:12px;font-size:22px;line-height:28px;font-weight:620;letter-spacing:-.018em;color:var(--ink);overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:14px;line-height:20px;font-weight:600;color:var(--ink)}
.word{display:inline-block;max-width:100%}
.lead{margin-top:4px;overflow-wrap:anywhere;text-wrap:pretty}
.note{margin-top:6px;font-size:12px;line-height:16px;color:var(--ink-3)}
.note code{color:inherit}
@media (max-width:519px){
body{background:var(--surface)}
.card{margin:0 auto;border:0;border-radius:0;box-shadow:none;padding:16px 20px 20px;flex:1}
}
@media (max-width:359px){
.card{padding-inline:12px}
.band p{padding-inline:12px}
}
@media (min-width:520px){.card{margin-block:max(24px,6vh) auto}}


:focus{outline:none}
:focus-visible,.choice:has(:focus-visible){outline:2px solid var(--link);outline-offset:2px}
.choice input:focus-visible{outline:none}
form{margin-top:14px}
legend,label[for],dt{padding:0;font-size:13px;line-height:18px;font-weight:550;color:var(--ink)}
.choices{margin-top:6px;border:1px solid var(--control);border-radius:10px}
.choice{display:flex;align-items:center;gap:10px;min-height:38px;padding:8px 12px;cursor:pointer;border-radius:9px}
.choice+.choice{box-shadow:0 -1px 0 var(--line)}
.choice:hover{background:var(--sunken)}
.choice:has(:checked){background:color-mix(in oklab,var(--authorization-server) var(--tint-block),var(--surface))}
.choice input{flex:none;width:16px;height:16px;margin:0;accent-color:var(--authorization-server)}
.number{font:500 13px/20px 'JetBrains Mono',ui-monospace,monospace;font-variant-ligatures:none;color:var(--ink)}
.what{flex:1;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;min-width:0}
.is{color:var(--ink);font-weight:500}
.shows{color:var(--ink-3);font-size:13px}
.field{margin-top:14px}
.field input{display:block;width:100%;height:36px;margin-top:6px;padding:0 10px;border:1px solid var(--control);border-radius:6px;
background:var(--surface);color:var(--ink);font:400 14px/20px 'JetBrains Mono',ui-monospace,monospace}

.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:16px}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:36px;padding:6px 16px;border:1px solid var(--control);border-radius:8px;
background:var(--surface);color:var(--ink);font:550 14px/20px Geist,system-ui,sans-serif;text-decoration:none;cursor:pointer;transition:background-color 160ms ease-out}
button:hover,.button:hover{background:var(--sunken)}
.primary{flex:1 1 140px;border-color:var(--primary);background:var(--primary);color:var(--primary-text)}
.primary:hover{background:color-mix(in oklab,var(--primary) 86%,var(--surface))}
.link{min-height:24px;padding:2px 0;border:0;background:none;color:var(--link);font-weight:400;text-decoration:underline;text-underline-offset:2px}
.link:hover{background:none;text-decoration-thickness:2px}
.aside{margin-top:14px;padding-top:12px;border-top:1px solid var(--line);font-size:13px}
.aside .link{font-size:13px;line-height:18px}
a{color:var(--link)}

.permissions{margin-top:12px;border:1px solid var(--line);border-radius:10px;background:var(--sunken)}
.permissions li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;padding:8px 12px;color:var(--ink)}
.permissions li+li{border-top:1px solid var(--line)}
.permissions code{color:var(--ink-3)}
.facts{margin-top:14px;display:grid;gap:8px}
.facts div{display:grid;grid-template-columns:128px minmax(0,1fr);gap:2px 12px}
.facts dt{font-weight:400;color:var(--ink-3)}
.facts dd{color:var(--ink-2);overflow-wrap:anywhere}
.host{display:block}
.uri{display:block;color:var(--ink-3)}
.remark{display:flex;gap:8px;margin-top:12px;padding:10px 12px;border-radius:10px;font-size:13px;line-height:18px;
background:color-mix(in oklab,var(--warning) var(--tint-block),var(--surface));
border:1px solid color-mix(in oklab,var(--warning) 45%,var(--surface));color:var(--ink-2)}

.alert{margin-top:14px;padding:12px 14px;border-radius:10px;
background:color-mix(in oklab,var(--refused) var(--tint-block),var(--surface));
border:1px solid color-mix(in oklab,var(--refused) 35%,var(--surface))}
.alert h2,.verdict{display:flex;gap:8px}
.alert p{margin-top:4px}
.proof{display:flex;flex-wrap:wrap;gap:6px}
.proof code,.facts dd code{padding:0 5px;border-radius:4px;background:var(--sunken)}
.facts dd .uri{padding:0;background:none}
.alert .proof code{background:var(--surface)}
.verdict .shape{width:24px;height:24px;margin-top:2px}
.shape-body{fill:var(--refused-shape)}.shape-mark{stroke:var(--verdict-mark)}
.warning-body{fill:var(--warning-shape);stroke:var(--warning-edge)}.warning-mark{stroke:#171207}

.xray{margin-top:14px;border:1px solid var(--line);border-radius:10px;background:var(--sunken);padding:4px 12px}
.xray div{display:grid;grid-template-columns:80px minmax(0,1fr);gap:2px 12px;padding:6px 0}
.xray dt{font-weight:400;color:var(--ink-3)}
.text{font-size:13px;line-height:22px}
mark{padding:1px 3px;margin:0 1px;border-radius:4px;color:var(--refused);background:var(--surface);border:1.5px solid currentColor;font-weight:600}
.gap{display:inline-block;white-space:nowrap;padding:1px 4px;margin:0 1px;border-radius:4px;color:var(--ink-3);border:1px dashed var(--control);font-size:12px}
details{margin-top:10px;font-size:13px}
summary{cursor:pointer;color:var(--link);width:fit-content;border-radius:4px}
.uris{margin-top:6px;padding-left:14px}
.next{margin-top:16px;padding-top:14px;border-top:1px solid var(--line)}
.next p{margin-top:2px}
@media (max-width:519px){
.choice{min-height:42px}
.field input{height:40px}
button,.button{min-height:44px}
.link{min-height:32px}
}
@media (max-width:359px){
.what{flex-direction:column}
.facts div,.xray div{grid-template-columns:minmax(0,1fr)}
.actions>*{flex:1 1 100%}
}
@media (prefers-reduced-motion:reduce){button,.button{transition:none}}
@media (forced-colors:active){mark,.choice:has(:checked),.primary{border:2px solid Highlight}}
`;
