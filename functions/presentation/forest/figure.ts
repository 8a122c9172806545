import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { parameters } from "#core/question/parameters.ts";
import { parseRange } from "#core/question/range.ts";
import { rangeText } from "../view/chips.ts";
import { scopeOf, shownDifference } from "../view/compare-view.ts";
import { chanceText, ratioText } from "../view/contrast-text.ts";
import { remarksOf } from "../view/remarks.ts";
import { enDetail } from "../words/english/detail.ts";
import * as words from "../words/english/figure.ts";
import { en } from "../words/english/screen.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords } from "../words/rates.ts";
import { type ClassPart, linesOf, reasonFor, sentence } from "./class-lines.ts";
import { describe } from "./describe.ts";

export interface Figure {
  readonly outcome: string;
  readonly title: string;
  readonly detail: string;
  readonly subtitle: readonly string[];
  readonly countHead: string;
  readonly parts: readonly ClassPart[];
  /** The difference first. */
  readonly contrast: readonly string[];
  readonly foot: readonly string[];
  /** The result in words, for readers who do not see the figure. */
  readonly description: string;
}

/** One outcome of an answer, with what of the whole answer concerns it. */
export function figureOf(
  comparison: Comparison,
  row: OutcomeComparison,
  landmark: boolean,
): Figure {
  const parts = groups.map((group) => ({
    group,
    lines: linesOf(group, row, comparison, landmark),
  }));
  const contrast = contrastOf(row, comparison);
  const cohorts = Object.values(comparison.selection.cohorts).some((count) => count > 0);
  return {
    outcome: row.outcome,
    title: row.label,
    detail: row.detail ?? "",
    subtitle: [scopeOf(comparison, en), questionText(comparison, landmark)],
    countHead: landmark ? words.heads.patients : words.heads.events,
    parts: cohorts ? parts : [],
    contrast: cohorts ? contrast : [],
    foot: footOf(row, comparison, landmark),
    description: cohorts ? describe(parts, contrast, row) : `${row.label}. ${en.states.empty}`,
  };
}

/** What was asked beyond the outcome, in the words of the address, after how it was pooled. */
function questionText({ canonical, query }: Comparison, landmark: boolean): string {
  const said = [...new URLSearchParams(canonical)].filter(([name]) => name !== "outcome");
  const asked =
    said.length === 0 ? "default question" : `asked: ${said.map(parameterText).join("; ")}`;
  // The model first: a long question may be cut.
  return `${words.modelText(query.model, landmark ? "landmarks" : "counts")} · ${asked}`;
}

/** `age ≥ 65`, `product ide-cel, cilta-cel`. */
function parameterText([name, value]: readonly [string, string]): string {
  const range = isRange(name) ? parseRange(value) : null;
  return `${name} ${range ? rangeText(range, en) : value.replaceAll(",", ", ")}`;
}

/** A phase of 1-2 is no range. */
function isRange(name: string): boolean {
  return parameterNames.some((one) => one === name && parameters[one].form === "range");
}

/** The difference in words, the ratio, and how sure its direction is; or why there is none. */
function contrastOf(row: OutcomeComparison, comparison: Comparison): string[] {
  const [contrast] = row.contrasts;
  if (contrast?.status !== "ok") return [`Not estimable: ${whyNot(row, comparison)}.`];
  const shown = shownDifference(row);
  const parts = [shown && differenceText(row, shown), ratioText(contrast, en)];
  const chance = chanceText(contrast, en);
  const p = contrast.pValue === null ? null : pValueText(contrast.pValue);
  return [...parts, chance === null ? p : sentence(chance).slice(0, -1)].filter(
    (text) => text !== null,
  );
}

function differenceText(
  { phrase }: OutcomeComparison,
  { difference, interval, digits }: NonNullable<ReturnType<typeof shownDifference>>,
): string {
  const { amount, range } = differenceWords(difference, interval, digits, en);
  // No line may end inside the interval.
  const limits = range.replaceAll(" ", "\u00a0");
  return amount === en.same
    ? `No difference ${en.withCarT} (${limits}\u00a0${en.of100.replaceAll(" ", "\u00a0")})`
    : `${amount} ${en.of100} ${phrase} ${en.withCarT} (${limits})`;
}

function whyNot(row: OutcomeComparison, comparison: Comparison): string {
  const missing = groups.filter((group) => row.pools[group].estimate === null);
  if (missing.length === 0) return "the classes were pooled by different models";
  return missing.map((group) => reasonFor(group, row, comparison)).join("; ");
}

function footOf(row: OutcomeComparison, comparison: Comparison, landmark: boolean): string[] {
  const pools = groups.map((group) => row.pools[group]);
  const studies = pools.flatMap((pool) => pool.studies);
  const stated = row.certainty.level === "not-rated" ? null : en.certainty[row.certainty.level];
  const labels = [...remarksOf(row), ...comparison.cautions].map(({ label }) => label);
  const certainty = stated && `${enDetail.certaintyLine(stated)}, ${enDetail.certaintyBasis}.`;
  const { dataVersion, answerVersion, href, review } = comparison;
  return [
    certainty,
    labels.length > 0 && `Cautions: ${[...new Set(labels)].join("; ")}.`,
    studies.length > 0 && words.legendText(intervalKinds(pools, comparison), { pools, landmark }),
    studies.some(({ regimen }) => regimen === "combination") && words.combinationNote,
    review.statement,
    `${en.footer.audience} Data ${dataVersion}, answer ${answerVersion}.`,
    `Source: Myeloma Compare, ${href}`,
  ].filter((text) => typeof text === "string");
}

function intervalKinds(pools: readonly Pool[], { query }: Comparison): words.IntervalKind[] {
  return pools
    .filter(({ estimate }) => estimate !== null)
    .map(({ status }) =>
      query.model === "bayes" || status === "fallback" ? "credible" : "confidence",
    );
}
