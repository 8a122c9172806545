/** Values that a question-and-answer page repeats, each held to the study that it names. */
import type { Published } from "#data/schema.ts";
import { cohortRecords } from "./whole-dataset.ts";

type Claim = NonNullable<Published["claims"]>[number];
type Pointer = Claim["at"][number];
type Records = ReturnType<typeof cohortRecords>;

interface Held {
  readonly study: string;
  readonly text: string;
  readonly value: number;
  readonly count: string | null;
}

export interface HeldClaim extends Pick<Claim, "what" | "printed" | "note"> {
  readonly verdict: "right" | "another study" | "not so" | "not known";
  readonly here: string;
}

export function heldClaims(all: readonly Published[]): HeldClaim[] {
  const records = cohortRecords();
  return all.flatMap(({ claims = [] }) =>
    claims.map((claim) => ({
      ...claim,
      ...judged(claim, all, records),
    })),
  );
}

type Judged = Pick<HeldClaim, "verdict" | "here">;

function judged(
  { printed, at, really }: Claim,
  all: readonly Published[],
  records: Records,
): Judged {
  const held = at.map((one) => heldTo(one, all, records));
  const here = held.map(({ text }) => text).join("; ");
  if (held.length === 0) return { verdict: "not known", here: "" };
  if (fits(printed, held)) return { verdict: "right", here };
  if (!really) return { verdict: "not so", here };
  const other = heldTo(really, all, records);
  if (!fits(printed, [other])) throw new Error(`${printed} is not of ${other.study}`);
  return { verdict: "another study", here: `${other.text} in ${other.study}, here ${here}` };
}

/** To the digits that both print, or count for count. */
function fits(printed: string, held: readonly Held[]): boolean {
  if (/^\d+ of \d+$/.test(printed)) return held.every(({ count }) => count === printed);
  const numbers = printed.match(/\d+(?:\.\d+)?/g) ?? [];
  return (
    numbers.length === held.length &&
    numbers.every((text, index) => {
      const value = Number((held[index]?.value ?? 0).toFixed(6));
      const decimals = Math.min(decimalsOf(text), decimalsOf(String(value)));
      return Math.abs(value - Number(text)) <= 0.5 / 10 ** decimals + 1e-9;
    })
  );
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

/** @throws Error if the study has no such number. */
function heldTo({ study, what, cut }: Pointer, all: readonly Published[], records: Records): Held {
  const record = records.find(({ id }) => id === study);
  const rate = (value: number) => Number(value.toFixed(1));
  if (!record) {
    const results = all.find(({ id }) => id === study)?.results ?? [];
    const found = results.find((one) => (one.outcome ?? one.measure) === what);
    const value = found?.estimatePercent ?? found?.value;
    if (value == null) throw new Error(`${study} has no ${what}`);
    const text = found?.estimatePercent === null ? `${value} months` : `${value} %`;
    return { study, text, value, count: null };
  }
  const isCut = (one: { readonly cut: string }) => cut === null || one.cut === cut;
  const label = record.label;
  const figure = record.figures.find((one) => one.outcome === what && isCut(one));
  if (figure?.events != null && figure.n !== null) {
    const { events, n } = figure;
    const value = figure.percentPrinted ?? (100 * events) / n;
    const count = `${events} of ${n}`;
    return { study: label, text: `${count}, ${rate(value)} %`, value, count };
  }
  const landmark = record.landmarks.find(
    (one) => `${one.family}-${one.month}` === what && isCut(one),
  );
  if (landmark) {
    const value = 100 * landmark.survival;
    return { study: label, text: `${rate(value)} %`, value, count: null };
  }
  const median = record.medians.find((one) => `median-${one.family}` === what && isCut(one));
  if (median?.months != null) {
    return { study: label, text: `${median.months} months`, value: median.months, count: null };
  }
  const value = Object.entries(record.baseline).find(([name]) => name === what)?.[1];
  if (typeof value !== "number") throw new Error(`${study} has no ${what}`);
  return {
    study: label,
    text: `${value}${what.endsWith("Percent") ? " %" : ""}`,
    value,
    count: null,
  };
}
