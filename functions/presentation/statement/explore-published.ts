/** What meta-analyses of others printed of an outcome, and what the same question gives here. */
import type { Agreement } from "#core/comparison/agreement.ts";
import { familyOf } from "#data/landmarks.ts";
import type { PublishedResult } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";
import {
  type Explored,
  figure,
  markOf,
  rateScale,
  ratioScale,
  ratioText,
  type Strip,
  type StripLine,
} from "./explore.ts";

export interface PublishedLine extends Agreement {
  readonly citation: string;
  /** Whether it counted the outcome as here; `null` where that is not known, nor over whom. */
  readonly definition: PublishedResult["scope"]["definition"];
}

const isRatio = ({ measure }: Agreement) => measure.endsWith("ratio");
const isKnown = ({ ours }: Agreement) => ours !== null && ours.value !== null;

/**
 * @param found Of one outcome.
 * @param also What was printed of it in other measures.
 */
export function publishedPart(
  found: readonly PublishedLine[],
  also: readonly Strip[],
  words: Catalogue,
): Explored {
  const { heading, says, none, rates, counts, ratios, others, refused, refusedColumns } =
    words.explore.published;
  const sound = found.filter(({ contradiction }) => contradiction === null);
  const of100 = sound.filter(({ measure }) => measure === "rate");
  const rest = of100.filter((one) => !isKnown(one));
  const odd = found.filter((one) => !sound.includes(one));
  const strips = [
    stripOf(rates, of100.filter(isKnown), words),
    withoutMarks(
      counts,
      sound.filter(({ measure }) => measure === "events"),
      words,
    ),
    stripOf(ratios, sound.filter(isRatio), words),
    ...also,
    { ...stripOf(others(rest.length), rest, words), folded: true },
    { ...withoutMarks(refused(odd.length), odd, words), columns: refusedColumns, folded: true },
  ].filter(({ lines }) => lines.length > 0);
  return {
    id: "published",
    heading,
    says: [strips.length > 0 ? says : none],
    strips,
    bubbles: null,
  };
}

function stripOf(title: string, some: readonly PublishedLine[], words: Catalogue): Strip {
  const limits = some.flatMap(({ theirs, ours }) =>
    [theirs, ours].flatMap((one) => one?.interval ?? one?.value ?? []),
  );
  const scale = some.some(isRatio) ? ratioScale(limits) : rateScale(100);
  const lines = some.map((one, index) => {
    const isSame = some[index - 1]?.published === one.published;
    return {
      ...lineOf(one, scale, words),
      ...(isSame && { beneath: words.explore.published.same }),
    };
  });
  return { title, columns: words.explore.published.columns, ...scale, lines, notes: [] };
}

/** Counts without their patients lie on no axis, nor does what contradicts itself. */
function withoutMarks(title: string, some: readonly PublishedLine[], words: Catalogue): Strip {
  const strip = stripOf(title, some, words);
  return { ...strip, lines: strip.lines.map((line) => ({ ...line, marks: [] })) };
}

export type PrintedResult = PublishedResult & { readonly citation: string };

const share = "share of non-relapse deaths with a known cause:";
const measures: Readonly<Record<string, string>> = {
  pfs: "pfs median months",
  os: "os median months",
  nrm: share,
  "death-infection": `${share} infection`,
  "death-crs": `${share} CRS`,
  "death-neurotoxicity": `${share} neurotoxicity`,
};

/** Pooled medians, or which part of the deaths had this cause; not those of one product. */
export function printedAlso(
  outcome: string,
  all: readonly PrintedResult[],
  words: Catalogue,
): Strip[] {
  const begin = measures[familyOf(outcome) ?? outcome];
  const { medians, shares, printedColumns, group, against, same } = words.explore.published;
  const { numbers } = words.screen;
  const some = all.filter(
    ({ measure, scope }) =>
      begin &&
      measure?.startsWith(begin) &&
      scope.disease === "myeloma" &&
      scope.group !== "product",
  );
  const limits = some.flatMap(({ value, valueInterval }) => valueInterval ?? value ?? []);
  const scale = rateScale(limits.length > 0 ? 10 * Math.ceil(Math.max(...limits) / 10) : 100);
  const lines = some.map((one, index): StripLine => {
    const { measure, citation, comparison, definition, therapyClass, events, n } = one;
    const printed = figure("published", one.value ?? one.estimatePercent, one.valueInterval);
    const texts = [one.value ?? one.estimatePercent ?? 0, ...(one.valueInterval ?? [])];
    const [text, ...ends] = texts.map((value) => numbers.plain(value));
    const range = ends.length > 0 ? `(${ends.join("–")})` : n !== null && `(${events} of ${n})`;
    const [, cause] = measure?.split(": ") ?? [];
    return {
      name: capitalised(cause ?? group(one.group)),
      beneath: some[index - 1]?.citation === citation ? same : citation,
      cells: [
        [[text, range].filter(Boolean).join(" "), definition ?? ""],
        comparison?.measure === "HR" && comparison.value !== null
          ? [against(numbers.plain(comparison.value), comparison.versus ?? "")]
          : [],
      ],
      marks: printed.map((number) => markOf(number, scale, therapyClass, true)),
      figures: printed,
      source: citation,
    };
  });
  const title = begin?.startsWith(share) ? shares : medians;
  return [{ title, columns: printedColumns, ...scale, lines, notes: [] }];
}

function lineOf(
  one: PublishedLine,
  scale: ReturnType<typeof rateScale>,
  words: Catalogue,
): StripLine {
  const { published: said } = words.explore;
  const { citation, group, measure, theirs, ours, status, conclusion, reason } = one;
  const therapyClass = isRatio(one) ? null : classOf(group);
  const printed = figure("published", theirs.value, theirs.interval);
  const here = figure("here", ours?.value, ours?.interval);
  const shared = {
    name: isRatio(one) ? `${said.group(group)}, ${measure}` : said.group(group),
    beneath: citation,
    source: citation,
  };
  const text = ([number]: typeof here) => (number ? numberText(number, one, words) : "–");
  const { contradiction } = one;
  if (contradiction) {
    const { rule, oddity } = contradiction;
    const why = oddity === null ? said.contradiction[rule] : `${capitalised(oddity)}.`;
    return { ...shared, cells: [[text(printed)], [why]], marks: [], figures: [] };
  }
  const fits =
    (conclusion && said.conclusion[conclusion]) ||
    (status === "cohorts missing" && reason ? "" : words.detail.published.agreement(status));
  return {
    ...shared,
    cells: [
      [text(printed), isRatio(one) ? "" : said.definition[one.definition ?? "unknown"]],
      [text(here), [fits, reason && `${capitalised(reason)}.`].filter(Boolean).join(" ")],
    ],
    marks: [
      ...printed.map((number) => markOf(number, scale, therapyClass, true)),
      ...here.map((number) => markOf(number, scale, therapyClass)),
    ],
    figures: [...printed, ...here],
  };
}

/** By the name that is printed; others are neither or both. */
function classOf(group: string): TherapyClass | null {
  if (group.startsWith("CAR-T")) return "car-t";
  return group.startsWith("BsAb") ? "bsab" : null;
}

function numberText(
  { value, interval }: ReturnType<typeof figure>[number],
  one: Agreement,
  { screen }: Catalogue,
): string {
  if (isRatio(one)) return ratioText(value, interval, screen);
  const [text, ...limits] = [value, ...(interval ?? [])].map((of) => screen.numbers.fixed(of));
  return limits.length > 0 ? `${text} (${limits.join("–")})` : `${text}`;
}
