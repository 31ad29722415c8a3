/** A requirement that the RFCs or RingCentral make of an authorization server, such as `AS-124`. */
export type ServerRuleId = `AS-${number}`;

/** A rule of the settings, such as `X8`: `app-settings` lists those that there are. */
export type SettingsRuleId = `X${number}` | `M${number}`;

/** What decided an answer, as `Sandbox-Rule` names it; a store that cannot keep anything breaks no rule of either kind. */
export type DecidingRule = ServerRuleId | SettingsRuleId | 'SANDBOX-STORE';
