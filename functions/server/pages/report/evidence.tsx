/** Draws the evidence of a row: its products and trials in one list, each on the axis with its count and source. */
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { ProductLines, TrialLine } from "#presentation/row/product-lines.ts";
import { AxisHead, StripWithNumber } from "#widget/row/strip.tsx";
import { TrialsOfClass } from "#widget/row/trials-of-class.tsx";
import { RecordLink } from "../kit/kit.tsx";
import { Cite } from "./references.tsx";

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
