/** The head of the survival part: what randomised trials found, then every median, before any month. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { comparedText, randomisedOf } from "../statement/compared.ts";
import { printedMedians } from "../statement/reported.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { type Block, cell, folded, line, list, type Part, type Row } from "./document.ts";
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
  const medians = [...found].flatMap(([family, row]): readonly Block[] => {
    const rows = medianRows(row, parts, sources, words);
    const { columns, medians: captions } = said;
    const table = { kind: "table", name: "medians", caption: captions[family], columns } as const;
    return rows.length > 0 ? [{ ...table, bodies: [rows] }] : [];
  });
  const randomised = randomisedOf(parts.compared, selection.included, [...found.keys()]).map(
    ({ study, row }) => {
      const name = [parts.outcomeLabel(row.outcome), row.definition].filter(Boolean).join(", ");
      const found = comparedText(row, words.detail.compared);
      return line([{ text: study.label, href: `#${study.id}` }, `, ${name}: ${found}`]);
    },
  );
  const blocks = [...list(said.randomised, randomised), ...folded("medians", said.each, medians)];
  return blocks.length > 0 ? [{ kind: "part", id: "survival", heading: said.heading, blocks }] : [];
}

/** CAR-T first, each shortest first and those not reached last. */
function medianRows(
  { pools }: OutcomeComparison,
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
