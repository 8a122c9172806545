/** Results of published meta-analyses, as a line of a row and as a sentence. */
import type { OutcomeComparison, PublishedBeside } from "#core/comparison/answer.ts";
import type { CodedOutcome, CodedPool, CodedPublished } from "#core/comparison/coded-answer.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { PublishedWords } from "./catalogue.ts";
import type { Numbers } from "./numbers.ts";
import { rateOf100 } from "./rates.ts";
import type { ContrastTold, PublishedTold } from "./told.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

interface Words {
  readonly published: PublishedWords;
  readonly numbers: Numbers;
}

/** What of a row decides. */
interface Row extends Pick<CodedOutcome<string>, "set" | "contrasts" | "appliesTo"> {
  readonly pools: Readonly<Record<string, Pick<CodedPool, "k" | "estimate" | "observed">>>;
}

/** The line beneath a row; `null` where nothing has to be said. */
export function publishedLine(
  row: Row,
  beside: CodedPublished,
  query: Query,
  words: Words,
): string | null {
  const { repeats } = beside;
  return repeats === null
    ? lineOf(row, beside, query, words)
    : lineOfSet(repeats, row, beside, query, words);
}

/** What the repeated set printed itself, and what is pooled here for it. */
function lineOfSet(
  name: string,
  { set, pools }: Row,
  beside: CodedPublished,
  query: Query,
  words: Words,
): string | null {
  if (set === null) return null;
  const own = analysesOf(beside).find((one) =>
    therapyClasses.some((group) => one[group]?.publication === query.set),
  );
  const here = therapyClasses.flatMap((group) => {
    const pool = pools[group];
    const rate = pool?.observed?.estimate ?? pool?.estimate ?? null;
    return rate === null || !pool
      ? []
      : [[group, rateOf100(rate, 0, words.numbers), pool.k] as const];
  });
  const { withheld } = beside;
  if (own === undefined && set.found === 0 && withheld === null) return null;
  return words.published.ofSet(name, own ? toldOf(own, words) : withheld, here, set);
}

/** Where no number can be contrasted, what was published; else what points the other way. */
function lineOf(
  row: Row,
  beside: CodedPublished,
  { therapyClass, evidence }: Query,
  words: Words,
): string | null {
  const { pools, contrasts, appliesTo } = row;
  const [contrast] = contrasts;
  const without = (group: TherapyClass) => (pools[group]?.estimate ?? null) === null;
  const concerned = therapyClasses.filter(
    (group) => appliesTo.includes(group) && (therapyClass === "both" || therapyClass === group),
  );
  const missing = concerned.some(without)
    ? concerned.filter(without)
    : // Both have a number, but one of them does not stand for its class.
      concerned.filter(() => concerned.length > 1 && contrast?.status !== "ok");
  if (beside.direction === "opposite" || beside.direction === "mixed") {
    const analysis = analysesOf(beside).find((one) => pointsAway(one, row));
    if (analysis) return words.published.line(toldOf(analysis, words), true);
  }
  // A count without its patients stands in the opened row only, as do trials beside real-world studies.
  const isBeside = (pool: Shown | undefined) =>
    pool?.estimate != null && !(evidence === "real-world" && pool.differs.includes("evidence"));
  const analysis = analysesOf(beside).find((one) => missing.some((group) => isBeside(one[group])));
  return analysis ? words.published.line(toldOf(analysis, words), false) : null;
}

type OneAnalysis = Partial<Record<TherapyClass, Shown>>;

/** In their order, which is that of CAR-T, then of bispecifics that have no partner. */
export function analysesOf({ pools }: Pick<PublishedBeside, "pools">): OneAnalysis[] {
  const partner = (id: string) => pools.bsab.find(({ publication }) => publication === id);
  const alone = pools.bsab.filter(
    ({ publication }) => !pools["car-t"].some((one) => one.publication === publication),
  );
  const both = pools["car-t"].map((carT): OneAnalysis => {
    const bsab = partner(carT.publication);
    return bsab ? { "car-t": carT, bsab } : { "car-t": carT };
  });
  return [...both, ...alone.map((bsab): OneAnalysis => ({ bsab }))];
}

function pointsAway(
  { "car-t": carT, bsab }: OneAnalysis,
  { contrasts: [contrast] }: Pick<OutcomeComparison<string>, "contrasts">,
): boolean {
  const ours = Math.sign(contrast?.differencePer100 ?? 0);
  if (carT?.estimate == null || bsab?.estimate == null) return false;
  return Math.sign(carT.estimate - bsab.estimate) === -ours;
}

function toldOf(analysis: OneAnalysis, { published, numbers }: Words): PublishedTold {
  const shown = therapyClasses.flatMap((group) => {
    const pool = analysis[group];
    return pool ? [[group, pool] as const] : [];
  });
  const [, first] = shown[0] ?? [];
  return {
    rates: shown.map(([group, { estimate, events, k }]) => [
      group,
      estimate === null ? numbers.plain(events ?? 0) : rateOf100(estimate, 0, numbers),
      k,
    ]),
    counted: first?.estimate === null,
    contrast: contrastOf(analysis["car-t"], numbers),
    year: first?.year ?? 0,
    differs: first ? differencesOf(first, published) : [],
  };
}

/** The contrast that was printed with a rate of CAR-T, digit by digit. */
export function contrastOf(
  pool: Pick<Shown, "contrast"> | undefined,
  { plain }: Numbers,
): ContrastTold | null {
  if (pool === undefined || pool.contrast === null) return null;
  const { measure, value, interval } = pool.contrast;
  return { measure, value: plain(value), interval: [plain(interval[0]), plain(interval[1])] };
}

/** In what the patients of a published pool differ from those of the question, in words. */
export function differencesOf(
  { differs, target, priorLines: [fewest, most], evidence }: Shown,
  words: PublishedWords,
): string[] {
  const said = {
    target: () => words.target(target),
    "prior-lines": () => words.priorLines(fewest, most),
    evidence: () => words.evidence(evidence),
    definition: () => words.definition,
    question: () => words.question,
  };
  return differs.map((code) => said[code]());
}

export function publishedSentence(row: OutcomeComparison, words: Words): string | null {
  const { published } = row;
  if (published === null) return null;
  const all = analysesOf(published);
  const away = published.direction === "same" ? undefined : all.find((one) => pointsAway(one, row));
  const analysis = away ?? all[0];
  const source = analysis?.["car-t"] ?? analysis?.bsab;
  if (!analysis || !source) return null;
  const sentence = words.published.sentence(
    toldOf(analysis, words),
    away !== undefined,
    source.citation,
  );
  return [sentence, ...published.outside.map((one) => `${words.published.outside(one)}.`)].join(
    " ",
  );
}
