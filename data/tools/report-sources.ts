/** The sources of one study: each once, in the order in which its figures name them. */
import type { SubgroupStudyFile } from "../schema.ts";
import type { Cite } from "./references.ts";
import { sourceOf } from "./sources.ts";

type ReportSource = SubgroupStudyFile["sources"][number];
type Tier = ReportSource["tier"];

interface CollectedSource {
  citation: string;
  doi: string | null;
  pmid: string | null;
  url: string | null;
  kind: ReportSource["kind"];
}

/** How far a source was reviewed follows from its kind… */
const tierOfKind: Readonly<Record<ReportSource["kind"], Tier>> = {
  abstract: 1,
  "full-text": 1,
  label: 1,
  congress: 2,
  press: 2,
  review: 2,
  news: 3,
};

/** …but for these, each with its reason. */
const tierJudgements: readonly { citation: RegExp; tier: Tier; reason: string }[] = [
  {
    citation: /^Review, Clin Exp Med 2025/,
    tier: 2,
    reason: "The table of a review, quoting the papers that counted",
  },
  {
    citation: /^Systematic review of indirect treatment comparisons/,
    tier: 2,
    reason: "A review, and the journal that printed it is not identified",
  },
];

export class ReportSources {
  readonly list: ReportSource[] = [];
  /** As collected: two of them may be of one publication. */
  readonly #citations: string[] = [];
  readonly #cite: Cite;

  constructor(cite: Cite) {
    this.#cite = cite;
  }

  /** The index of a source, which is added when it is new. */
  indexOf(collected: CollectedSource, report: (what: string) => void): number {
    const known = this.#citations.indexOf(collected.citation);
    if (known >= 0) return known;
    this.#citations.push(collected.citation);
    const tier =
      tierJudgements.find(({ citation }) => citation.test(collected.citation))?.tier ??
      tierOfKind[collected.kind];
    const { followUpMonths, dataCutoff, ...source } = sourceOf(
      { ...collected, tier, followUpMonths: null, dataCutoff: null },
      this.#cite,
      report,
    );
    return this.list.push(source) - 1;
  }
}
