/**
 * The longest address that is read, in characters. A question that excludes every cohort fits into
 * it; anything longer is a mistake or an attack.
 */
export const longestAddress = 8192;
