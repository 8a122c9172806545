/**
 * Links from a figure to its source, by the numbers that locators and notes use. They start at 0.
 */
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

export interface Sources {
  /** The tier of each source, by its number. */
  readonly tiers: readonly number[];
}

/** `Source 3 (trade news)`. */
export function SourceLink({ index, tiers }: Sources & { index: number }) {
  const tier = tiers[index];
  return (
    <>
      <a href={`#source-${index}`}>Source {index}</a>
      {tier !== undefined && ` (${tierWords(tier, catalogue)})`}
    </>
  );
}

/** A text of the record, unchanged. Names of sources in it become links to the sources. */
export function Remark({ text, tiers }: Sources & { text: string }) {
  // Every second part is a match of the expression.
  return (
    <>
      {text.split(/\b(source \d+)\b/i).map((part, index) => {
        const named = index % 2 === 1 ? Number(part.slice("source ".length)) : Number.NaN;
        return named < tiers.length ? <a href={`#source-${named}`}>{part}</a> : part;
      })}
    </>
  );
}
