/** A document of the report as the content of a page. */
import type { ComponentChildren } from "preact";
import type { Document } from "#presentation/document/document.ts";
import type { Extent } from "#presentation/report/report-parts.ts";
import { Blocks, Level, Sections } from "../kit/blocks.tsx";
import { Names } from "../kit/text.tsx";

interface Props {
  document: Document;
  extent: Extent;
  /** Name of the list of sections; none without it. */
  contents?: string;
  /** Stands before everything else. */
  note?: ComponentChildren;
}

export function DocumentMain({ document, extent, contents, note }: Props) {
  const { title, opening, sections, abbreviations } = document;
  return (
    <Names.Provider value={abbreviations}>
      <main class={`page text wide report ${extent}`}>
        {note}
        <header>
          <h1>{title}</h1>
          <Level.Provider value="h2">
            <Blocks blocks={opening} />
          </Level.Provider>
        </header>
        {contents && (
          <nav aria-label={contents}>
            <ul>
              {sections.map(({ id, title: name }) => (
                <li key={name}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Sections sections={sections} />
      </main>
    </Names.Provider>
  );
}
