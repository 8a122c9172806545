/** From a collected publication to one of ours: who was pooled, by which model, with which result. */
import * as v from "valibot";
import {
  type Outcome,
  type PublishedFile,
  type PublishedResult,
  publishedSchema,
} from "../schema.ts";
import type { TherapyClass } from "../vocabulary.ts";
import { groupQuestions, namedSets } from "./named-sets.ts";
import { publishedIds } from "./published-ids.ts";
import type { Cite, CollectedCitation } from "./references.ts";
import { plainWords } from "./wording.ts";

const pair = v.nullable(v.tuple([v.number(), v.number()]));
const optional = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema));
const counts = v.nullable(v.record(v.string(), v.number()));

const collectedResult = v.object({
  outcome: v.string(),
  class: v.string(),
  estimatePct: v.nullable(v.number()),
  ciPct: pair,
  i2: v.nullable(v.number()),
  comparison: v.nullable(
    v.object({
      measure: v.string(),
      value: v.nullable(v.union([v.number(), v.string()])),
      ci: pair,
      p: v.nullable(v.union([v.string(), v.number()])),
      versus: v.nullable(v.string()),
    }),
  ),
  k: optional(v.number()),
  value: optional(v.number()),
  valueCi: optional(pair),
  events: optional(v.number()),
  n: optional(v.number()),
  definition: optional(v.string()),
  rangePct: optional(v.tuple([v.number(), v.number()])),
  followUpMonths: optional(v.number()),
  flag: optional(v.string()),
  p: optional(v.string()),
});

const collected = v.object({
  citation: v.string(),
  doi: v.nullable(v.string()),
  year: v.nullable(v.number()),
  question: v.string(),
  k: counts,
  n: counts,
  model: v.nullable(v.string()),
  results: v.array(v.unknown()),
  sourceUrl: v.nullable(v.string()),
  locator: v.string(),
  kind: v.string(),
  notes: optional(v.string()),
});

type Collected = v.InferOutput<typeof collected>;
type CollectedResult = v.InferOutput<typeof collectedResult>;

/** All entries but the comparisons within studies, which are no pools: `comparisons.ts` takes those. */
export function publishedOf(
  text: string,
  outcomes: readonly Outcome[],
  cite: Cite,
): PublishedFile[] {
  return entriesIn(text).flatMap((entry) => {
    const id = publishedIds[entry.citation];
    if (id === undefined) throw new Error(`published-ids.ts has no name for "${entry.citation}"`);
    return id === null ? [] : [oneOf(id, entry, outcomes, cite)];
  });
}

/** Of all entries, the comparisons within studies included. */
export function publishedCitations(text: string): CollectedCitation[] {
  return entriesIn(text).map(citationOf);
}

function entriesIn(text: string): Collected[] {
  return v.parse(v.array(collected), JSON.parse(text));
}

function citationOf({ citation, doi, sourceUrl, kind }: Collected): CollectedCitation {
  return { citation, doi, pmid: null, url: sourceUrl, kind };
}

function oneOf(
  id: string,
  entry: Collected,
  outcomes: readonly Outcome[],
  cite: Cite,
): PublishedFile {
  const plain = plainWords(outcomes);
  const url = entry.sourceUrl !== null && /^https?:/.test(entry.sourceUrl) ? entry.sourceUrl : null;
  const digest = entry.sourceUrl !== null && url === null;
  return v.parse(publishedSchema, {
    id,
    ...cite(citationOf(entry)),
    doi: entry.doi,
    year: entry.year,
    question: plain(entry.question),
    k: entry.k,
    n: entry.n,
    model: entry.model,
    // Addresses shortened by the collectors cannot be opened.
    seenAt: url?.includes("/.../") ? null : url,
    locator: plain(entry.locator),
    kind: digest ? "digest" : entry.kind === "seed" ? "full-text" : entry.kind,
    tier: digest ? 4 : entry.kind === "congress" ? 2 : 1,
    results: v
      .parse(v.array(collectedResult), entry.results)
      .map((result) => resultOf(id, result, outcomes)),
    set: namedSets[id] ?? null,
    notes: entry.notes ? plain(entry.notes) : null,
  });
}

function resultOf(
  id: string,
  result: CollectedResult,
  outcomes: readonly Outcome[],
): PublishedResult {
  const plain = plainWords(outcomes);
  const outcome = outcomes.find(
    ({ evidenceKey, id: own }) =>
      [evidenceKey, `${evidenceKey}Count`].includes(result.outcome) ||
      own.replace("-", "") === result.outcome,
  );
  const value = result.comparison?.value;
  return {
    outcome: outcome?.id ?? null,
    measure: outcome ? null : plain(wordsOf(result.outcome)),
    group: plain(result.class),
    therapyClass: classOf(result.class),
    ask: groupQuestions[id]?.[result.class] ?? null,
    k: result.k ?? null,
    events: result.events ?? null,
    n: result.n ?? null,
    estimatePercent: result.estimatePct,
    intervalPercent: result.ciPct,
    rangePercent: result.rangePct ?? null,
    value: result.value ?? null,
    valueInterval: result.valueCi ?? null,
    i2: result.i2,
    followUpMonths: result.followUpMonths ?? null,
    comparison: result.comparison && {
      measure:
        typeof value === "string"
          ? `${result.comparison.measure}: ${value}`
          : result.comparison.measure,
      value: typeof value === "number" ? value : null,
      interval: result.comparison.ci,
      p: result.comparison.p,
      versus: result.comparison.versus,
    },
    definition: result.definition ? plain(result.definition) : null,
    oddity: result.flag ? plain(result.flag) : null,
  };
}

/** `pfsMedianMonths` → `pfs median months`. */
function wordsOf(key: string): string {
  return key.replace(/([a-z])([A-Z0-9])/g, "$1 $2").toLowerCase();
}

function classOf(printed: string): TherapyClass | null {
  if (/ vs | versus |^all$|range|forest/.test(printed)) return null;
  if (/^(?:BsAb|teclistamab|talquetamab|elranatamab|linvoseltamab)/.test(printed)) return "bsab";
  if (/CAR-T|cilta-cel|ide-cel|KarMMa|LEGEND|CARTITUDE/.test(printed)) return "car-t";
  return null;
}
