/** Facts of a product as lines, each with the numbers of its sources. */
import { Fragment } from "preact";
import type { ProductFact } from "./facts.ts";

interface CitationsProps {
  /** Places in the list of sources of a product, counted from 0. */
  sources: readonly number[];
  /** Whose list it is. */
  product: { readonly slug: string; readonly name: string };
  /** Whether that list stands on another page. */
  isElsewhere?: boolean;
}

/** In brackets, because a bare number beside a figure is read as part of it. */
export function Citations({ sources, product, isElsewhere = false }: CitationsProps) {
  if (sources.length === 0) return null;
  const page = isElsewhere ? `/products/${product.slug}` : "";
  return (
    <>
      {sources.map((place, index) => (
        <Fragment key={place}>
          {index > 0 && " "}
          <span class="cited">
            {index === 0 && "\u00a0["}
            <a
              class="source"
              href={`${page}#source-${place + 1}`}
              aria-label={`Source ${place + 1} of ${product.name}`}
            >
              {place + 1}
            </a>
            {index === sources.length - 1 ? "]" : ","}
          </span>
        </Fragment>
      ))}
    </>
  );
}

interface FactTextProps extends Omit<CitationsProps, "sources"> {
  fact: Pick<ProductFact, "text" | "marks" | "sources">;
}

/** A fact with what must be said of it. */
export function FactText({ fact: { text, marks, sources }, ...cited }: FactTextProps) {
  return (
    <>
      {[text, ...marks].join(" · ")}
      <Citations sources={sources} {...cited} />
    </>
  );
}

interface FactLinesProps extends Omit<CitationsProps, "sources"> {
  facts: readonly FactTextProps["fact"][];
}

/** A line for each fact. */
export function FactLines({ facts, ...cited }: FactLinesProps) {
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact.text}>
          <FactText fact={fact} {...cited} />
        </li>
      ))}
    </ul>
  );
}
