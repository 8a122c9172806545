/** Facts with the numbers of their sources, and the list that has them. Sources are counted from 0 in the data, from 1 by readers. */
import type { ComponentChildren } from "preact";
import { Warning } from "./note.tsx";

export interface ToldFact {
  text: string;
  /** What must be said with it, or it would be misread: its region, that it is not sure. */
  marks: readonly string[];
  /** Places in the list of sources. */
  sources: readonly number[];
  warns?: boolean;
}

/** Shown one by one, by the number that leads to each, or all by a link: no script is needed. */
const all = "all-sources";

interface OfPage {
  /** Whose sources they are. */
  owner: string;
  /** The page with the list, if it is another one. */
  page?: string;
}

interface ToldProps extends OfPage {
  facts: readonly ToldFact[];
  /** In one line, where each is a few words. */
  isRun?: boolean;
}

export function ToldFacts({ facts, isRun, ...of }: ToldProps) {
  return (
    <ul class={isRun ? "told run" : "told"}>
      {facts.map(({ text, marks, sources, warns }) => (
        <li key={text}>
          {warns && <Warning />}
          {[text, ...marks].join(" · ")}
          {sources.map((index) => (
            <SourceMark key={index} index={index} {...of} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** In brackets, because a bare number beside a figure is read as part of it. */
export function SourceMark({ index, owner, page = "" }: OfPage & { index: number }) {
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

interface SourceListProps {
  sources: readonly ComponentChildren[];
  /** The first number, where that is not 1. */
  start?: number;
}

export function SourceList({ sources, start = 1 }: SourceListProps) {
  return (
    <ol class="sources" id={all}>
      {sources.map((source, index) => (
        <li key={index} id={`source-${index}`} value={index + start}>
          {source}
        </li>
      ))}
    </ol>
  );
}

export function ShowSources({ count }: { count: number }) {
  return (
    <p>
      <a href={`#${all}`}>Show all {count} sources</a>. Each number shows its own.
    </p>
  );
}
