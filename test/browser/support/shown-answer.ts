/** Compares the rows on the screen with the API's answer, without the widget's own code. */
import { expect, inject } from "vitest";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Area, rowTexts } from "./screen.ts";

/** The API's answer, requested independently of the page. */
export async function answerTo(query: string): Promise<Comparison> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparison${query && `?${query}`}`);
  if (!response.ok) throw new Error(`${query}: ${response.status}`);
  return (await response.json()) as Comparison;
}

/**
 * Waits until the rows show this answer: the same trials and patients, and about the same rates.
 * The last row may arrive a moment before the chips and notices of its answer.
 */
export async function expectToShow(area: Area, { outcomes }: Comparison): Promise<void> {
  await expect
    .poll(async () => (await rowTexts(area)).map(summaryOf), { timeout: 6000 })
    .toEqual(
      outcomes.map(({ pools }) =>
        classes.map((group) => {
          const { estimate, k, n } = pools[group];
          if (estimate === null) return null;
          return { k, n: n ?? 0, rate: expect.closeTo(estimate * 100, -0.3) };
        }),
      ),
    );
}

function summaryOf(text: string): ({ k: number; n: number; rate: number } | null)[] {
  return classes.map((group) => {
    const [rate] = shownRate(text, group) ?? [];
    const evidence = `${names[group].short} (\\d+) (?:trial|cohort)s?(?: · (\\d+))?`;
    const [, k = "", n = "0"] = new RegExp(evidence).exec(text) ?? [];
    if (rate === undefined) return null;
    return { k: Number(k), n: Number(n), rate: Number(rate.replace(/[<>]/, "")) };
  });
}

/** Waits for this answer, then compares all digits. */
export async function expectDigits(area: Area, answer: Comparison): Promise<void> {
  await expectToShow(area, answer);
  expect(discrepancies(await rowTexts(area), answer)).toEqual([]);
}

const classes = ["car-t", "bsab"] as const;
const names: Readonly<Record<TherapyClass, { long: string; short: string }>> = {
  "car-t": { long: "CAR-T", short: "CAR-T" },
  bsab: { long: "Bispecific", short: "BsAb" },
};

/** All digits on the screen that differ from the API's. */
export function discrepancies(texts: readonly string[], { outcomes }: Comparison): string[] {
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

function shownRate(text: string, group: TherapyClass): string[] | null {
  const pattern = `${names[group].long}: (<1|>99|[\\d.]+) of 100 \\(?([\\d.]+)–([\\d.]+)`;
  return new RegExp(pattern).exec(text)?.slice(1) ?? null;
}

function sideProblems(text: string, { pools }: OutcomeComparison, group: TherapyClass): string[] {
  const { estimate, interval, k, n } = pools[group];
  const shown = shownRate(text, group);
  if (estimate === null || interval === null) {
    return shown === null ? [] : [`${group} shows a rate that the API does not have`];
  }
  const [rate = "", lower = "", upper = ""] = shown ?? [];
  const size = n === null ? "" : ` · ${n}`;
  const evidence = new RegExp(`${names[group].short} ${k} (trial|cohort)s?${size}(?!\\d)`);
  return [
    ...(agrees(rate, estimate * 100) ? [] : [`${group} is ${estimate}`]),
    ...(rate === "0" && estimate > 0 ? [`${group} is shown as none`] : []),
    ...(agrees(lower, interval[0] * 100) ? [] : [`lower end of ${group} is ${interval[0]}`]),
    ...(agrees(upper, interval[1] * 100) ? [] : [`upper end of ${group} is ${interval[1]}`]),
    ...(evidence.test(text) ? [] : [`${group} rests on k = ${k}, n = ${n}`]),
  ];
}

function differenceProblems(text: string, { contrasts: [contrast] }: OutcomeComparison): string[] {
  const [, amount, direction] = /(<1|[\d.]+) (more|fewer)/.exec(text) ?? [];
  if (contrast?.differencePer100 == null || contrast.differenceInterval === null) {
    return amount === undefined ? [] : ["shows a difference that the API does not have"];
  }
  if (amount === undefined) return [`the difference is ${contrast.differencePer100}`];
  const sign = direction === "more" ? 1 : -1;
  const decimals = amount.split(".")[1]?.length ?? 0;
  // With a decimal place, the difference is that of the printed rates, not of the exact ones.
  const slack = decimals === 0 ? 0.5 : 0.1;
  const exact = contrast.differencePer100;
  const fits =
    amount === "<1"
      ? Math.abs(exact) < 1 && exact * sign > 0
      : Math.abs(Number(amount) * sign - exact) <= slack + 1e-9;
  const [low, high] = contrast.differenceInterval;
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
  const rates = [shownRate(text, "car-t")?.[0] ?? "", shownRate(text, "bsab")?.[0] ?? ""];
  const subtracted = Number(rates[0]) - Number(rates[1]);
  const adds = [amount, ...rates].some((part) => /[<>]/.test(part))
    ? true
    : Math.abs(subtracted - Number(amount) * sign) < 1e-9;
  return [
    ...(fits ? [] : [`the difference is ${exact}`]),
    ...(endsFit ? [] : [`the interval of the difference is ${low} to ${high}`]),
    ...(adds ? [] : [`the printed rates do not subtract`]),
  ];
}

/** Whether a printed number is this value, rounded to its number of digits. */
function agrees(shown: string, value: number): boolean {
  if (shown === "<1") return value > 0 && value < 1;
  if (shown === ">99") return value > 99 && value < 100;
  const decimals = shown.split(".")[1]?.length ?? 0;
  return shown !== "" && Math.abs(Number(shown) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
