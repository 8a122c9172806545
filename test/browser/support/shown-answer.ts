/** Compares the rows on the screen with the API's answer, without the widget's own code. */
import { expect, inject } from "vitest";
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Area, oneLine, rows } from "./screen.ts";

/**
 * The API's answer, requested independently of the page. What the query says of a patient, as
 * `patient-age=71`, is sent nowhere: it leads to a question, or to no row at all.
 */
export async function answerTo(query: string): Promise<Comparison> {
  const said = new URLSearchParams(query);
  const lines = said.get("patient-prior-lines");
  for (const name of [...said.keys()]) if (name.startsWith("patient-")) said.delete(name);
  const question = decodeURIComponent(`${said}`);
  const patient = { priorLines: lines === null ? null : Number(lines), priorBcma: null };
  const { held } = questionForPatient(question, patient);
  const answer = await fetchAnswer(held ?? question);
  return held === null ? { ...answer, outcomes: [] } : answer;
}

async function fetchAnswer(question: string): Promise<Comparison> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparison${question && `?${question}`}`);
  if (!response.ok) throw new Error(`${question}: ${response.status}`);
  return (await response.json()) as Comparison;
}

/** Waits until the rows show this answer, to the digit. */
export async function expectToShow(area: Area, answer: Comparison): Promise<void> {
  await expect.poll(() => discrepancies(area, answer)).toEqual([]);
}

/** What a class prints: the count of its only trial or, of several, the model's estimate. */
function printedRate({ estimate, interval, observed }: Pool) {
  return estimate === null || interval === null ? null : (observed ?? { estimate, interval });
}

/** All digits on the screen that differ from the API's, and rows that only one of them has. */
export async function discrepancies(area: Area, answer: Comparison): Promise<string[]> {
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
              ...(isOnlyNamed(row, answer)
                ? namedProblems(text, row)
                : classes.flatMap((group) => sideProblems(text, row.pools[group], group))),
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
function hasNumber({ pools, published }: OutcomeComparison): boolean {
  return (
    published?.line != null ||
    classes.some((group) => {
      const { estimate, beside, medians, notPooled } = pools[group];
      const isPrinted = medians.length > 0 || notPooled.some(({ shown }) => shown !== null);
      return estimate !== null || beside !== null || isApart(pools[group]) || isPrinted;
    })
  );
}

/** Survival at several months is drawn as lines; only some months have rows as well. */
function monthsIn({ outcomes }: Comparison): ReadonlySet<string> {
  const months = outcomes.map(({ outcome }) => outcome).filter((one) => /^[a-z]+-\d\d?$/.test(one));
  const families = ["pfs", "os", "dor"].map((family) =>
    months.filter((month) => month.startsWith(`${family}-`)),
  );
  return new Set(families.filter(({ length }) => length > 2).flat());
}

/** A class that its cohorts do not stand for: its products are named with their counts. */
function isApart({ status }: Pool): boolean {
  return status === "not-represented";
}

/** A summary that compares anything only names what it cannot compare, with what was published. */
function isOnlyNamed(row: OutcomeComparison, { canonical, outcomes }: Comparison): boolean {
  const compares = ({ contrasts: [contrast] }: OutcomeComparison) =>
    (contrast?.observed ?? contrast)?.differencePer100 != null;
  const asked = new URLSearchParams(canonical);
  const isSummary = !asked.has("outcome") && !asked.has("product");
  // Where no benefit is compared, the counts of the first one lead.
  const leads =
    row === outcomes[0] && !outcomes.some((one) => one.direction === "benefit" && compares(one));
  return isSummary && outcomes.some(compares) && !compares(row) && !leads;
}

function namedProblems(text: string, { label, detail, published }: OutcomeComparison): string[] {
  const line = oneLine(published?.line ?? "");
  const rest = [label, detail ?? "", line].reduce((left, said) => left.replace(said, ""), text);
  return [
    ...(/\d/.test(rest) ? ["shows a number of ours"] : []),
    ...(text.includes(line) ? [] : [`does not show "${line}"`]),
  ];
}

function sideProblems(text: string, pool: Pool, group: TherapyClass): string[] {
  if (isApart(pool)) return productProblems(text, pool);
  // A class of one product is called by it.
  const [only, another] = pool.products;
  const name = (!another && only && printedName(only)) || classNames[group];
  const [, rate = "", lower = "", upper = ""] =
    new RegExp(
      `${name}(?:,? (?:some )?in combination)?:? (<1|>99|\\d+) of 100[^,;()]*(?:, 95 % interval)?(?: 95 %)? \\((\\d+)–(\\d+)\\)`,
    ).exec(text) ?? [];
  const printed = printedRate(pool);
  if (printed === null) {
    return rate === "" ? [] : [`${group} shows a rate that the API does not have`];
  }
  const { estimate, interval } = printed;
  return [
    ...(agrees(rate, estimate * 100) ? [] : [`${group} is ${estimate}`]),
    ...(rate === "0" && estimate > 0 ? [`${group} is shown as none`] : []),
    ...(agrees(lower, interval[0] * 100) ? [] : [`lower end of ${group} is ${interval[0]}`]),
    ...(agrees(upper, interval[1] * 100) ? [] : [`upper end of ${group} is ${interval[1]}`]),
  ];
}

function printedName({ product }: { product: string }): string {
  return product.replaceAll("-or-", " or ");
}

/** As many products as a row names. */
function productProblems(text: string, { products }: Pool): string[] {
  return products.slice(0, 6).flatMap(({ product, counted }) => {
    if (counted?.events == null) return [];
    const number = `${counted.events} of ${counted.n}`;
    const isSaid = new RegExp(`${printedName({ product })}[^,;]*:? ${number}`).test(text);
    return isSaid ? [] : [`${product} is not ${number}`];
  });
}

const difference =
  /(<1|\d+) (more|fewer) of 100 .*?(?:95 % interval |\()(<1|\d+)( more| fewer)? to (<1|\d+) (more|fewer)/;

function differenceProblems(text: string, { contrasts: [contrast] }: OutcomeComparison): string[] {
  const { differencePer100: exact, differenceInterval: interval } =
    contrast?.observed ?? contrast ?? {};
  const [found, amount = "", direction, first = "", firstWord, second = "", secondWord = ""] =
    difference.exec(text) ?? [];
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
