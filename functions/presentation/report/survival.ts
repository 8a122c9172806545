/** The head of the survival part: both classes matched, what randomised trials found, then every median and the months of each trial. */

import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { printedMedians } from "../statement/figures.ts";
import { comparedText, randomisedOf } from "../statement/head-to-head.ts";
import { monthColumns, monthsNote, statedTrial, trialsInOrder } from "../statement/survival.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import {
  type Block,
  type Cell,
  cell,
  folded,
  line,
  linesOf,
  list,
  type Part,
  quiet,
  type Row,
  type Table,
} from "./document.ts";
import type { References } from "./references.ts";
import type { ReportParts } from "./report-parts.ts";

/** None without a month among the outcomes; the medians are the same in each month of a family. */
export function survivalPart(parts: ReportParts, sources: References, words: Catalogue): Part[] {
  const { survival: said } = words.report;
  const { outcomes, selection } = parts.comparison;
  const found = new Map(
    outcomes.flatMap((row) => {
      const family = familyOf(row.outcome);
      return family === null ? [] : [[family, row] as const];
    }),
  );
  if (found.size === 0) return [];
  const medians = [...found].flatMap(([family, row]): readonly Block[] => {
    const rows = medianRows(row, parts, sources, words);
    const { columns, medians: captions } = said;
    const table = { kind: "table", name: "medians", caption: captions[family], columns } as const;
    const months = monthsTable(family, parts, sources, words);
    return rows.length > 0 ? [{ ...table, bodies: [rows] }, ...months] : months;
  });
  const randomised = randomisedOf(parts.compared, selection.included, [...found.keys()]).map(
    ({ study, row }) => {
      const name = [parts.outcomeLabel(row.outcome), row.definition].filter(Boolean).join(", ");
      const found = comparedText(row, parts.outcomeLabel, words.detail.compared);
      return line([{ text: study.label, href: `#${study.id}` }, `, ${name}: ${found}`]);
    },
  );
  const trials = [...found.keys()].flatMap((family) => parts.monthsOf(family).trials);
  const each = [...medians, ...quiet(monthsNote(trials, words.survival))];
  const matched = outcomes
    .filter(({ group }) => group === "survival")
    .flatMap(({ headToHead }) => headToHead.map(words.screen.headToHead));
  const blocks = [
    ...list(null, [...new Set(matched)]),
    ...list(said.randomised, randomised),
    ...folded("medians", said.each, each),
  ];
  return blocks.length > 0 ? [{ kind: "part", id: "survival", heading: said.heading, blocks }] : [];
}

/** Each printed month with its source; that of a median stands in the table above. */
function monthsTable(
  family: SurvivalFamily,
  { monthsOf, citationOf }: Pick<ReportParts, "monthsOf" | "citationOf">,
  sources: References,
  { report, screen: { numbers }, survival }: Catalogue,
): Table[] {
  const { survival: said } = report;
  const trials = trialsInOrder(monthsOf(family).trials);
  if (trials.length === 0) return [];
  const rows = trials.map((known): Row => {
    const { trial, product, combined, counted, months } = statedTrial(known, { numbers, survival });
    const given = [product, combined].filter(Boolean).join(" ");
    const cells = known.cells.map((of, index): Cell => {
      const { text = "", beneath = [], printed } = months[index] ?? {};
      const citation = "landmark" in of ? citationOf(known.cohort.id, of.landmark) : null;
      const main = printed ? { text, mark: "strong" as const } : text;
      return [line(main, sources.cite(citation)), ...linesOf(beneath)];
    });
    return { head: cell([`${trial}, `, { text: given, mark: "quiet" }], counted), cells };
  });
  const caption = said.months(said.medians[family]);
  const columns = [said.trial, ...monthColumns.map(survival.month)];
  return [{ kind: "table", name: "months", caption, columns, bodies: [rows], wide: caption }];
}

/** CAR-T first, each shortest first and those not reached last. */
function medianRows(
  { pools }: ApiRow,
  { cohorts }: ReportParts,
  sources: References,
  { report: { survival: said, cohorts: words }, survival }: Catalogue,
): Row[] {
  return therapyClasses.flatMap((group) =>
    printedMedians(pools[group]).map((median): Row => {
      const { cohort, label, product, regimen, months, interval, followUpMonths, citation } =
        median;
      const combined = regimen === "combination" && words.combination;
      const n = cohorts.find(({ id }) => id === cohort)?.n ?? null;
      const given = [productName(product), combined].filter(Boolean).join(", ");
      return {
        head: cell([`${label}, `, { text: given, mark: "quiet" }]),
        cells: [
          [line(survival.months(months), sources.cite(citation))],
          cell(interval ? said.interval(interval[0], survival.months(interval[1])) : said.notGiven),
          cell(said.patients(n, followUpMonths)),
        ],
      };
    }),
  );
}
