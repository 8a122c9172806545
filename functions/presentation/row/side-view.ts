/**
 * One class in a row as it is drawn: its number with the interval, a tick a trial, and a mark; or, where the
 * class has no number, a mark for whatever is known of each of its drugs. Places are patients of 100.
 */
import type { Interval, OtherRegimen, Pool, Row, Study } from "#core/answer/answer.ts";
import { type Bound, type Evidence, standIns } from "#core/answer/evidence.ts";
import { ticksOf } from "#core/answer/ticks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { uncapitalised } from "../words/sentences.ts";
import { counted } from "#words/counts.ts";
import { displayedRate } from "../statement/figures.ts";
import { namesHeld } from "../statement/products.ts";
import { arrowLength, type LabelView, type Labels, placeLabels } from "./labels.ts";

export interface SideView extends Labels {
  /** Whom the number holds, if that is not the whole class: its only drug, or the names of its drugs. */
  readonly name: string | null;
  /** `88`, `<1`, `12 of 20`, `≥4`; `–` if nothing can be pooled or drawn. */
  readonly number: string;
  /** `68–96`, `cilta-cel`, `or <50`; empty beside a count. */
  readonly under: string;
  /** Whether the number is that of a class, or a part of what is known of it. */
  readonly size: "class" | "part";
  /** Marks are filled if the number stands for its class. */
  readonly filled: boolean;
  /** 95 % interval; absent where it is too wide to say anything, or not known. */
  readonly bar?: Interval;
  /** Rates of the trials. */
  readonly ticks?: readonly number[];
  readonly marks: readonly MarkView[];
  /** The same in words, without the name. */
  readonly heard: string;
  /** The other kind of regimen, alone or combined, which never enters the same number. */
  readonly other?: SideView;
}

export interface MarkView {
  /** 0 to 100. */
  readonly at: number;
  /** `estimate` of a model or of one trial; `figure` of a trial where the class has no number; else a bound. */
  readonly kind: "estimate" | "figure" | Bound["kind"];
}

/** Names of both classes where the first row names them beside their bars; `null` in other rows. */
export type ClassLabels = Readonly<Record<TherapyClass, string>> | null;

/** `null` if no trial of the class reports the outcome. */
export function sideView(
  group: TherapyClass,
  row: Pick<Row, "pools" | "shownAs">,
  classLabels: ClassLabels,
  words: ScreenWords,
): SideView | null {
  const pool = row.pools[group];
  const label = classLabels?.[group] ?? null;
  const side =
    pool.estimate === null ? knownByDrug(pool) : ofNumber(pool, row.shownAs === "counts", label, words);
  const other = pool.beside && ofOtherRegimen(pool.beside, words.classPlural[group], words);
  if (!other) return side;
  return side === null ? other : { ...side, other };
}

/** The number of the class. */
function ofNumber(
  pool: Pool,
  isCount: boolean,
  classLabel: string | null,
  words: ScreenWords,
): SideView | null {
  const rate = displayedRate(pool);
  if (!rate) return null;
  const name = namesHeld(pool, words);
  const isPart = isCount || (pool.products.length === 1 && pool.missing.length > 0);
  const drawn = drawnNumber(rate.estimate, rate.interval, [
    ...(pool.k > 1 ? pool.studies : []),
    ...(pool.smaller ?? []),
  ]);
  const number = isCount ? countOf(pool) : rateOf100(rate.estimate);
  const range = rangeText(rate.interval);
  return {
    name,
    number,
    under: isCount ? "" : range,
    size: isPart ? "part" : "class",
    filled: !isPart,
    ...drawn,
    ...placeLabels(namesAlong(name, classLabel, drawn)),
    heard: [isCount ? number : `${number} of 100`, heardRange(rate.interval)].join(", "),
  };
}

function ofOtherRegimen(
  other: OtherRegimen,
  classPlural: string,
  words: ScreenWords,
): SideView | null {
  const rate = displayedRate(other);
  if (!rate) return null;
  const name = words.nameOfBeside(other.products, classPlural, other.regimen);
  const drawn = drawnNumber(rate.estimate, rate.interval, other.k > 1 ? other.studies : []);
  return {
    name,
    number: rateOf100(rate.estimate),
    under: rangeText(rate.interval),
    size: "part",
    filled: false,
    ...drawn,
    ...placeLabels(namesAlong(name, null, drawn)),
    heard: `${rateOf100(rate.estimate)} of 100, ${heardRange(rate.interval)}`,
  };
}

type Drawn = Pick<SideView, "bar" | "ticks" | "marks">;

function drawnNumber(estimate: number, interval: Interval, trials: readonly Study[]): Drawn {
  return {
    ...(!isTooWide(interval) && { bar: [of100(interval[0]), of100(interval[1])] as const }),
    ...(trials.length > 0 && { ticks: ticksOf(trials).map(of100) }),
    marks: [{ at: of100(estimate), kind: "estimate" }],
  };
}

/** A name is placed along the bar and its ticks; the name of a class begins at the left edge. */
function namesAlong(name: string | null, classLabel: string | null, drawn: Drawn) {
  const places = [...(drawn.bar ?? []), ...(drawn.ticks ?? []), ...drawn.marks.map(({ at }) => at)];
  const text = name ?? classLabel;
  return {
    taken: [[Math.min(...places), Math.max(...places)] as const],
    labels:
      text === null
        ? []
        : [
            {
              text,
              along: [Math.min(...places), Math.max(...places)] as const,
              isFirst: name === null,
              mustStand: true,
            },
          ],
  };
}

/** What is known of each drug where the class has no number. */
function knownByDrug(pool: Pool): SideView | null {
  const drugs = standIns(pool)
    .map(({ product, shown }) => ({ product, entries: shown.flatMap(drawnEntry) }))
    .filter(({ entries }) => entries.length > 0);
  if (drugs.length === 0) return withoutMark(pool);
  const all = drugs.flatMap(({ entries }) => entries);
  const direct = all.filter(({ of }) => of === "");
  const told = direct.length > 0 ? direct : all;
  const names = new Set(told.map(({ product }) => product));
  const only = names.size === 1 ? productName(told[0]?.product ?? "") : null;
  const marks = all.map(({ at, kind }) => ({ at, kind }));
  return {
    name: null,
    ...numberOf(told, only),
    size: "part",
    filled: false,
    marks,
    ...placeLabels({ taken: all.map(spanOf), labels: labelsOf(drugs, told, only) }),
    heard: drugs.map(({ product, entries }) => heardOf(product, entries)).join("; "),
  };
}

interface DrugEntries {
  readonly product: string;
  readonly entries: readonly DrawnEntry[];
}

/** Each drug is named beside its marks; a part that stands for all of them is named once. */
function labelsOf(
  drugs: readonly DrugEntries[],
  told: readonly DrawnEntry[],
  only: string | null,
): LabelView[] {
  const meanings = new Set(told.map(({ of }) => of));
  const [meaning = ""] = meanings;
  const isOneMeaning = meanings.size === 1 && meaning !== "" && drugs.length > 1;
  if (isOneMeaning) {
    const spans = told.map(spanOf);
    const along = [
      Math.min(...spans.map(([lower]) => lower)),
      Math.max(...spans.map(([, upper]) => upper)),
    ] as const;
    return [{ text: meaning, along, isFirst: false, mustStand: true }];
  }
  return drugs
    .map(({ product, entries }) => labelOf(product, entries))
    .filter(({ text }) => text !== only);
}

/** An arrow reaches from its bound. */
function spanOf({ at, kind }: MarkView): readonly [number, number] {
  if (kind === "below") return [at - arrowLength, at];
  return kind === "at-least" || kind === "above" ? [at, at + arrowLength] : [at, at];
}

interface DrawnEntry extends MarkView {
  readonly product: string;
  /** "18", "≥70", "<50" */
  readonly text: string;
  /** Of which other outcome it is: "any neurotoxicity"; empty of the outcome itself. */
  readonly of: string;
}

/** Nothing of a median, which lies on another axis. */
function drawnEntry(entry: Evidence): DrawnEntry[] {
  const { product } = entry;
  const of = meaningOf(entry);
  switch (entry.as) {
    case "median":
    case "other-regimen":
      return [];
    case "bound":
      return [{ product, at: of100(entry.at), kind: entry.kind, text: boundText(entry), of }];
    case "narrower": {
      const text = `≥${lowerBoundOf100(entry.estimate)}`;
      return [{ product, at: of100(entry.estimate), kind: "at-least", text, of }];
    }
    case "percentage":
      return [{ product, at: entry.percent, kind: "figure", text: rateOf100(entry.percent / 100), of }];
    default:
      return [
        { product, at: of100(entry.estimate), kind: "figure", text: rateOf100(entry.estimate), of },
      ];
  }
}

function meaningOf(entry: Evidence): string {
  if (entry.as === "broader") return "any neurotoxicity";
  return entry.as === "narrower" ? uncapitalised(entry.of.label) : "";
}

function boundText({ at, kind }: Bound): string {
  if (kind === "at-least") return `≥${lowerBoundOf100(at)}`;
  return { below: "<50", about: "≈50", above: ">50" }[kind];
}

/** The highest and the lowest of what is known: "77 or <50", "12–30", or one with the name of its drug. */
function numberOf(
  entries: readonly DrawnEntry[],
  only: string | null,
): Pick<SideView, "number" | "under"> {
  const inOrder = [...entries].sort((a, b) => b.at - a.at);
  const [highest, lowest] = [inOrder.at(0), inOrder.at(-1)];
  const texts = [...new Set([highest?.text ?? "–", lowest?.text ?? "–"])];
  const [first = "–", second] = texts;
  if (second === undefined) return { number: first, under: only ?? "" };
  return { number: first, under: `or ${second}` };
}

function labelOf(product: string, entries: readonly DrawnEntry[]): LabelView {
  const name = productName(product);
  const of = [...new Set(entries.map((entry) => entry.of))].filter((text) => text !== "").join(", ");
  const spans = entries.map(spanOf);
  const values = entries.map(({ text }) => text).join(", ");
  return {
    text: of === "" ? name : `${name}, ${of}`,
    along: [
      Math.min(...spans.map(([lower]) => lower)),
      Math.max(...spans.map(([, upper]) => upper)),
    ],
    isFirst: false,
    // Of another outcome a mark without its meaning would be read as this one.
    mustStand: of !== "",
    ...(of !== "" && { above: `${name} ${values}: ${of}` }),
  };
}

function heardOf(product: string, entries: readonly DrawnEntry[]): string {
  const [first] = entries;
  const values = entries.map(({ text }) => text).join(" and ");
  return [productName(product), first?.of, `${values} of 100`].filter(Boolean).join(" ");
}

/** Figures that no mark can show: medians, or counts that are not pooled. */
function withoutMark(pool: Pool): SideView | null {
  const hasMedian = pool.medians.length + (pool.notReached?.length ?? 0) > 0;
  const hasFigure = pool.notPooled.some(({ reason }) => reason.code !== "not-reported");
  const text = hasMedian ? "median only" : hasFigure ? "no count to pool" : null;
  if (text === null) return null;
  const place = { text, along: [0, 0] as const, isFirst: true, mustStand: true };
  return {
    name: null,
    number: "–",
    under: "",
    size: "part",
    filled: false,
    marks: [],
    ...placeLabels({ taken: [], labels: [place] }),
    heard: text,
  };
}

/** "12 of 20" of a class: the sum of its trials. */
function countOf({ events, n }: Pick<Pool, "events" | "n">): string {
  return events === null || n === null ? "–" : `${events} of ${n}`;
}

/** How many patients a side counts, for a row of one class: "208 patients; 19 of 20 more". */
export function patientsOf({ n, trials, smaller = [] }: Pool): string {
  const patients = n === null ? counted(trials, "trial") : `${n} patients`;
  const counts = smaller.map((study) => countOf(study));
  return [patients, ...counts].join("; ");
}

function rangeText(interval: Interval): string {
  return isTooWide(interval) ? "too wide" : rangeOf100(interval).slice(1, -1);
}

function heardRange(interval: Interval): string {
  return isTooWide(interval) ? "too wide to say" : rangeOf100(interval).slice(1, -1).replace("–", " to ");
}

/** An interval over the whole axis says nothing. */
function isTooWide([lower, upper]: Interval): boolean {
  return Math.round(100 * lower) === 0 && Math.round(100 * upper) === 100;
}

function of100(rate: number): number {
  return Math.round(1000 * rate) / 10;
}
