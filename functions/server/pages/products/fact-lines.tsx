/** Facts of a product as lines, each with the numbers of its sources. */
import { Fragment } from "preact";
import type { ProductFact } from "./facts.ts";

interface CitationsProps {
  /** Places in the list of sources of a product, counted from 0. */
  sources: readonly number[];
  /** Address of the page that has this list, if it is another one. */
  page?: string | undefined;
}

/** In brackets, because a bare number beside a figure is read as part of it. */
export function Citations({ sources, page = "" }: CitationsProps) {
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
              aria-label={`Source ${place + 1}`}
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

interface FactTextProps extends Pick<CitationsProps, "page"> {
  fact: ProductFact;
}

/** A fact with what must be said of it. */
export function FactText({ fact: { text, marks, sources }, page }: FactTextProps) {
  return (
    <>
      {[text, ...marks].join(" · ")}
      <Citations sources={sources} page={page} />
    </>
  );
}

interface FactLinesProps extends Pick<CitationsProps, "page"> {
  facts: readonly ProductFact[];
}

/** A line for each fact. */
export function FactLines({ facts, page }: FactLinesProps) {
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact.text}>
          <FactText fact={fact} page={page} />
        </li>
      ))}
    </ul>
  );
}
