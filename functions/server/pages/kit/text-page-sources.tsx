/** The list of the sources of a page: shown one by one, by the number that leads to each, or all by a link. No script is needed. */
import type { PageSource, TextPage } from "#presentation/document/text-page.ts";
import { AsOf } from "./ages.tsx";
import { Said } from "./text.tsx";

const all = "all-sources";

interface SourceListProps extends Pick<TextPage["sources"], "from"> {
  sources: readonly PageSource[];
}

export function SourceList({ sources, from }: SourceListProps) {
  return (
    <ol class="sources" id={all}>
      {sources.map(({ words, basis, date, dateNote }, index) => (
        <li key={index} id={`source-${index + from}`} value={index + from}>
          <Said words={words} />
          <small>
            <Said words={basis} />
            {date !== undefined && (
              <>
                {" · "}
                <AsOf date={date} />
                {dateNote && ` (${dateNote})`}
              </>
            )}
          </small>
        </li>
      ))}
    </ol>
  );
}

export function ShowSources({ count }: { count: number }) {
  return (
    <p>
      <a href={`#${all}`}>{count === 1 ? "Show the source" : `Show all ${count} sources`}</a>. Each
      number shows its own.
    </p>
  );
}
