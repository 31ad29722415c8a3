/** Type, page, card, band and hop. */
export const stylesheetBase = `
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
`;
