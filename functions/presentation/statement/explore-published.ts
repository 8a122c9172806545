/** What meta-analyses printed of an outcome, each value beside the same question here. */
import type { Agreement, Figure, PublishedSource } from "#core/others/published-values.ts";
import { familyOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { axisTo, placeOn } from "./axis.ts";
import type { ClassGroups, DrawnGroup } from "./explore-groups.ts";

export interface PublishedStatement {
  readonly heading: string;
  readonly says: readonly string[];
  /** With a number here: by class, and then what compares groups. */
  readonly classes: readonly ClassGroups[];
  /** Of studies that are not known here. */
  readonly others: readonly ClassGroups[];
  readonly othersName: string;
  /** The questions of the papers. */
  readonly questions: readonly { readonly text: string; readonly set: string }[];
}

export interface PublishedOfOutcome {
  readonly outcome: Outcome;
  readonly values: readonly Agreement[];
  readonly sources: readonly PublishedSource[];
}

const isHere = ({ ours, p }: Agreement) => ours !== null || p.ours !== null;

export function publishedStatement(
  { outcome, values, sources }: PublishedOfOutcome,
  words: Catalogue,
): PublishedStatement {
  const { published: said } = words.explore;
  const family = familyOf(outcome.id);
  // At every month of a survival stand its medians and what compares it as a whole.
  const own = values.filter((one) =>
    one.outcome === null ? one.family === family : one.outcome === outcome.id,
  );
  const [here, others] = [own.filter(isHere), own.filter((one) => !isHere(one))];
  const parts = (some: readonly Agreement[]) =>
    ([...therapyClasses, null] as const).flatMap((of) => {
      const ofPart = some.filter(({ therapyClass }) => therapyClass === of);
      const made = partOf(of, ofPart, { outcome, values: own, sources }, words);
      return ofPart.length > 0 ? [made] : [];
    });
  return {
    heading: said.heading,
    says: own.length > 0 ? [said.says] : [said.none],
    classes: parts(here),
    others: parts(others),
    othersName: said.others(others.length),
    questions: sources.flatMap(({ id, name, isSet }) =>
      isSet && here.some(({ published }) => published === id)
        ? [{ text: words.sheets.asSet(name), set: id }]
        : [],
    ),
  };
}

function partOf(
  of: TherapyClass | null,
  values: readonly Agreement[],
  { outcome, values: all, sources }: PublishedOfOutcome,
  words: Catalogue,
): ClassGroups {
  const { explore, screen } = words;
  const { published: said } = explore;
  const highs = all.flatMap(({ measure, theirs }) =>
    measure === "rate" ? (theirs.interval?.[1] ?? theirs.value ?? []) : [],
  );
  const axis = axisTo(
    outcome.direction,
    highs.map((one) => one / 100),
  );
  const lines = values.map((one): DrawnGroup => {
    const source = sources.find(({ id }) => id === one.published);
    const { value, interval } = one.theirs;
    const [number = "", ...size] = printedTexts(one, words);
    const part = (rate: number) => rate / 100;
    return {
      name: source?.name ?? one.published,
      beneath: [one.group, source && said.size(source.studies, source.patients)]
        .filter(Boolean)
        .join("; "),
      rate: [number, size.join(", ")],
      difference: hereTexts(one, words),
      place:
        one.measure === "rate" && value !== null
          ? placeOn(axis, part(value), interval && [part(interval[0]), part(interval[1])])
          : null,
    };
  });
  return {
    therapyClass: of ?? "car-t",
    title: of === null ? said.between : screen.className[of],
    columns: said.columns,
    ticks: lines.some(({ place }) => place) ? ["0", `${axis / 2}`, `${axis}`] : null,
    lines,
    notes: [],
  };
}

/** The value with its P, then patients and I². */
export function printedTexts(one: Agreement, words: Catalogue): string[] {
  const { published: said } = words.explore;
  const { theirs, n, i2, p } = one;
  const numbers = [
    theirs.value === null ? null : figureText(one, theirs, words),
    p.theirs && words.detail.compared.p(p.theirs),
  ].filter(Boolean);
  return [
    numbers.join(", ") || said.noNumber,
    ...(n === null ? [] : [said.patients(n)]),
    ...(i2 === null ? [] : [said.i2(i2)]),
  ];
}

/** Our number, whether it agrees, and what it rests on. */
export function hereTexts(one: Agreement, words: Catalogue): string[] {
  const { measure, theirs, ours, p, status, conclusion, reason } = one;
  const { explore, screen } = words;
  const { published: said } = explore;
  if (!isHere(one)) return [];
  // The interval of one study is not that of a pool: it judges nothing.
  const isPool = (one.cohorts.found ?? 0) > 1;
  const within =
    isPool && theirs.value !== null && ours?.interval
      ? theirs.value >= ours.interval[0] && theirs.value <= ours.interval[1]
      : null;
  const rate = measure === "rate" && within !== null ? said.within(within) : null;
  const numbers = [
    ours && figureText(one, ours, words),
    p.ours === null ? null : pValueText(p.ours, screen.numbers),
  ].filter(Boolean);
  return [
    said.here(numbers.join(", ")),
    [status === "reproduced" ? said.reproduced : rate, conclusion && said.conclusions[conclusion]]
      .filter(Boolean)
      .join("; "),
    reason ?? said.found(one.cohorts),
  ];
}

function figureText({ measure }: Agreement, { value, interval }: Figure, words: Catalogue): string {
  const { explore, screen } = words;
  const { published: said } = explore;
  if (value === null) return "";
  if (measure === "events") return said.patients(value);
  const number = (one: number) => screen.numbers.plain(Number(one.toPrecision(3)));
  const range = interval?.map(number).join("–");
  const text = [number(value), range && `(${range})`].filter(Boolean).join(" ");
  if (measure === "median") return said.median(text);
  if (measure === "odds ratio") return explore.groups.oddsRatio(text);
  return measure === "hazard ratio" ? explore.groups.hazardRatio(text) : text;
}
