/** Statements on a page, each with its region, its date and links to its sources. */
import { catalogue } from "#presentation/words/catalogue.ts";
import { type ProductFacts, regionText, type Statement } from "./statements.ts";

/** The pages are in English only. */
const { dateWords, unknown } = catalogue.record;

interface Of {
  product: Pick<ProductFacts, "slug" | "name">;
  /** Whether the list of sources is on the same page. */
  own?: boolean;
}

export function Said({ list, ...of }: Of & { list: readonly Statement[] }) {
  if (list.length === 0) return <p class="unknown">{unknown}</p>;
  return (
    <ul class="said">
      {list.map((one) => (
        <li key={one.text}>
          {one.text}
          <Basis {...of} {...one} />
        </li>
      ))}
    </ul>
  );
}

function Basis({ product, own = false, asOf, paged, region, sources, remarks }: Of & Statement) {
  return (
    <span class="basis">
      {remarks.length > 0 && `${remarks.join(" · ")} · `}
      {regionText(region)} · <AsOf asOf={asOf} paged={paged} />
      {sources.length > 0 && " · "}
      {sources.map((index, position) => (
        <span key={index}>
          {position > 0 && ", "}
          <a href={`${own ? "" : `/products/${product.slug}`}#source-${index}`}>
            source {index}
            {!own && <span class="heard"> of {product.name}</span>}
          </a>
        </span>
      ))}
      {sources.length === 0 && " · no source named"}
    </span>
  );
}

/** `stale.ts` finds the date by this element. What has no date is never shown as if it were fresh. */
function AsOf({ asOf, paged }: Pick<Statement, "asOf" | "paged">) {
  const date = asOf ?? paged;
  if (date === null) return <strong class="stale">age unknown</strong>;
  return (
    <time class="as-of" dateTime={date}>
      {asOf === null ? "page dated" : "as of"} {dateWords(date)}
    </time>
  );
}
