/** Published pools of the same outcome, class, target and patients; differences are named. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { groups } from "../evidence/classes.ts";
import type { Query } from "../question/query.ts";
import type { Contrast, PublishedBeside } from "./answer.ts";
import type { CodedPool, CodedPublished } from "./coded-answer.ts";
import type { HeldRates, PublishedPool, PublishedRanges, Withheld } from "./published-gate.ts";

/** At most this many for one class in one row. */
const mostBeside = 2;

type Shown = PublishedBeside["pools"][TherapyClass][number];
type Difference = Shown["differs"][number];

/** Published results that may be shown, how many there are of each outcome, and why some are not. */
export interface PublishedRates {
  readonly pools: readonly PublishedPool[];
  readonly held: HeldRates;
  readonly ranges: PublishedRanges;
  readonly withheld: Withheld;
}

/** @param columns The values of each field, an empty text for the one above. */
export function poolsOf(columns: Readonly<Record<string, readonly unknown[]>>) {
  const pools: Record<string, unknown>[] = [];
  for (const [name, values] of Object.entries(columns)) {
    values.forEach((value, at) => {
      pools[at] = { ...pools[at], [name]: value === "" ? pools[at - 1]?.[name] : value };
    });
  }
  return pools as readonly object[] as readonly PublishedPool[];
}

interface Asked {
  outcome: string;
  query: Query;
  contrast: Pick<Contrast, "status" | "differencePer100"> | undefined;
  appliesTo: readonly TherapyClass[];
  pools: Readonly<Partial<Record<TherapyClass, Pick<CodedPool, "estimate" | "observed">>>>;
}

export function publishedBeside(
  { outcome, query, contrast, appliesTo, pools: ours }: Asked,
  { pools: all, held, ranges, withheld }: PublishedRates,
): CodedPublished {
  const fitting = all.filter((pool) => pool.outcome === outcome && fits(pool, query));
  const hasBoth = ({ publication }: PublishedPool) =>
    groups.every((group) =>
      fitting.some((one) => one.publication === publication && one.therapyClass === group),
    );
  const inOrder = [...fitting].sort(
    (a, b) =>
      // What the paper itself printed, where its own question is asked.
      Number(b.publication === query.set) - Number(a.publication === query.set) ||
      Number(hasBoth(b)) - Number(hasBoth(a)) ||
      compared(newestOf(b), newestOf(a)) ||
      (b.studies ?? b.k ?? 0) - (a.studies ?? a.k ?? 0) ||
      // Several results of one analysis.
      (b.k ?? 0) - (a.k ?? 0) ||
      // Equal in all of this: any order will do, but always the same.
      compared(a.publication, b.publication),
  );
  const ofClass = (group: TherapyClass) =>
    inOrder
      .filter(({ therapyClass }) => therapyClass === group)
      .filter(isFirstOfItsAnalysis)
      .slice(0, mostBeside)
      .map((pool) => shown(pool, hasBoth(pool), query));
  const pools = { "car-t": ofClass("car-t"), bsab: ofClass("bsab") };
  const known = groups
    .filter((group) => appliesTo.includes(group) && isAsked(group, query))
    .reduce((sum, group) => sum + (held[outcome]?.[group] ?? 0) - pools[group].length, 0);
  const outside = groups.flatMap((group) => {
    const [analyses, lowest, highest] = ranges[outcome]?.[group] ?? [0, 0, 0];
    const own = ours[group]?.observed?.estimate ?? ours[group]?.estimate ?? Number.NaN;
    const rate = Math.round(100 * own);
    const isAsUsual = query.setting === "late" && fits(usual(group), query);
    if (!isAsUsual || !analyses || !(rate < lowest || rate > highest)) return [];
    return [{ group, analyses, lowest, highest, isHigher: rate > highest }];
  });
  const repeats = all.find(({ publication }) => publication === query.set)?.set ?? null;
  return {
    pools,
    held: known,
    outside,
    direction: directionOf(pools, contrast),
    repeats,
    withheld: withheld[query.set]?.[outcome] ?? null,
  };
}

function isAsked(group: TherapyClass, { therapyClass, compare }: Query): boolean {
  return compare === "therapy-class" && (therapyClass === "both" || therapyClass === group);
}

/** An analysis stands beside a row with one result for each class. */
function isFirstOfItsAnalysis(
  { publication }: PublishedPool,
  index: number,
  all: readonly PublishedPool[],
): boolean {
  return all.findIndex((one) => one.publication === publication) === index;
}

function shown(pool: PublishedPool, bothClasses: boolean, query: Query): Shown {
  const { outcome, therapyClass, set, ownOnly, ...printed } = pool;
  return { ...printed, bothClasses, differs: differencesOf(pool, query) };
}

/** A difference of exactly zero, here or there, has no direction. */
export function directionOf(
  pools: Readonly<Record<TherapyClass, readonly Pick<Shown, "publication" | "estimate">[]>>,
  contrast: Asked["contrast"],
): PublishedBeside["direction"] {
  const ours = contrast?.status === "ok" ? Math.sign(contrast.differencePer100 ?? 0) : 0;
  if (ours === 0) return null;
  const signs = pools["car-t"].flatMap(({ publication, estimate }) => {
    const other = pools.bsab.find((pool) => pool.publication === publication);
    const theirs = Math.sign((estimate ?? 0) - (other?.estimate ?? estimate ?? 0));
    return theirs === 0 ? [] : [theirs];
  });
  if (signs.length === 0) return null;
  if (signs.every((sign) => sign === ours)) return "same";
  return signs.some((sign) => sign === ours) ? "mixed" : "opposite";
}

/** Whether it is about the treatments and patients of the question. */
function fits(
  {
    publication,
    therapyClass,
    target,
    ownOnly,
  }: Pick<PublishedPool, "publication" | "therapyClass" | "target" | "ownOnly">,
  query: Query,
): boolean {
  const { product, priorBcma, set } = query;
  if (!isAsked(therapyClass, query)) return false;
  // A class average is nothing to set beside single products, and patients who were chosen for
  // their earlier BCMA therapy are others than those of a usual analysis.
  if (product.length > 0 || priorBcma === "selected") return false;
  if (set === publication) return true;
  if (ownOnly) return false;
  // Pools of all targets hold the one that is asked for, and the difference is named. A pool of one
  // target is not the class that a question about several is about.
  return target === null || target === "mixed" || target === targetOf(query);
}

const usual = (therapyClass: TherapyClass) =>
  ({ publication: "", therapyClass, target: "bcma", ownOnly: null }) as const;

function targetOf({ target: [only, ...others] }: Query): string {
  return only === undefined || only === "any" || others.length > 0 ? "mixed" : only;
}

const narrowing = [
  "priorLines",
  "age",
  "year",
  "highRisk",
  "emd",
  "exclude",
] as const satisfies readonly (keyof Query)[];

function differencesOf(pool: PublishedPool, query: Query): Difference[] {
  const own = query.set === pool.publication;
  const said = narrowing.some((name) => {
    // The years of a set are those of its search.
    if (own && name === "year") return false;
    const value = query[name];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
  const isOwn = own && pool.ownOnly === "definition";
  if (own)
    return [...(isOwn ? (["definition"] as const) : []), ...(said ? (["question"] as const) : [])];
  const counted = query.denominator !== "treated" || query.definition !== "strict";
  return [
    ...(pool.target === targetOf(query) ? [] : (["target"] as const)),
    ...(sameLines(pool.priorLines, query.setting) ? [] : (["prior-lines"] as const)),
    ...(pool.evidence === query.evidence ? [] : (["evidence"] as const)),
    ...(said || counted ? (["question"] as const) : []),
  ];
}

/** Late is three prior lines or more, early is one to four. */
function sameLines(
  [fewest, most]: PublishedPool["priorLines"],
  setting: Query["setting"],
): boolean {
  if (setting === "late") return fewest !== null && fewest >= 3;
  if (setting === "early") return most !== null && most <= 4;
  return fewest === null && most === null;
}

/** A year alone counts as its end. */
function newestOf({ searchedTo, year }: PublishedPool): string {
  const [searched = String(year), month = "12", day = "31"] = (searchedTo ?? "")
    .split("-")
    .filter(Boolean);
  return `${searched}-${month}-${day}`;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
