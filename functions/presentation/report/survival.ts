/** The head of the survival part: what randomised trials found, then every median, before any month. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { comparedText, randomisedOf } from "../statement/compared.ts";
import { printedMedians } from "../statement/reported.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { cell, line, linesOf, list, type Part, type Row, type Table } from "./document.ts";
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
  const tables = [...found].flatMap(([family, row]): Table[] => {
    const rows = medianRows(row, parts, sources, words);
    const { columns } = said;
    const shared = {
      kind: "table",
      name: "medians",
      caption: said.medians[family],
      columns,
    } as const;
    return rows.length > 0 ? [{ ...shared, bodies: [rows] }] : [];
  });
  const randomised = randomisedOf(parts.compared, selection.included, [...found.keys()]).map(
    ({ study, row }) =>
      line([
        { text: study.label, href: `#${study.id}` },
        `, ${parts.outcomeLabel(row.outcome)}: ${comparedText(row, words.detail.compared)}`,
      ]),
  );
  const blocks = [...list(said.randomised, randomised), ...tables];
  const heading = said.heading(randomised.length > 0);
  return blocks.length > 0 ? [{ kind: "part", id: "survival", heading, blocks }] : [];
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
      const beneath = [productName(product), combined, said.followUp(followUpMonths)];
      return {
        head: [...cell(label), ...linesOf([beneath.filter(Boolean).join(", ")])],
        cells: [
          [line(survival.months(months), sources.cite(citation))],
          cell(interval ? said.interval(interval[0], survival.months(interval[1])) : said.notGiven),
          cell(n === null ? { text: "–", isOfPage: true } : `${n}`),
        ],
      };
    }),
  );
}
