/** `/products/{slug}`: all that the data know of one product. A file of the build. */
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import { addressOf } from "#data/source-address.ts";
import { productsStyles } from "#generated/styles.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Outward } from "../html/outward.tsx";
import { Columns, Fold, Items, Links, NotReviewed, Terms } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { Nothing, Told } from "./fact-list.tsx";
import { approvalsIn, codesOf, type Dated, timesOf } from "./on-page.ts";
import { type Achieved, achievedBy } from "./results.ts";
import { asFact, type Fact } from "./six-facts.ts";
import { agesPlace } from "./stale.ts";
import { currentIn, type Kind, kinds, type ProductFacts, statementsOf } from "./statements.ts";

/** The page is in English only. */
const { classWords, dateWords, unknown } = catalogue.record;

/** What a page says at once: statements of some kinds, then printed lines. */
const parts: readonly (readonly [
  id: string,
  title: string,
  kinds: readonly Kind[],
  linesOf?: (product: ProductFacts) => readonly Dated[],
])[] = [
  ["warnings", "Boxed warnings", ["boxed"]],
  ["risk-programme", "Risk programme (REMS)", ["rems"]],
  ["eligibility", "Who, on the label", [], approvalsIn],
  [
    "logistics",
    "From referral to dose",
    ["course", "wait", "inpatient", "stepUp", "manufacturing"],
    ({ slug }) => timesOf(slug, "treatment"),
  ],
  ["watching", "Monitoring", ["monitoring"]],
  ["onset", "How soon harm came, how long it lasted", [], ({ slug }) => timesOf(slug, "harm")],
  ["prophylaxis", "Infections and prophylaxis", ["infection"]],
  ["billing", "Codes", [], codesOf],
];

type Known = ReturnType<typeof statementsOf>;

function facts(known: Known, kind: Kind): Fact[] {
  return currentIn(known[kind], null).map((one) => ({
    ...asFact(one, null),
    warns: kind === "boxed",
  }));
}

/** By path below `dist/`. */
export function productPages(): Record<string, string> {
  return Object.fromEntries(
    Object.values(products).map((product) => [
      `products/${product.slug}.html`,
      productPage(product),
    ]),
  );
}

function productPage(product: ProductFacts): string {
  return sitePage({
    title: product.name,
    description: `What trials, labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page {...product} />,
  });
}

function Page(product: ProductFacts) {
  const { name, printed, therapyClass, sponsor, targets, contains } = product;
  const known = statementsOf(product);
  return (
    <main class="page text product">
      <header>
        <p class="quiet">
          <a href="/products">Products</a>
        </p>
        <h1>
          <Mark group={therapyClass} /> {name}
        </h1>
        <p>
          {[
            ...printed.brandNames.map(({ value }) => value),
            classWords[therapyClass],
            targets.map((target) => target.toUpperCase()).join(" and "),
            sponsor ?? `company or institution ${unknown}`,
          ].join(" · ")}
        </p>
        {contains.length > 0 && (
          <p>
            A series that reports together:{" "}
            {contains.map((one, index) => (
              <span key={one}>
                {index > 0 && ", "}
                <a href={`/products/${one}`}>{products[one]?.name ?? one}</a>
              </span>
            ))}
          </p>
        )}
        <p class="review">
          <NotReviewed />
          <strong class={agesPlace}></strong> Read the current label before you act.
        </p>
      </header>
      <Results {...achievedBy(product)} />
      {parts.map(([id, title, own, linesOf]) => {
        const list = own.flatMap((kind) => facts(known, kind));
        const lines = linesOf?.(product) ?? [];
        return (
          <section key={id} class="part" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <div>
              {list.length > 0 && <Told list={list} product={product} own />}
              {lines.length > 0 && <Terms terms={lines.map(termOf)} />}
              {list.length + lines.length === 0 && <p class="unknown">nothing found</p>}
            </div>
          </section>
        );
      })}
      <Details product={product} known={known} />
    </main>
  );
}

function termOf({ name, href, text }: Dated) {
  return [href ? <a href={href}>{name}</a> : name, text] as const;
}

function Results({ question, columns, trials }: Achieved) {
  return (
    <section class="wide" aria-labelledby="achieved">
      <h2 id="achieved">What it achieved, trial by trial</h2>
      {trials.length === 0 ? (
        <p class="unknown">No trial here has a count of these outcomes.</p>
      ) : (
        <table class="cards results">
          <Columns names={["Trial", ...columns]} />
          <tbody>
            {trials.map(({ cohort, label, cells }) => (
              <tr key={cohort}>
                <th scope="row">
                  <a href={`/v1/cohorts/${cohort}.html`}>{label}</a>
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index]} data-name={columns[index]}>
                    {cell === null ? (
                      <Nothing why="not counted" />
                    ) : (
                      <>
                        {cell.number} <span class="basis">{cell.count}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="quiet">
        Patients and definitions differ between trials. “–” is not counted here: not reported, or
        not as others report it; the record of the trial has all that was printed.{" "}
        <a href={`/embed?${question}`}>Compare</a> ·{" "}
        <a href={`/report?${question}`}>as a report, with every source</a>
      </p>
    </section>
  );
}

function Details({ product, known }: { product: ProductFacts; known: Known }) {
  const { slug, missing, contradictions, sources } = product;
  const cohorts = dataset.cohorts.filter((one) => one.product === slug);
  const gaps = kinds.filter(([kind]) => known[kind].length === 0);
  return (
    <section class="details">
      <h2 id="details">Details and sources</h2>
      {kinds
        .filter(([kind]) => known[kind].length > 0)
        .map(([kind, title]) => (
          <Fold key={kind} id={kind} title={title} count={known[kind].length}>
            <Told list={known[kind]} product={product} own />
          </Fold>
        ))}
      <Fold id="missing" title="Not found" count={gaps.length + missing.length}>
        {gaps.length > 0 && <p>{gaps.map(([, title]) => title).join(" · ")}</p>}
        <Items items={missing} />
        {contradictions.length > 0 && <p>Where pages disagree:</p>}
        <Items items={contradictions} />
      </Fold>
      <Fold id="cohorts" title="Trials and studies of it" count={cohorts.length}>
        <Links
          links={cohorts.map(({ id, label }) => ({ href: `/v1/cohorts/${id}.html`, text: label }))}
        />
      </Fold>
      {/* Open: every number above leads to a line of it. */}
      <Fold id="sources" title="Sources" count={sources.length} open>
        <ol>
          {sources.map(({ date, dateNote, kind, ...source }, index) => (
            <li key={`${source.citation} ${source.seenAt}`} id={`source-${index}`}>
              <Outward href={addressOf(source)} text={source.citation} />
              <p class="quiet">
                {[kind, date === null ? "undated" : dateWords(date), dateNote]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ol>
      </Fold>
      <p>
        The same as data (JSON): <a href={`/v1/products/${slug}`}>{`/v1/products/${slug}`}</a>
      </p>
    </section>
  );
}
