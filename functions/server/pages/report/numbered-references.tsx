/**
 * Numbers the sources of a report: each has one number, assigned when it is first drawn, and is listed at the end with
 * its places.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Citation } from "#core/answer/answer.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import { lowerTiers } from "#presentation/words/names.ts";
import { NewTab } from "#widget/views/links.tsx";
import { sources } from "../../answers/compute/full-answer.ts";
import { Fold, Section } from "../kit/kit.tsx";
import { SourceNumbers } from "../kit/sources.tsx";

/** Describes a source, of which less may be known than of the source of a figure. */
export type Cites = Pick<Citation, "text" | "href"> &
  Partial<Pick<Citation, "locator">> & { readonly tier?: number | null };

interface SourceOfStudy<Tier> extends Pick<Cites, "href"> {
  readonly citation: string;
  readonly tier: Tier;
}

interface Reference {
  readonly number: number;
  text: string;
  readonly href: string | null;
  readonly tier: string;
  /** Maps places in the source that were read to the outcomes that were read there. */
  readonly places: Map<string, Set<string>>;
}

/** Holds the references of one page, in the order of their numbers. */
type Numbered = Map<string, Reference>;

export const ReferencesOf = createContext<Numbered>(new Map());

/** Names the outcome for which sources are read, in the row that is drawn; empty outside a row. */
export const OutcomeRead = createContext("");

/** Removes the part that was read from a citation such as "Lancet. 2021;398:314–24 [abstract]". */
function removeBracketsAtEnd(text: string): string {
  return text.replace(/ \[[^\]]*\]$/, "");
}

function findOrAddReferenceNumber(references: Numbered, source: Cites, at: string): number {
  const { text, href, tier = null, locator = null } = source;
  const key = href === null ? text : `${href}\n${tier ?? 1}`;
  const reference: Reference = references.get(key) ?? {
    number: references.size + 1,
    text,
    href,
    tier: (tier !== null && lowerTiers[tier]) || "",
    places: new Map(),
  };
  references.set(key, reference);
  if (reference.text !== text) reference.text = removeBracketsAtEnd(reference.text);
  if (locator) {
    const outcomes = reference.places.get(locator) ?? new Set<string>();
    reference.places.set(locator, at === "" ? outcomes : outcomes.add(at));
  }
  return reference.number;
}

export function findFigureCitation(
  cohort: string,
  { outcome, cut, source }: Pick<ComputeFigure, "outcome" | "cut" | "source">,
): Citation | null {
  return sources.cite({ cohort, printed: outcome, cut, source, citation: null }).citation;
}

export function makeStudyReference<Tier extends number | null>({
  citation,
  href,
  tier,
}: SourceOfStudy<Tier>) {
  return { text: citation, href, tier };
}

interface CiteProps {
  of: readonly (Cites | null)[];
  /** Names the outcome that was read in the source; absent in a row, which names it, or if the source itself states it. */
  at?: string;
}

export function Cite({ of, at }: CiteProps) {
  const references = useContext(ReferencesOf);
  const outcome = useContext(OutcomeRead);
  const numbers = of.flatMap((source) =>
    source ? findOrAddReferenceNumber(references, source, at ?? outcome) : [],
  );
  return <SourceNumbers numbers={[...new Set(numbers)]} />;
}

/** Lists the sources. It must be drawn after everything that cites. */
export function References() {
  return (
    <Section id="references" title="Sources">
      <Fold id="sources" title="All sources, with the places that were read">
        <ReferenceList />
      </Fold>
    </Section>
  );
}

function ReferenceList() {
  const references = [...useContext(ReferencesOf).values()];
  return (
    <ol class="references">
      {references.map((reference) => (
        <ReferenceEntry key={reference.number} {...reference} />
      ))}
    </ol>
  );
}

function ReferenceEntry({ number, text, href, tier, places }: Reference) {
  const placeTexts = [...places].map(([place, outcomes]) =>
    outcomes.size === 0 ? place : `${place} (${[...outcomes].join(", ")})`,
  );
  return (
    <li id={`source-${number}`}>
      {text}
      {href === null ? (
        <span class="screen"> – no address found</span>
      ) : (
        <>
          {" "}
          – <NewTab href={href}>{href}</NewTab>
        </>
      )}
      {tier && ` – ${tier}`}
      {placeTexts.length > 0 && <small> Read: {placeTexts.join("; ")}</small>}
    </li>
  );
}
