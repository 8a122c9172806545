/** Facts with the numbers of their sources, and the list that has them. Sources are counted from 0 in the data, from 1 by readers. */
import type { CitedLine, PageSource, TextPage } from "#presentation/statement/page.ts";
import { AsOf } from "./ages.tsx";
import { Warning } from "./note.tsx";
import { Said } from "./text.tsx";

/** Shown one by one, by the number that leads to each, or all by a link: no script is needed. */
const all = "all-sources";

export interface OfPage {
  /** Whose sources they are. */
  owner: string;
  /** The page with the list, if it is another one. */
  page?: string | undefined;
}

interface LinesProps extends OfPage {
  lines: string | readonly CitedLine[];
  /** In one line, where each is a few words. */
  isRun?: boolean | undefined;
}

/** A list of facts; one that rests on nothing beside it is no list. */
export function Lines({ lines, isRun, ...of }: LinesProps) {
  if (typeof lines === "string") return <>{lines}</>;
  const [first, second] = lines;
  if (first && !second && !first.sources && !first.warns) return <Fact {...first} {...of} />;
  return (
    <ul class={isRun ? "cited run" : "cited"}>
      {lines.map((line, index) => (
        <li key={index}>
          <Fact {...line} {...of} />
        </li>
      ))}
    </ul>
  );
}

function Fact({ words, basis, sources = [], warns, ...of }: CitedLine & OfPage) {
  return (
    <>
      {warns && <Warning />}
      <Said words={words} />
      {sources.map((index) => (
        <SourceMark key={index} index={index} {...of} />
      ))}
      {basis && (
        <span class="basis">
          <Said words={basis} />
        </span>
      )}
    </>
  );
}

/** In brackets, because a bare number beside a figure is read as part of it. */
function SourceMark({ index, owner, page = "" }: OfPage & { index: number }) {
  return (
    <>
      {"\u00a0"}
      <a
        class="source"
        href={`${page}#source-${index}`}
        aria-label={`Source ${index + 1} of ${owner}`}
      >
        [{index + 1}]
      </a>
    </>
  );
}

interface SourceListProps extends Pick<TextPage["sources"], "from"> {
  sources: readonly PageSource[];
}

export function SourceList({ sources, from }: SourceListProps) {
  return (
    <ol class="sources" id={all}>
      {sources.map(({ words, basis, date, dateNote }, index) => (
        <li key={index} id={`source-${index}`} value={index + from}>
          <Said words={words} />
          <span class="basis">
            <Said words={basis} />
            {date !== undefined && (
              <>
                {" · "}
                <AsOf date={date} />
                {dateNote && ` (${dateNote})`}
              </>
            )}
          </span>
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
