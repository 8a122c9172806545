/** Stands where our sources report nothing, instead of a blank or a zero. */
export const notInSources = "not in our sources";
