/** Lists the checks of a difference, and what each found today: why differences are firm or not. */
import type { Check, Contrast, Row } from "#core/answer/answer.ts";
import { checkNames as inOrder } from "#core/answer/check-names.ts";
import { isComputed, leastChecks, leastPrinted } from "#core/answer/checks.ts";
import { greatestFollowUpRatio, leastTrials } from "#core/answer/contrast.ts";
import { LEAST_EVENTS, LEAST_STUDIES } from "#core/statistics/meta-regression/adjusted-contrast.ts";
import { LEAST_VALUES } from "#core/statistics/meta-regression/overlap.ts";
import { checkNames } from "#presentation/row/checks-view.ts";
import { listText } from "#presentation/words/counts.ts";
import { statusText } from "#presentation/words/row-status.ts";
import { uncapitalised } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { tableOf } from "./tables.ts";

const few = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Spells out a small number, as in "four". */
const inWords = (count: number) => few[count] ?? `${count}`;

/** States how each check is made. */
const ways: Readonly<Record<Check["check"], string>> = {
  place: "drugs labelled in the US, in the EU, anywhere; the worst is shown",
  product: "unclear if it is unclear without any of them",
  dose: "without trials of dose finding",
  papers: "papers, labels and regulators only",
  collected: `responses over all who were to be infused, as reported or derived; else as many are assumed infused as in the trials of the selection that report both, at least ${inWords(leastPrinted)}. A scenario, never shown as data`,
  model:
    "the same trials by binomial–normal with maximum likelihood, each class with its own spread: no prior on the spread decides. Unclear if the interval of its odds ratio includes 1; the difference beside it has the same degrees of freedom. A question asked by that model is checked by the default one",
  "equal-age": `binomial–normal with class and median age, one τ², t with k − 3; trials that report an age, ${inWords(LEAST_STUDIES)} a class with ${inWords(LEAST_VALUES)} different ages, ${inWords(LEAST_EVENTS)} events a side, where the ages of the classes overlap, those of neither span less than a quarter of those of the other, and each class has a trial within the overlap`,
};

/** Returns the numbers of the rules, as the core has them. */
export function ruleNumbers() {
  return {
    checkCount: inWords(inOrder.length),
    leastChecks: inWords(leastChecks),
    leastTrials: inWords(leastTrials),
    greatestFollowUpRatio: inWords(greatestFollowUpRatio),
  };
}

export function checksTable(): string {
  return tableOf(
    ["Check", "How"],
    inOrder.map((name) => [checkNames[name], ways[name]]),
  );
}

const statusTexts: Readonly<Record<Check["status"], string>> = {
  holds: "holds",
  lost: "unclear",
  same: "same figures",
  "cannot-be-asked": "–",
};

/**
 * Makes a table with a column for each difference of the default question whose interval is clear of 0, with the reason
 * why it is not firm.
 */
export function firmTable({ outcomes }: ClassAnswer): string {
  const columns = outcomes.flatMap((row) =>
    row.contrasts.flatMap((contrast) => firmColumn(row, contrast)),
  );
  const names = [...inOrder.map((name) => checkNames[name]), "Firm"];
  const rows = names.map((name, index) => [
    name,
    ...columns.map(({ cells }) => cells[index] ?? ""),
  ]);
  return tableOf(["Check", ...columns.map(({ label }) => label)], rows);
}

function firmColumn(row: Row, contrast: Contrast): { label: string; cells: string[] }[] {
  const checks = contrast.checks;
  if (!checks) return [];
  const results = inOrder.map((name) => {
    const check = checks.find((candidate) => candidate.check === name);
    return check ? statusTexts[check.status] : "not for it";
  });
  const firm = contrast.firm ? "yes" : `no: ${obstaclesOf(row, checks)}`;
  return [{ label: row.label, cells: [...results, firm] }];
}

/** Returns why a difference is not firm: the ages if there is no other reason. */
function obstaclesOf({ status }: Row, checks: readonly Check[]): string {
  const computed = checks.filter(isComputed);
  const needed = checks.filter(
    (check) =>
      (check.check === "place" || check.check === "product" || check.check === "collected") &&
      (!isComputed(check) || (check.check === "product" && check.computed !== check.total)),
  );
  const obstacles = [
    computed.length < leastChecks || computed.some((check) => check.status === "lost")
      ? status && statusText(status)
      : null,
    needed.length > 0
      ? `not computed in whole: ${listText(needed.map((check) => uncapitalised(checkNames[check.check])))}`
      : null,
  ].filter((text) => text !== null);
  return obstacles.length > 0 ? obstacles.join("; ") : "median ages lie apart";
}

/** Names the firm differences, as in "nothing is firm", "firm are severe CRS and response". */
export function firmText({ outcomes }: ClassAnswer): string {
  const firm = outcomes.filter(({ contrasts }) => contrasts.some((contrast) => contrast.firm));
  return firm.length === 0
    ? "nothing is firm"
    : `firm is: ${listText(firm.map(({ label }) => label))}`;
}
