/** The products and trials of a row in one list: each with its place on the axis, its count and its source. */
import type { ComponentChildren } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import type {
  ClassTable,
  ProductAtLength,
  TrialAtLength,
} from "#presentation/row/trials-at-length.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { drawn } from "#presentation/words/element.ts";
import { Axis, Plotted } from "#widget/row/strip.tsx";
import { RecordLink } from "./link.tsx";
import { Cite } from "./references.tsx";

interface Props {
  tables: readonly ClassTable[];
  /** The outcome, where a source is listed with what was read in it. */
  outcome: string;
}

export function Evidence({ tables, outcome }: Props) {
  if (tables.length === 0) return null;
  return (
    <div class="evidence">
      <Axis />
      {tables.map((table) => (
        <ClassPart key={`${table.group} ${table.regimen}`} table={table} outcome={outcome} />
      ))}
    </div>
  );
}

interface ClassProps {
  table: ClassTable;
  outcome: string;
}

function ClassPart({ table, outcome }: ClassProps) {
  const { group, regimen, number, facts, products, next } = table;
  const name = [drawn.className[group], regimen && regimenNames[regimen]]
    .filter((text) => text)
    .join(", ");
  return (
    <ul class={group} aria-label={name}>
      <li class="plotted whole">
        <span>
          <Mark group={group} /> <strong>{name}</strong>{" "}
          {facts.length > 0 && <small>{facts.join(" · ")}</small>}
        </span>
        {number && <Plotted group={group} side={number} isOfClass={number.filled} />}
      </li>
      {products.map((product) => (
        <Product
          key={product.name + product.of}
          group={group}
          product={product}
          outcome={outcome}
        />
      ))}
      {next && (
        <li class="plotted next">
          <span>Another trial may show</span>
          <Plotted group={group} side={next} />
        </li>
      )}
    </ul>
  );
}

const regimenNames = { monotherapy: "given alone", combination: "in combination" };

interface ProductProps extends Pick<ClassTable, "group"> {
  product: ProductAtLength;
  outcome: string;
}

/** A product with a single trial is one line. */
function Product({ group, product, outcome }: ProductProps) {
  const { name, of, number, count, trials } = product;
  const [first, another] = trials;
  const named = (
    <>
      <strong>{name}</strong>
      {of && `, ${of}`}
    </>
  );
  if (first && !another) {
    const isNamed = !of && wordsOf(first.label).startsWith(wordsOf(name));
    return (
      <Trial {...{ group, outcome, trial: first }} isProduct>
        {!isNamed && named}
      </Trial>
    );
  }
  return (
    <>
      <li class="plotted product">
        <span>
          {named} {count && <small>{count}</small>}
        </span>
        {number && <Plotted group={group} side={number} />}
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

/** A trial is often called by its only product: "BMS-986354 (NEX-T BCMA CAR-T) phase 1". */
const wordsOf = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;

interface TrialProps extends Pick<ClassTable, "group"> {
  trial: TrialAtLength;
  outcome: string;
  /** Whether its product has no line of its own. */
  isProduct?: boolean;
  /** The name of that product, unless the trial is called by it. */
  children?: ComponentChildren;
}

function Trial({ group, trial, outcome, isProduct, children }: TrialProps) {
  const { cohort, label, drawn: side, figures } = trial;
  const link = <RecordLink cohort={cohort} label={label} />;
  return (
    <li class={isProduct ? "plotted trial" : "plotted trial of-product"}>
      <span>
        {children} {isProduct && !children ? <strong>{link}</strong> : link}{" "}
        {figures.map(({ text, citation }) => (
          <small key={text}>
            {text}
            <Cite of={[citation]} at={outcome} />
          </small>
        ))}
      </span>
      {side && <Plotted group={group} side={side} />}
    </li>
  );
}

/** "CAR-T 4 · Bispecific 5": trials with a line; nothing without any. */
export function trialCounts(tables: readonly ClassTable[]): string | undefined {
  if (tables.length === 0) return undefined;
  return therapyClasses
    .map((group) => {
      const cohorts = tables
        .filter((table) => table.group === group)
        .flatMap(({ products }) => products.flatMap(({ trials }) => trials))
        .map(({ cohort }) => cohort);
      return `${drawn.className[group]} ${new Set(cohorts).size}`;
    })
    .join(" · ");
}
