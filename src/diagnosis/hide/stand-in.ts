/** What a log, a mail or a person put in a secret's place. */
const hidden =
  /^(?:\\?[*█•·●…]+|[*█•·●x_.…-]{3,}|[[(<{]*(?:\*{0,3}(?:redacted|hidden|removed|masked|filtered|omitted|censored)\*{0,3})[\])>}]*|masked-[a-z_]+-\d+-\d+chars)$/i;

/** A name that a program puts its value for, or a value that says that there is none. */
const placeholder =
  /^(?:\$(?:\{|\(|[A-Z][A-Z\d_]*\b|[A-Za-z_]+(?:->|\[|$))|\{\{|\{[a-z_]+\}$|%[A-Z_]+%$|#\{|<[\w /.-]+>$|(?:process\.env|import\.meta|os\.(?:environ|getenv)|ENV\b|getenv|System\.|Environment\.)|(?:undefined|null|nil|none|nan|true|false|empty|string|bool(?:ean)?|int)$|<?your[-_ ]?(?:own|app|client|user|jwt|secret|password|token|key|code|access|refresh|ringcentral|rc)[-_ \w>]*$)/i;

/** Whether a value is hidden already, or none: it stays as it is. */
export const isStandIn = (value: string): boolean => hidden.test(value) || placeholder.test(value);
