/**
 * Draws the evidence of a row: its products and trials in one list, each on the axis with its count and source; and
 * in short.
 */
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { ProductLines, TrialLine } from "#presentation/row/product-lines.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { className } from "#presentation/words/class-names.ts";
import { withSpaces } from "#presentation/words/sentences.ts";
import { AxisHead, StripWithNumber } from "#widget/row/strip.tsx";
import { TrialsOfClass } from "#widget/row/trials-of-class.tsx";
import { RecordLink, Section } from "../kit/kit.tsx";
import { Cite } from "./references.tsx";
import type { ReportedRow } from "./report-view.ts";

interface EvidenceProps {
  tables: readonly ClassTable[];
  /** Names the outcome, because the list of sources states what was read in each source. */
  outcome: string;
}

export function Evidence({ tables, outcome }: EvidenceProps) {
  if (tables.length === 0) return null;
  return (
    <div class="evidence">
      <AxisHead />
      {tables.map((table) => (
        <TrialsOfClass key={table.name} table={table}>
          {table.products.map((product) => (
            <Product
              key={product.name + product.of}
              group={table.group}
              product={product}
              outcome={outcome}
            />
          ))}
        </TrialsOfClass>
      ))}
    </div>
  );
}

interface ProductProps extends Pick<EvidenceProps, "outcome">, Pick<ClassTable, "group"> {
  product: ProductLines;
}

/** Draws a product; one with a single trial is one line. */
function Product({ group, product, outcome }: ProductProps) {
  const { number, count, trials } = product;
  const [only, another] = trials;
  if (only && !another) {
    return <Trial group={group} trial={only} outcome={outcome} product={product} />;
  }
  return (
    <>
      <li class="plotted product">
        <span>
          <ProductName {...product} /> {count && <small>{count}</small>}
        </span>
        {number && <StripWithNumber group={group} side={number} />}
      </li>
      {trials.map((trial) => (
        <Trial
          key={trial.cohort + trial.figures[0]?.text}
          group={group}
          outcome={outcome}
          trial={trial}
        />
      ))}
    </>
  );
}

function ProductName({ name, of }: ProductLines) {
  return (
    <>
      <strong>{name}</strong>
      {of && `, ${of}`}
    </>
  );
}

interface TrialProps extends Omit<ProductProps, "product"> {
  trial: TrialLine;
  /** Names the product of the trial, if the product has no line of its own. */
  product?: ProductLines;
}

function Trial({ group, trial, outcome, product }: TrialProps) {
  const { cohort, label, drawn: side, figures } = trial;
  const link = <RecordLink cohort={cohort} label={label} />;
  const isNamed = product && !product.of && wordsOf(label).startsWith(wordsOf(product.name));
  return (
    <li class={product ? "plotted trial" : "plotted trial of-product"}>
      <span>
        {product && !isNamed && <ProductName {...product} />}{" "}
        {isNamed ? <strong>{link}</strong> : link}{" "}
        {figures.map(({ text, citation }) => (
          <small key={text}>
            {text}
            <Cite of={[citation]} at={outcome} />
          </small>
        ))}
      </span>
      {side && <StripWithNumber group={group} side={side} />}
    </li>
  );
}

/**
 * Returns the words of a name. A trial often has the name of its only product in its own: "BMS-986354 (NEX-T BCMA
 * CAR-T) phase 1".
 */
function wordsOf(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, " ");
  return ` ${words.trim()} `;
}

/** Draws, in the short report, the counts behind the numbers of page one, product by product with their sources. */
export function Counts({ rows }: { rows: readonly ReportedRow[] }) {
  const counted = rows.filter(({ tables }) => tables.length > 0);
  if (counted.length === 0) return null;
  return (
    <Section id="counts" title="What it rests on">
      <ul class="columns">
        {counted.map(({ outcome, head, title, tables }) => (
          <li key={outcome}>
            <strong>{title}</strong>{" "}
            {tables.map(({ group, name: ofClass, products }) => (
              <span key={ofClass}>
                <Mark group={group} /> <span class="hidden">{className[group]}: </span>
                {products.map(({ name, of, count, trials }, index) => [
                  index > 0 && "; ",
                  withSpaces([name, of && `(${of})`, count || countsOf(trials)]),
                  <Cite
                    key={name + of}
                    of={trials.map(({ figures: [figure] }) => figure?.citation ?? null)}
                    at={head.view.label}
                  />,
                ])}{" "}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Returns the count of each trial, or its number if it has no count. */
function countsOf(trials: readonly TrialLine[]): string {
  const texts = trials.map(({ drawn: side, figures: [figure] }) => {
    const [count = ""] = (figure?.text ?? "").split(" · ");
    if (count.includes(" of ")) return count;
    return withSpaces([side?.number, side?.under]);
  });
  return texts.join(", ");
}
