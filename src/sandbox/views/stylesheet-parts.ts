/** Forms, choices, buttons, refusals and comparisons. */
export const stylesheetParts = `
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
.proof{display:flex;gap:6px}
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
.gap{padding:1px 4px;margin:0 1px;border-radius:4px;color:var(--ink-3);border:1px dashed var(--control);font-size:12px}
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
