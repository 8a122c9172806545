/** Defines the closed lists of words for the data: plain values, without the schema library. */

export const therapyClasses = ["car-t", "bsab"] as const;
export const settings = ["late", "early", "mixed"] as const;
export const targets = ["bcma", "gprc5d", "fcrh5", "cd19", "cd38"] as const;
export const sourceKinds = [
  "abstract",
  "full-text",
  "congress",
  "label",
  "news",
  "press",
  "registry",
  "review",
] as const;
/**
 * Describes the doses of a cohort: the dose taken forward, several doses, or wholly a dose that was not taken
 * forward.
 */
export const dosings = ["recommended", "escalation", "other"] as const;
export const evidenceKinds = ["trial", "real-world"] as const;
/**
 * Lists the groups of harms by when they begin, then deaths, in the order of every screen and of the list of
 * outcomes.
 */
export const harmGroups = [
  "first-weeks",
  "infection",
  "blood-counts",
  "mouth-skin",
  "late",
  "deaths",
] as const;
export const regions = [
  "us",
  "canada",
  "eu",
  "ch",
  "gb",
  "il",
  "cn",
  "hk",
  "mo",
  "jp",
  "asia",
  "multinational",
] as const;

type Region = (typeof regions)[number];

/** Returns whether products can be approved in the region; trials may have recruited in several. */
export function isApprovalRegion(region: Region): boolean {
  return region !== "multinational" && region !== "asia";
}

/** Lists the regions whose labels a question may ask for: those in which approvals were collected. */
export const labelRegions = ["us", "eu", "ch", "cn", "jp"] as const satisfies readonly Region[];

/** Lists the classes of drugs that an indication may ask for. */
export const drugClasses = ["PI", "IMiD", "anti-CD38"] as const;

/** Lists the drugs given with a product, or asked for by an indication, that are no products here. */
export const otherDrugs: readonly string[] = ["daratumumab", "lenalidomide", "pomalidomide"];

/** The lists from here on name properties of CAR-T constructs. Each is closed, so that constructs can be compared. */
export const bindingDomains = ["camelid", "human", "humanized", "murine", "other"] as const;
export const vectors = ["lentiviral", "retroviral", "transposon"] as const;
export const costimulations = ["4-1bb", "cd28", "cd28-4-1bb", "cd28-ox40"] as const;
/** Lists the antibodies that activate the T cells outside the body. */
export const expansions = ["anti-cd3", "anti-cd3-cd28"] as const;
/** `mixed` means that the cohort received more than one of the other regimens. */
export const lymphodepletions = ["cy-flu", "cy", "mixed", "other"] as const;
export const cellSources = ["autologous", "allogeneic"] as const;

/**
 * Names the patients that a denominator counts. Only `treated`, `safety`, `efficacy-evaluable` and `randomised` can
 * enter a pool of an outcome over all patients. `subset` is any other set: a part, or a later cohort that contains
 * this one.
 */
export const populations = [
  "randomised",
  "leukapheresed",
  "treated",
  "efficacy-evaluable",
  "safety",
  "responders",
  "mrd-evaluable",
  "subset",
] as const;

/** Lists why a figure that has a count is shown but never pooled. */
export const holds = [
  "conflicting-sources", // two sources of equal rank disagree
  "unverified", // the figure was read only in sources that were not reviewed
  "different-definition", // the figure counts something else under the same name (FDA's broad neurotoxicity, laboratory IgG, fatal cases only)
  "with-complete-response", // the figure counts MRD negativity of patients who were also in complete response
  "at-most", // the figure is a difference of two printed numbers, which may count more than the outcome: an upper bound
  "denominator-unclear", // the count is printed over these patients, but may hold events of others
  "inferred", // the figure is concluded from a missing entry, or from the assumption that count and patients are of one set
  "time-limited", // events were counted in a window shorter than follow-up (day 30, day 100, 6 months)
  "estimate-not-count", // the number is a cumulative incidence, which may not be a simple proportion
  "pooled-cohorts", // the number is printed for this and another cohort together
] as const;

export type TherapyClass = (typeof therapyClasses)[number];
export type Population = (typeof populations)[number];
export type Hold = (typeof holds)[number];

/** Lists the kinds of earlier therapy, apart from therapy directed at GPRC5D. */
export const bcmaKinds = ["adc", "bispecific", "car-t"] as const;

/** Lists these kinds, and `gprc5d` for therapy of any kind that is directed at GPRC5D. */
export const earlierKinds = [...bcmaKinds, "gprc5d"] as const;
export type EarlierKind = (typeof earlierKinds)[number];
