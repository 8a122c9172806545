/** Words on the server's pages around an answer, and on the history of the data. */

/** The history of the data, as a page and as a feed. */
interface ChangesWords {
  readonly title: string;
  readonly description: string;
  readonly introduction: string;
  readonly numbers: string;
  readonly feed: string;
  readonly json: string;
  readonly version: (version: string) => string;
  /** Of a release that corrects a wrong number: what was wrong. */
  readonly corrects: (what: string) => string;
  readonly noEffect: string;
  readonly outcome: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** Where nothing is pooled. */
  readonly nothing: string;
  /** Where there is no difference, though classes may be pooled. */
  readonly noDifference: string;
  readonly range: (lower: string, upper: string) => string;
  readonly withRange: (value: string, range: string) => string;
  readonly pool: (rate: string, range: string, k: number, n: number | null) => string;
  readonly fromTo: (before: string, after: string) => string;
}

/** On a page that was asked for with the version of the data that a link was made with. */
interface AsOfWords {
  /** The data of the link are earlier ones. */
  readonly earlier: (version: string, released: string) => string;
  /** The data of the link were withdrawn, because they held a wrong number. */
  readonly withdrawn: string;
  /** Which data, and what was wrong in them. */
  readonly reason: (version: string, released: string, wrong: string) => string;
  /** Before the outcomes that changed. */
  readonly changed: string;
  readonly unchanged: string;
  /** Nothing is recorded of this question. */
  readonly unrecorded: string;
  /** Nothing is recorded of these outcomes of it. */
  readonly unrecordedOutcomes: (outcomes: string) => string;
  /** A class with a single cohort, whose number is its own count. */
  readonly oneCohort: (n: number | null) => string;
  /** What changed of one outcome, in parts. */
  readonly outcome: (name: string, parts: readonly string[]) => string;
  /** One part of it: a class, or the difference. */
  readonly part: (name: string, change: string) => string;
  /** The version is not one of ours. */
  readonly unknown: string;
  /** The way from a page that was refused for it. */
  readonly present: string;
}

/** The frame of every page of the site. */
interface SiteWords {
  /** Name of the navigation. */
  readonly navigation: string;
  /** The pages that it leads to. */
  readonly names: Readonly<
    Record<"compare" | "report" | "products" | "methods" | "about" | "api", string>
  >;
  /** The rights in code and figures, and what the site does not do with its readers. */
  readonly licence: string;
}

export interface PageWords {
  readonly site: SiteWords;
  /** For pages about an invalid question: the allowed values. */
  readonly allowed: (values: readonly string[]) => string;
  /** After the problems that are told: how many there are beside. */
  readonly more: (count: number) => string;
  /** A parameter for the form of the report, where groups stand side by side. */
  readonly oneForm: string;
  /** Above an answer: the parameters that nobody knows. */
  readonly ignored: (names: string) => string;
  /** Above an answer whose address held something about a patient, which is not repeated. */
  readonly patientIgnored: string;
  /** Heading of a page that cannot show an answer. */
  readonly notShown: string;
  /** Description of a brief where its address is shared. */
  readonly briefDescription: string;
  /** Beside the axis of a preview picture. */
  readonly unit: string;
  /** Note on a page whose filters need a script that does not run. Both arguments make links. */
  readonly withoutScript: (
    brief: (text: string) => string,
    how: (text: string) => string,
  ) => string;
  readonly changes: ChangesWords;
  readonly asOf: AsOfWords;
}
