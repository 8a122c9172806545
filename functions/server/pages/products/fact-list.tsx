/** What is said on a page, with links to its sources and, in full, its date, region and remarks. */
import { catalogue } from "#presentation/words/catalogue.ts";
import { regionName } from "./regions.ts";
import type { Fact } from "./six-facts.ts";
import type { ProductFacts, Statement } from "./statements.ts";

/** The pages are in English only. */
const { dateWords, unknown } = catalogue.record;

interface Of {
  product: Pick<ProductFacts, "slug" | "name">;
  /** Whether the list of sources is on the same page. */
  own?: boolean;
}

/** As short as it can be without being misread; of a whole statement, all that a reader needs to judge it. */
export function Told({ list, ...of }: Of & { list: readonly (Fact | Statement)[] }) {
  return (
    <ul class="said">
      {list.map((one) => (
        <li key={one.text}>
          {"warns" in one && one.warns && <Warning />}
          {"remarks" in one ? one.text : [one.text, ...one.exceptions].join(" · ")}
          <SourceMarks {...of} sources={"remarks" in one ? one.sources : one.sources.slice(0, 2)} />
          {"remarks" in one && <Basis {...one} />}
        </li>
      ))}
    </ul>
  );
}

function Basis({ asOf, paged, region, remarks }: Statement) {
  return (
    <span class="basis">
      <AsOf date={asOf ?? paged} />
      {[...(region === null ? [] : [regionName(region)]), ...remarks]
        .map((remark) => ` · ${remark}`)
        .join("")}
    </span>
  );
}

/** Where a table has nothing. */
export function Nothing({ why = unknown }: { why?: string }) {
  return (
    <span class="unknown">
      –<span class="heard"> {why}</span>
    </span>
  );
}

/** A sign of our own: what warns is known without its colour. */
function Warning() {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" />
      <path d="M8 4v5M8 11v1.5" />
    </svg>
  );
}

/** Numbered from 1, as readers count; in brackets, because a bare one beside a figure is read as part of it. */
function SourceMarks({ product, own = false, sources }: Of & Pick<Statement, "sources">) {
  return sources.map((index) => (
    <span key={index}>
      {" "}
      <a
        class="source"
        href={`${own ? "" : `/products/${product.slug}`}#source-${index}`}
        aria-label={`Source ${index + 1} of ${product.name}`}
      >
        [{index + 1}]
      </a>
    </span>
  ));
}

/** `stale.ts` finds the date by this element. What has no date is never shown as if it were fresh. */
export function AsOf({ date }: { date: string | null }) {
  if (date === null) return <>no date</>;
  return (
    <time class="as-of" dateTime={date}>
      {dateWords(date)}
    </time>
  );
}
