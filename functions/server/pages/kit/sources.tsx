/** The sources of a page: each is shown by the number that leads to it, or all by a link. No script is needed. */
import { type ComponentChildren, Fragment } from "preact";
import { Section } from "./kit.tsx";

const all = "all-sources";

interface SourcesSectionProps {
  title: string;
  sources: readonly {
    /** Holds the citation. */
    readonly name: ComponentChildren;
    /** Tells what was read, when, and how well it was reviewed. */
    readonly basis: ComponentChildren;
  }[];
  /** Holds the address of the same as data. */
  json: string;
  /** Holds the sentence about the ages of all sources. */
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
          // Sources that are not shown would not be counted.
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
  /** Numbers as in the list of sources, counted from 1. */
  numbers: readonly number[];
  /** Address of the page that has this list, if it is another one. */
  page?: string | undefined;
}

/** Numbers stand in brackets, because a bare number next to a figure is read as part of it. */
export function SourceNumbers({ numbers, page = "" }: SourceNumbersProps) {
  if (numbers.length === 0) return null;
  return (
    <span class="cited">
      {"\u00a0["}
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && ", "}
          <a href={`${page}#source-${number}`} role="doc-biblioref">
            {number}
          </a>
        </Fragment>
      ))}
      ]
    </span>
  );
}
