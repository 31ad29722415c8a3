/** Where a finding stands on the page, counted from 1. */
export const findingId = (number: number): string => `finding-${number}`;
