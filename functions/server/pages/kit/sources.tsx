/**
 * Lists the sources of a page. A source is shown by the number that leads to it, or all are shown by a link. No script
 * is needed.
 */
import type { ComponentChildren } from "preact";
import { joinNodes, Section } from "./kit.tsx";

const all = "all-sources";

interface SourcesSectionProps {
  title: string;
  sources: readonly {
    /** Cites the source. */
    readonly name: ComponentChildren;
    /** States what was read, when, and how well it was reviewed. */
    readonly basis: ComponentChildren;
  }[];
  /** Links to the same facts as JSON. */
  json: string;
  /** States the ages of all sources in a sentence. */
  children?: ComponentChildren;
}

export function SourcesSection({ title, sources, json, children }: SourcesSectionProps) {
  return (
    <Section id="sources" title={title}>
      {children}
      {sources.length > 0 && (
        <p>
          <a href={`#${all}`}>
            {sources.length === 1 ? "Show the source" : `Show all ${sources.length} sources`}
          </a>
          . Each number shows its own.
        </p>
      )}
      <ol class="sources" id={all}>
        {sources.map(({ name, basis }, index) => (
          // Each source has its number in `value`, because a browser would not count hidden entries.
          <li key={index} id={`source-${index + 1}`} value={index + 1}>
            {name}
            <small>{basis}</small>
          </li>
        ))}
      </ol>
      <p class="quiet">
        The same as data (JSON): <a href={json}>{json}</a>
      </p>
    </Section>
  );
}

interface SourceNumbersProps {
  /** The numbers are those in the list of sources, counted from 1. */
  numbers: readonly number[];
  /** The list stands on the page with this address; absent if it stands on this page. */
  page?: string | undefined;
}

/** Draws the numbers in brackets, because a bare number next to a figure is read as part of the figure. */
export function SourceNumbers({ numbers, page = "" }: SourceNumbersProps) {
  if (numbers.length === 0) return null;
  return (
    <span class="cited">
      {"\u00a0["}
      {joinNodes(
        numbers.map((number) => (
          <a key={number} href={`${page}#source-${number}`} role="doc-biblioref">
            {number}
          </a>
        )),
        ", ",
      )}
      ]
    </span>
  );
}
