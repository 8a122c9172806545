/** Words on the server's pages around an answer, and on the history of the data, in English. */
import { pageNames as names } from "./page-names.ts";

export const pages = {
  site: {
    navigation: "Site",
    names,
    licence:
      "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.",
  },
  allowed: (values: readonly string[]) => `Allowed: ${values.join(", ")}.`,
  /** Headings of pages that say why there is no answer, by status. */
  refused: {
    400: "This question was not understood.",
    404: "There is no such page.",
  } as Readonly<Record<number, string>>,
  notShown: "This cannot be shown.",
  /** The question without the parameters that were wrong. */
  without: (names: string) => `The same without ${names}`,
  description: "What can be asked",
  /** A parameter for the form of the report, where groups stand side by side. */
  oneForm: "groups side by side have one form; leave it out",
  ignored: (names: string) => `Not understood and ignored: ${names}.`,
  patientIgnored:
    "The address held something about a patient, which is not used here. Enter the age or prior lines under Age or Prior lines: they stay on this device.",
  /** Beside the axis of a preview picture. */
  unit: "of 100 patients, 95 % interval",
  /** Both arguments make links. */
  withoutScript: (brief: (text: string) => string, how: (text: string) => string) =>
    `Filters need JavaScript, which is off here. Every trial and caution: ${brief("this answer in sentences")}. Other questions are asked in the address: ${how("how")}.`,
  changes: {
    title: names.changes,
    description:
      "Every release of the data, and the numbers of the ready-made questions before and after.",
    movedMost: (date: string, moved: readonly string[]) =>
      `On ${date} numbers of the first screen changed: ${moved.join("; ")}.`,
    notMoved: (date: string) => `On ${date} the numbers of the first screen stayed as they were.`,
    /** One rate that moved. */
    moved: (outcome: string, name: string, before: string, after: string) =>
      `${outcome} with ${name} from ${before} to ${after} of 100`,
    noRate: "no number",
    others: (count: number) =>
      count === 0
        ? "The other ready-made questions did not change."
        : `Numbers of ${count} other ready-made ${count === 1 ? "question" : "questions"} changed: they stand below.`,
    why: (what: string) => `New in the data: ${what}`,
    tables: (count: number) =>
      `Numbers before and after, of ${count} ready-made ${count === 1 ? "question" : "questions"}`,
    numbers:
      "Numbers are patients of 100 with their 95 % interval, the studies pooled and their patients. A difference is CAR-T minus bispecifics.",
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
      `${rate} (${range}), ${k}\u00a0${k === 1 ? "study" : "studies"}, ${n ?? "unknown number of"}\u00a0patients`,
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
    oneCohort: (n: number | null) => `1\u00a0study, ${n ?? "unknown number of"}\u00a0patients`,
    /** What changed of one outcome, in parts. */
    outcome: (name: string, parts: readonly string[]) =>
      `${name}: ${parts.length > 0 ? parts.join("; ") : "a count of one trial, or the difference"}`,
    /** One part of it: a class, or the difference. */
    part: (name: string, change: string) => `${name} ${change}`,
    unknown:
      "This link names a version of the data that is not known here. What stands here is the present answer.",
  },
};
