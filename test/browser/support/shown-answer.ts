/** Compares the rows on the screen with the API's answer, without the widget's own code. */
import { expect, inject } from "vitest";
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Area, oneLine, rows } from "./screen.ts";

/** The API's answer, requested independently of the page. */
export async function answerTo(query: string): Promise<Comparison> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparison${query && `?${query}`}`);
  if (!response.ok) throw new Error(`${query}: ${response.status}`);
  return (await response.json()) as Comparison;
}

/** The outcomes that have a row; those without any number are named in a line at the end. */
function withRow({ outcomes }: Comparison): OutcomeComparison[] {
  return outcomes.filter(
    ({ pools, published }) =>
      published?.line ||
      classes.some((group) => {
        const { estimate, beside, medians, notPooled } = pools[group];
        const isPrinted = medians.length > 0 || notPooled.some(({ shown }) => shown !== null);
        return estimate !== null || beside !== null || isApart(pools[group]) || isPrinted;
      }),
  );
}

/**
 * Waits until the rows show this answer: the same trials and patients, and about the same rates.
 * The last row may arrive a moment before the chips and notices of its answer.
 */
export async function expectToShow(area: Area, answer: Comparison): Promise<void> {
  const outcomes = withRow(answer);
  await expect
    .poll(async () =>
      (await closedTexts(area)).map((text, index) => ({
        sides: summaryOf(text, outcomes[index]),
        // A class without a number here may still have that of the previous answer, by another name.
        rates: (text.match(/: (?:<1|>99|\d+) of 100 \(?[\d.]+–/g) ?? []).length,
      })),
    )
    .toEqual(
      outcomes.map(({ pools }) => ({
        sides: classes.map((group) => {
          const printed = printedRate(pools[group]);
          if (printed === null) return null;
          const { k, n } = pools[group];
          return { k, n: n ?? 0, rate: expect.closeTo(printed.estimate * 100, -0.3) };
        }),
        rates: classes.filter(
          (group) => printedRate(pools[group]) !== null || isNamedByRate(pools[group]),
        ).length,
      })),
    );
}

function summaryOf(
  text: string,
  outcome: OutcomeComparison | undefined,
): ({ k: number; n: number; rate: number } | null)[] {
  return classes.map((group) => {
    if (outcome && isApart(outcome.pools[group])) return null;
    const { long, short } = namesOf(outcome, group);
    const [rate] = shownRate(text, long) ?? [];
    if (rate === undefined) return null;
    const evidence = `${short} (\\d+) (?:trial|cohort)s?(?: · (\\d+))?`;
    const counted = new RegExp(`${short} \\d+ of (\\d+) in (one|\\d+) (?:trial|cohort)s?`).exec(
      text,
    );
    const [, k = "", n = "0"] = counted
      ? [null, counted[2]?.replace("one", "1"), counted[1]]
      : (new RegExp(evidence).exec(text) ?? []);
    return { k: Number(k), n: Number(n), rate: Number(rate.replace(/[<>]/, "")) };
  });
}

/** Waits for this answer, then compares all digits. */
export async function expectDigits(area: Area, answer: Comparison): Promise<void> {
  await expectToShow(area, answer);
  expect(discrepancies(await closedTexts(area), answer)).toEqual([]);
}

/** The rows without what is in them when they are open, which has other numbers. */
async function closedTexts(area: Area): Promise<string[]> {
  const texts = await rows(area).evaluateAll((found) =>
    found.map((row) => {
      const parts = [row, row.querySelector("[id^=detail-]")];
      return parts.map((part) => (part instanceof HTMLElement ? part.innerText : ""));
    }),
  );
  return texts.map(([row = "", inside = ""]) => {
    const [whole, opened] = [oneLine(row), oneLine(inside)];
    return opened !== "" && whole.endsWith(opened) ? whole.slice(0, -opened.length).trim() : whole;
  });
}

const classes = ["car-t", "bsab"] as const;
const names: Readonly<Record<TherapyClass, { long: string; short: string }>> = {
  "car-t": { long: "CAR-T", short: "CAR-T" },
  bsab: { long: "Bispecific", short: "BsAb" },
};

/**
 * As patterns: of the class or, if all its cohorts in this row have one product or are too small a
 * part of it, of the products, two at most.
 */
function namesOf(
  outcome: OutcomeComparison | undefined,
  group: TherapyClass,
): { long: string; short: string } {
  const { products = [], representative = null, regimen = null } = outcome?.pools[group] ?? {};
  if (products.length !== 1 && (products.length === 0 || representative !== false)) {
    return names[group];
  }
  // A published set has drugs of both kinds, and no regimen of its own.
  const drugs =
    regimen === null
      ? "(?:,? (?:some )?in combination)?"
      : regimen === "combination"
        ? " in combination"
        : "";
  const named = products.slice(0, 2).map(({ product }) => product + drugs);
  const others = products.length > 2 ? ` \\+${products.length - 2}` : "";
  const long = `${named.join(", ")}${others}`;
  return { long, short: `${long}:` };
}

/** A class that its cohorts do not stand for: its products are named with their counts. */
function isApart({ status }: Pool): boolean {
  return status === "not-represented";
}

/** Survival of products has no counts; the first product stands where a class would. */
function isNamedByRate(pool: Pool): boolean {
  return isApart(pool) && pool.products[0]?.counted?.events == null;
}

function productProblems(text: string, { products }: Pool): string[] {
  return products.flatMap(({ product, counted }) => {
    if (counted?.events == null) return [];
    const number = `${counted.events} of ${counted.n}`;
    const name = product.replaceAll("-or-", " or ");
    return new RegExp(`${name}[^,;]*:? ${number}`).test(text) ? [] : [`${name} is not ${number}`];
  });
}

/** What is printed for a class: the count of its only trial or, of several, the model's estimate. */
export function printedRate({ estimate, interval, observed }: Pool) {
  return estimate === null || interval === null ? null : (observed ?? { estimate, interval });
}

/** All digits on the screen that differ from the API's. */
export function discrepancies(texts: readonly string[], answer: Comparison): string[] {
  const outcomes = withRow(answer);
  const found = outcomes.flatMap((outcome, index) => {
    const text = texts[index] ?? "";
    return [
      ...(text.startsWith(outcome.label) ? [] : [`row ${index} is not ${outcome.label}`]),
      ...sideProblems(text, outcome, "car-t"),
      ...sideProblems(text, outcome, "bsab"),
      ...differenceProblems(text, outcome),
    ].map((problem) => `${outcome.outcome}: ${problem} in "${text}"`);
  });
  return texts.length === outcomes.length
    ? found
    : [`${texts.length} rows shown, ${outcomes.length} answered`, ...found];
}

function shownRate(text: string, name: string): string[] | null {
  const pattern = `${name}: (<1|>99|\\d+) of 100 \\(?([\\d.]+)–([\\d.]+)`;
  return new RegExp(pattern).exec(text)?.slice(1) ?? null;
}

function sideProblems(text: string, outcome: OutcomeComparison, group: TherapyClass): string[] {
  const pool = outcome.pools[group];
  const { k, n, observed } = pool;
  const { long, short } = namesOf(outcome, group);
  const shown = shownRate(text, long);
  const printed = printedRate(pool);
  if (isApart(pool)) return productProblems(text, pool);
  if (printed === null) {
    return shown === null ? [] : [`${group} shows a rate that the API does not have`];
  }
  const { estimate, interval } = printed;
  const [rate = "", lower = "", upper = ""] = shown ?? [];
  const size = n === null ? "" : ` · ${n}`;
  const counted = observed && observed.events !== null && observed.n !== null;
  const evidence = counted
    ? `${observed.events} of ${observed.n} in ${k === 1 ? "one" : k} (?:trial|cohort)${k === 1 ? "" : "s"}`
    : `${k} (?:trial|cohort)s?${size}(?!\\d)`;
  return [
    ...(agrees(rate, estimate * 100) ? [] : [`${group} is ${estimate}`]),
    ...(rate === "0" && estimate > 0 ? [`${group} is shown as none`] : []),
    ...(agrees(lower, interval[0] * 100) ? [] : [`lower end of ${group} is ${interval[0]}`]),
    ...(agrees(upper, interval[1] * 100) ? [] : [`upper end of ${group} is ${interval[1]}`]),
    ...(new RegExp(`${short} ${evidence}`).test(text) ? [] : [`${group} is not ${evidence}`]),
  ];
}

/** The difference that is printed, and the note beside it, without what is added if it is rounded. */
function printedDifference({ pools, contrasts: [contrast] }: OutcomeComparison) {
  const { differencePer100, differenceInterval, observed } = contrast ?? {};
  if (differencePer100 == null || differenceInterval == null) return null;
  if (observed) {
    const { differencePer100: exact, differenceInterval: interval } = observed;
    return { exact, interval, between: "two products" };
  }
  const single = classes.find((group) => pools[group].observed !== null);
  return {
    exact: differencePer100,
    interval: differenceInterval,
    between: single ? `one ${single === "bsab" ? "bispecific" : "CAR-T"} product` : null,
  };
}

function differenceProblems(text: string, outcome: OutcomeComparison): string[] {
  const [, amount, direction] = /(<1|[\d.]+) (more|fewer)/.exec(text) ?? [];
  const answered = printedDifference(outcome);
  if (answered === null) {
    return amount === undefined ? [] : ["shows a difference that the API does not have"];
  }
  const { exact, interval, between } = answered;
  if (amount === undefined) return [`the difference is ${exact}`];
  const sign = direction === "more" ? 1 : -1;
  const fits =
    amount === "<1"
      ? Math.abs(exact) < 1 && exact * sign > 0
      : Math.abs(Number(amount) * sign - exact) <= 0.5 + 1e-9;
  const [low, high] = interval;
  const [, first = "", firstWord, second = "", secondWord] =
    /(<1|[\d.]+)( more| fewer)? to (<1|[\d.]+) (more|fewer)/.exec(text) ?? [];
  const endFits = (size: string, word: string | undefined, end: number) => {
    const way = word?.trim() === "fewer" ? -1 : 1;
    if (size === "<1") return Math.abs(end) < 1 && end * way > 0;
    const half = 0.5 * 10 ** -(size.split(".")[1]?.length ?? 0) + 1e-9;
    return Math.abs(Number(size) * way - end) <= half;
  };
  const both = (one: number, other: number) =>
    endFits(first, firstWord ?? secondWord, one) && endFits(second, secondWord, other);
  // "10 to 20 fewer" names the smaller size first.
  const endsFit = both(low, high) || both(high, low);
  const rates = classes.map((group) => shownRate(text, namesOf(outcome, group).long)?.[0] ?? "");
  const [carT = Number.NaN, bsab = Number.NaN] = rates.map(Number);
  const printed = amount === "<1" ? 0 : Number(amount) * sign;
  const subtracts = Number.isNaN(carT - bsab) || carT - bsab === printed;
  const note = [between, subtracts ? null : "rounded"].filter((part) => part !== null).join(", ");
  const noted = /\(((?:one|two|rounded)[^)]*)\)/.exec(text)?.[1] ?? "";
  return [
    ...(fits ? [] : [`the difference is ${exact}`]),
    ...(endsFit ? [] : [`the interval of the difference is ${low} to ${high}`]),
    ...(noted === note ? [] : [`the difference is noted "${noted}" instead of "${note}"`]),
  ];
}

/** Whether a printed number is this value, rounded to its number of digits. */
function agrees(shown: string, value: number): boolean {
  if (shown === "<1") return value > 0 && value < 1;
  if (shown === ">99") return value > 99 && value < 100;
  const decimals = shown.split(".")[1]?.length ?? 0;
  return shown !== "" && Math.abs(Number(shown) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
