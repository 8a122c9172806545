/** The longest address that is read, in characters: enough to exclude every cohort. */
export const longestAddress = 8192;
