/** Words on the server's pages around an answer, and on the history of the data, in English. */

export const pages = {
  site: {
    navigation: "Site",
    names: {
      compare: "Compare",
      report: "Report",
      products: "Products",
      methods: "Methods",
      about: "About",
      api: "Docs",
    },
    licence:
      "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.",
  },
  allowed: (values: readonly string[]) => `Allowed: ${values.join(", ")}.`,
  /** After the problems that are told. */
  more: (count: number) => `And ${count} more.`,
  /** A parameter for the form of the report, where groups stand side by side. */
  oneForm: "groups side by side have one form; leave it out",
  ignored: (names: string) => `Not understood and ignored: ${names}.`,
  patientIgnored:
    "The address held something about a patient, which is not used here. Enter the age or prior lines under Age or Prior lines: they stay on this device.",
  notShown: "This comparison cannot be shown.",
  briefDescription:
    "What separate cohorts showed, with every number's source. Evidence, not advice.",
  /** Beside the axis of a preview picture. */
  unit: "of 100 patients, 95 % interval",
  /** Both arguments make links. */
  withoutScript: (brief: (text: string) => string, how: (text: string) => string) =>
    `Filters need JavaScript, which is off here. Every trial and caution: ${brief("this answer in sentences")}. Other questions are asked in the address: ${how("how")}.`,
  changes: {
    title: "What changed in the data",
    description:
      "Every release of the data, and the numbers of the ready-made questions before and after.",
    introduction:
      "Every release of the data, newest first: what was added or corrected, and what that did to the numbers of the ready-made questions.",
    numbers:
      "Numbers are patients of 100 with their 95 % interval, the cohorts pooled and their patients. A difference is CAR-T minus bispecifics.",
    feed: "Follow as a feed (Atom)",
    json: "the same as data (JSON)",
    version: (version: string) => `Data version ${version}`,
    /** Of a release that corrects a wrong number. */
    corrects: (what: string) => `All data before these were withdrawn: ${what}`,
    noEffect: "No number of a ready-made question changed.",
    outcome: "Outcome",
    before: "Before",
    after: "After",
    difference: "Difference",
    nothing: "nothing pooled",
    /** Where there is no difference, though classes may be pooled. */
    noDifference: "none",
    // Spaces that do not break: the columns are narrow on a phone.
    range: (lower: string, upper: string) => `${lower}\u00a0to\u00a0${upper}`,
    withRange: (value: string, range: string) => `${value} (${range})`,
    pool: (rate: string, range: string, k: number, n: number | null) =>
      `${rate} (${range}), ${k}\u00a0${k === 1 ? "cohort" : "cohorts"}, ${n ?? "unknown number of"}\u00a0patients`,
    fromTo: (before: string, after: string) => `from ${before} to ${after}`,
  },
  /** On a page that was asked for with the version of the data that a link was made with. */
  asOf: {
    earlier: (version: string, released: string) =>
      `The evidence has changed since this link was made, with data version ${version} of ${released}. What stands here is the present answer.`,
    withdrawn: "The numbers of this link were withdrawn.",
    reason: (version: string, released: string, wrong: string) =>
      `The link was made with data version ${version} of ${released}, which held a wrong number: ${wrong} What stands here is the present answer.`,
    changed: "Changed for the question of the link",
    unchanged: "No recorded number of the question of the link changed.",
    unrecorded: "What that did to the question of the link is not recorded.",
    unrecordedOutcomes: (outcomes: string) => `Not recorded: ${outcomes}.`,
    /** A class with a single cohort, whose number is its own count. */
    oneCohort: (n: number | null) => `1\u00a0cohort, ${n ?? "unknown number of"}\u00a0patients`,
    /** What changed of one outcome, in parts. */
    outcome: (name: string, parts: readonly string[]) =>
      `${name}: ${parts.length > 0 ? parts.join("; ") : "a count of one trial, or the difference"}`,
    /** One part of it: a class, or the difference. */
    part: (name: string, change: string) => `${name} ${change}`,
    unknown:
      "This link names a version of the data that is not known here. What stands here is the present answer.",
    /** The way from a page that was refused for it. */
    present: "The same question with the present data",
  },
};
