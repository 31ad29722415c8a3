import { type Policy, type PresetName, presetNames, presets } from '#sandbox/policy.ts';

export type PolicyField = keyof Policy;
export const policyFields = Object.keys(presets.ringcentral) as PolicyField[];

/** The fields in which two policies differ. */
export function differences(one: Policy, other: Policy): PolicyField[] {
  return policyFields.filter((field) => one[field] !== other[field]);
}

/** The preset that a policy is, or the nearest one and what differs from it. */
export function nearestPreset(policy: Policy): { preset: PresetName; changed: PolicyField[] } {
  const [first, ...others] = presetNames.map((preset) => ({
    preset,
    changed: differences(policy, presets[preset]),
  }));
  return others.reduce(
    (best, next) => (next.changed.length < best.changed.length ? next : best),
    first as { preset: PresetName; changed: PolicyField[] },
  );
}

/** A policy's fields as a patch that sets only these. */
export function patchOf(policy: Policy, fields: readonly PolicyField[]): Partial<Policy> {
  return Object.fromEntries(fields.map((field) => [field, policy[field]]));
}
