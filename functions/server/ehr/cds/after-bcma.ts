/** What single studies and papers printed of CAR-T after therapy against BCMA, each with its source. */
import { adjustedComparisonsOf } from "#core/evidence/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/evidence/subgroups.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { products } from "#data/generated/products.ts";
import type { Side } from "#data/schema.ts";
import { addressOf } from "#data/source-address.ts";
import {
  comparedRemarks,
  comparedSources,
  comparedText,
} from "#presentation/statement/compared.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import { link, plain } from "./markdown.ts";

/** In Markdown. */
export function afterBcmaReports(): string[] {
  return [...divided(), ...inSequence(), ...ofProducts()];
}

const { compared } = catalogue.detail;

/** Studies of CAR-T that divided their patients by such therapy. */
function divided(): string[] {
  return subgroupsOf(subgroups, { variable: "prior-bcma", therapyClass: "car-t" }).flatMap(
    ({ study, outcome, definition, levels }) =>
      levels.map(({ wording, level, source, ...figure }) => {
        const { events, n, percentPrinted, medianMonths, interval, p, note, oddity } = figure;
        const range = interval === null ? "" : compared.interval(...interval);
        const counted = [
          events !== null && n !== null && compared.counted(events, n),
          percentPrinted !== null &&
            `${compared.percent(percentPrinted)}${medianMonths === null ? range : ""}`,
          medianMonths !== null && `${compared.median(medianMonths)}${range}`,
        ].filter((text) => text !== false);
        const said = [
          counted.join(", ") || compared.notPrinted,
          p !== null && compared.p(p),
          definition,
          note,
          oddity,
        ].filter(Boolean);
        const of = `${outcomeLabel(outcome)}, ${wording}: ${level}`;
        return cited(`${study.label}: ${of}: ${said.join("; ")}.`, source);
      }),
  );
}

/** Whether a side can tell of CAR-T after a bispecific: not what came after CAR-T, or a bispecific. */
function tells({ therapyClass, after }: Side): boolean {
  return therapyClass !== "bsab" && after !== "car-t";
}

/** Studies of the order, as far as they tell of a bispecific before CAR-T. */
function inSequence(): string[] {
  return adjustedComparisonsOf(comparisons, { kind: "sequencing" }).flatMap((table) => {
    const rows = table.rows.filter(
      ({ of, against }) => tells(of) && (against === null || tells(against)),
    );
    const isOfOrder = rows.some(({ of }) => of.after === "bsab" || of.what === "strategy");
    if (!isOfOrder) return [];
    const shown = { ...table, rows };
    const said = rows.map((row) => {
      const definition = row.definition === null ? "" : `, ${row.definition}`;
      return `${outcomeLabel(row.outcome)}${definition}: ${comparedText(row, compared)}`;
    });
    const [source] = comparedSources(shown);
    const text = `${table.study.label}: ${said.join(". ")}. ${comparedRemarks(shown, compared)}`;
    return [source ? `${plain(text)} ${sourceText(source.citation, source.href)}` : plain(text)];
  });
}

function ofProducts(): string[] {
  return Object.values(products)
    .filter(({ therapyClass, targets }) => therapyClass === "car-t" && targets.includes("bcma"))
    .flatMap(({ name, sequencing, sources }) =>
      sequencing.map(({ value, sources: [first = 0] }) => {
        const source = sources[first];
        return cited(`${name}: ${value}.`, source);
      }),
    );
}

function cited(text: string, source: Parameters<typeof addressOf>[0] | undefined): string {
  if (source === undefined) return plain(text);
  return `${plain(text)} ${sourceText(source.citation, addressOf(source))}`;
}

function sourceText(citation: string, address: string | null): string {
  return `(${address === null ? plain(citation) : link(citation, address)})`;
}
