/** Draws facts of a product as lines, each with the numbers of its sources. */
import { capitalised } from "#presentation/words/sentences.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { SourceNumbers } from "../kit/sources.tsx";
import type { ProductFact } from "./facts.ts";

interface CitationsProps {
  /** Lists indices in the list of sources of a product, counted from 0. */
  sources: readonly number[];
  /** The list stands on the page with this address; absent if it stands on this page. */
  page?: string | undefined;
}

export function Citations({ sources, page }: CitationsProps) {
  return <SourceNumbers numbers={sources.map((place) => place + 1)} page={page} />;
}

interface FactTextProps extends Pick<CitationsProps, "page"> {
  fact: ProductFact;
}

/** Draws a fact with its sources, and its marks below. */
export function FactText({ fact: { text, marks, sources }, page }: FactTextProps) {
  return (
    <>
      {text}
      <Citations sources={sources} page={page} />
      {marks.length > 0 && <small>{marks.join(" · ")}</small>}
    </>
  );
}

export function NotFound() {
  return <p class="unknown">{capitalised(notFound)}.</p>;
}

interface FactLinesProps extends Pick<CitationsProps, "page"> {
  facts: readonly ProductFact[];
}

/** Draws a line for each fact, or states that our sources have none. */
export function FactLines({ facts, page }: FactLinesProps) {
  if (facts.length === 0) return <NotFound />;
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={[fact.text, ...fact.marks].join()}>
          <FactText fact={fact} page={page} />
        </li>
      ))}
    </ul>
  );
}
