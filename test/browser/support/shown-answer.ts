/** Compares the rows on the screen with the API's answer, without the widget's own code. */
import { expect, inject } from "vitest";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#server/answers/api-answer.ts";
import { type Area, oneLine, rows } from "./screen.ts";

/**
 * The API's answer, requested independently of the page. What the query says of a patient, as
 * `patient-age=71`, is sent nowhere: it leads to a question, or to no row at all.
 */
export async function answerTo(query: string): Promise<ApiComparison> {
  const said = new URLSearchParams(query);
  const lines = said.get("patient-prior-lines");
  for (const name of [...said.keys()]) if (name.startsWith("patient-")) said.delete(name);
  const question = decodeURIComponent(`${said}`);
  const patient = { priorLines: lines === null ? null : Number(lines), priorBcma: null };
  const { held } = questionForPatient(question, patient);
  const answer = await fetchAnswer(held ?? question);
  return held === null ? { ...answer, outcomes: [] } : answer;
}

async function fetchAnswer(question: string): Promise<ApiComparison> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparison${question && `?${question}`}`);
  if (!response.ok) throw new Error(`${question}: ${response.status}`);
  return (await response.json()) as ApiComparison;
}

/** Waits until the rows show this answer, to the digit. */
export async function expectToShow(area: Area, answer: ApiComparison): Promise<void> {
  await expect.poll(() => discrepancies(area, answer)).toEqual([]);
}

/** All digits on the screen that differ from the API's, and rows that only one of them has. */
export async function discrepancies(area: Area, answer: ApiComparison): Promise<string[]> {
  const shown = new Map(await closedTexts(area));
  const optional = monthsIn(answer);
  const expected = answer.outcomes.filter(
    (row) => shown.has(row.outcome) || (hasNumber(row) && !optional.has(row.outcome)),
  );
  const known = new Set(expected.map(({ outcome }) => outcome));
  return [
    ...[...shown.keys()].filter((outcome) => !known.has(outcome)).map((one) => `${one} is shown`),
    ...expected.flatMap((row) => {
      const text = shown.get(row.outcome);
      const problems =
        text === undefined
          ? ["is not shown"]
          : [
              // What is told first is said in the verdict.
              ...(text.includes(row.label) || text.includes(row.phrase) ? [] : ["is another row"]),
              ...classes.flatMap((group) => sideProblems(text, row.pools[group], group)),
              ...differenceProblems(text, row),
            ];
      return problems.map((problem) => `${row.outcome}: ${problem} in "${text}"`);
    }),
  ];
}

/** The rows by outcome, without what is in them when they are open, which has other numbers. */
async function closedTexts(area: Area): Promise<[outcome: string, text: string][]> {
  const found = await rows(area).evaluateAll((all) =>
    all.map((row) => {
      const parts = [row, row.querySelector("[id^=detail-]")];
      const texts = parts.map((part) => (part instanceof HTMLElement ? part.innerText : ""));
      return [row.getAttribute("data-outcome") ?? "", ...texts];
    }),
  );
  return found.map(([outcome = "", row = "", inside = ""]) => {
    const [whole, opened] = [oneLine(row), oneLine(inside)];
    return [outcome, whole.endsWith(opened) ? whole.slice(0, whole.length - opened.length) : whole];
  });
}

const classes = ["car-t", "bsab"] as const;
const classNames: Readonly<Record<TherapyClass, string>> = { "car-t": "CAR-T", bsab: "Bispecific" };

/** The outcomes without any number are named in a line at the end. */
function hasNumber({ pools, headToHead }: ApiRow): boolean {
  return (
    headToHead.length > 0 ||
    classes.some((group) => {
      const { studies, broader, beside, medians, notPooled } = pools[group];
      const isPrinted = medians.length > 0 || notPooled.some(({ shown }) => shown !== null);
      return studies.length > 0 || broader.length > 0 || beside !== null || isPrinted;
    })
  );
}

/** Survival at several months is drawn as lines; only some months have rows as well. */
function monthsIn({ outcomes }: ApiComparison): ReadonlySet<string> {
  const months = outcomes.map(({ outcome }) => outcome).filter((one) => /^[a-z]+-\d\d?$/.test(one));
  const families = ["pfs", "os", "dor"].map((family) =>
    months.filter((month) => month.startsWith(`${family}-`)),
  );
  return new Set(families.filter(({ length }) => length > 2).flat());
}

function sideProblems(text: string, pool: ApiPool, group: TherapyClass): string[] {
  const { estimate, interval } = pool;
  const [, rate = "", lower = "", upper = ""] =
    new RegExp(
      `${nameOf(pool, group)}(?:,? (?:some )?in combination)?:? (<1|>99|\\d+) of 100, 95 % interval (\\d+)–(\\d+)`,
    ).exec(text) ?? [];
  if (estimate === null || interval === null) {
    return [
      ...(rate === "" ? [] : [`${group} shows a rate that the API does not have`]),
      ...trialProblems(text, pool),
    ];
  }
  return [
    ...(agrees(rate, estimate * 100) ? [] : [`${group} is ${estimate}`]),
    ...(rate === "0" && estimate > 0 ? [`${group} is shown as none`] : []),
    ...(agrees(lower, interval[0] * 100) ? [] : [`lower end of ${group} is ${interval[0]}`]),
    ...(agrees(upper, interval[1] * 100) ? [] : [`upper end of ${group} is ${interval[1]}`]),
    ...evidenceProblems(text, pool),
  ];
}

/**
 * A number is called by its only product, or by those that it holds where one is missing; where that
 * are more than four, by what is missing, or by how many there are.
 */
function nameOf({ products, missing }: ApiPool, group: TherapyClass): string {
  const names = products.map(({ product }) => printedName(product));
  if (names.length !== 1 && (missing.length === 0 || names.length === 0)) return classNames[group];
  if (names.length <= 4) return names.join(", ");
  if (missing.length > 4) return `${names.length} of ${names.length + missing.length} products`;
  return `without ${missing
    .map(printedName)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " and ")}`;
}

function printedName(product: string): string {
  return product.replaceAll("-or-", " or ");
}

/** One trial or two with their counts, more with their range; of how many, if not all have a figure. */
function evidenceProblems(text: string, { studies, trials, of }: ApiPool): string[] {
  const counts = studies.flatMap(({ events, n }) => (events === null ? [] : `${events} of ${n}`));
  const rates = studies.map(({ estimate }) => 100 * estimate);
  const ranges = [...text.matchAll(/(<1|>99|\d+)–(<1|>99|\d+) in \d/g)];
  const isRange = ranges.some(
    ([, low = "", high = ""]) =>
      agrees(low, Math.min(...rates)) && agrees(high, Math.max(...rates)),
  );
  const isFew = studies.length <= 2 && counts.length === studies.length;
  return [
    ...(isFew ? counts.filter((one) => !text.includes(one)) : []).map((one) => `lacks ${one}`),
    ...(studies.length > 2 && !isRange ? ["lacks the range by trial"] : []),
    ...(trials < of && !text.includes(`${trials} of ${of} `) ? [`is of ${trials} of ${of}`] : []),
  ];
}

/** Survival at a month stands by trial. */
function trialProblems(text: string, { status, studies }: ApiPool): string[] {
  if (status !== "by-trial") return [];
  return studies.flatMap(({ product, estimate }) => {
    // "cilta-cel ≥ 67 (at 18), 77 (66–84); ide-cel <50 by the median".
    const found = new RegExp(
      `${printedName(product)} (?!Bispecific:)([^;]*?)(?:;| Bispecific:|$)`,
      "g",
    );
    const printed = [...text.matchAll(found)]
      .flatMap(([, said = ""]) => said.split(", "))
      .map((one) => /^(<1|>99|\d+)(?: \(\d.*)?$/.exec(one.trim())?.[1]);
    const isSaid = printed.some((rate) => rate !== undefined && agrees(rate, 100 * estimate));
    return isSaid ? [] : [`${product} is not ${estimate}`];
  });
}

const difference =
  /(<1|\d+) (more|fewer) of 100 .*?(?:95 % interval |\()(<1|\d+)( more| fewer)? to (<1|\d+)( more| fewer)?\)/;

function differenceProblems(text: string, { contrasts: [contrast] }: ApiRow): string[] {
  const { differencePer100: exact, differenceInterval: interval } = contrast ?? {};
  // An interval whose ends have the direction of the amount does not repeat it.
  const [
    found,
    amount = "",
    direction,
    first = "",
    firstWord,
    second = "",
    secondWord = direction,
  ] = difference.exec(text) ?? [];
  if (exact == null || interval == null) {
    return found ? ["shows a difference that the API does not have"] : [];
  }
  const [one, other] = [signed(first, firstWord ?? secondWord), signed(second, secondWord)];
  const [low, high] = interval;
  const fits = ([a, b]: readonly Signed[]) => agreesSigned(a, low) && agreesSigned(b, high);
  return [
    ...(agreesSigned(signed(amount, direction), exact) ? [] : [`the difference is ${exact}`]),
    // "10 to 20 fewer" names the smaller size first.
    ...(fits([one, other]) || fits([other, one])
      ? []
      : [`the interval of the difference is ${low} to ${high}`]),
  ];
}

interface Signed {
  size: string;
  sign: number;
}

function signed(size: string, word = ""): Signed {
  return { size, sign: word.trim() === "fewer" ? -1 : 1 };
}

function agreesSigned(shown: Signed | undefined, value: number): boolean {
  return shown !== undefined && agrees(shown.size, value * shown.sign);
}

/** Whether a printed number is this value, rounded. */
function agrees(shown: string, value: number): boolean {
  if (shown === "<1") return value > 0 && value < 1;
  if (shown === ">99") return value > 99 && value < 100;
  return shown !== "" && Math.abs(Number(shown) - value) <= 0.5 + 1e-9;
}
