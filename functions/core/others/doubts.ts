/** Codes of what makes a comparison by others doubtful, and of what keeps one from being counted. */

/** `no-address`: its source cannot be opened. `contradicts-itself`: what it printed does not fit together. */
export const flaws = ["no-address", "contradicts-itself"] as const;

/**
 * Why analyses are doubtful, the heaviest first. `lived-to-infusion`: patients who died or progressed before
 * their infusion are not among those with CAR-T. `overlapping`: some share patients. `news-only`: all were
 * read in news.
 */
export const doubts = ["lived-to-infusion", "overlapping", "news-only"] as const;
