/** Lists the codes of what others published: what makes a comparison doubtful, and where randomised trials stand. */

/**
 * Lists why an analysis is not counted. `no-address`: its source cannot be opened. `contradicts-itself`: what it
 * printed does not fit together.
 */
export const flaws = ["no-address", "contradicts-itself"] as const;

/**
 * Lists why analyses are doubtful, the heaviest first. `lived-to-infusion`: patients who died or progressed before
 * their infusion are not among those with CAR-T. `overlapping`: some share patients. `news-only`: all were read in
 * news.
 */
export const doubts = ["lived-to-infusion", "overlapping", "news-only"] as const;

/**
 * Lists the places of a trial. `leads` stands above the pooled rows and in the headline, `line` is one line above the
 * rows. Trials of a drug of the question that are not counted say why: patients `after-other-lines` stand below `line`
 * and in survival, a regimen `without-label` in survival and in opened rows. `opened-row` stands in opened rows only.
 */
export const randomisedPlaces = [
  "leads",
  "line",
  "after-other-lines",
  "without-label",
  "opened-row",
] as const;

/** Tells whether a trial counts for the question: it stands above the rows. */
export const isAboveRows = ({ place }: { readonly place: (typeof randomisedPlaces)[number] }) =>
  place === "leads" || place === "line";

/**
 * Lists the codes of what is looked up in every randomised trial: hazard ratios, both arms at a month, early deaths,
 * crossover.
 */
export const lookedForInTrial = [
  "pfs",
  "os",
  "pfs-at-month",
  "os-at-month",
  "early-deaths",
  "crossover",
] as const;
