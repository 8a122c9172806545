/** Links from a figure to its source, by the numbers that definitions use. They start at 0. */
import { partsOfDefinition } from "#data/named-source.ts";
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

/** The sources that a definition names are links; a rule of the data says that they exist. */
export function Definition({ text }: { text: string }) {
  return (
    <>
      {partsOfDefinition(text).map((part) =>
        typeof part === "string" ? (
          part
        ) : (
          <a href={`#source-${part.source}`}>source {part.source}</a>
        ),
      )}
    </>
  );
}
