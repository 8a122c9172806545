/** `/products/{slug}`: all that the data know of one product. A file of the build. */

import { dataset } from "#core/dataset.ts";
import { products as facts } from "#data/generated/products.ts";
import { productsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Outward } from "../html/outward.tsx";
import { Items, NotReviewed, OnThisPage } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { Said } from "./said.tsx";
import { staleDays } from "./stale.ts";
import { kinds, type ProductFacts, statementsOf } from "./statements.ts";

/** The page is in English only. */
const { classWords, dateWords, unknown } = catalogue.record;

/** By path below `dist/`. */
export function productPages(): Record<string, string> {
  return Object.fromEntries(
    Object.values(facts).map((product) => [`products/${product.slug}.html`, productPage(product)]),
  );
}

function productPage(product: ProductFacts): string {
  return sitePage({
    title: product.name,
    description: `What labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page {...product} />,
  });
}

function Page(product: ProductFacts) {
  const { slug, name, brandNames, therapyClass, sponsor, targets, contains } = product;
  const known = statementsOf(product);
  const here = kinds.filter(([kind]) => known[kind].length > 0);
  const gaps = kinds.filter(([kind]) => known[kind].length === 0);
  return (
    <main class="page text product">
      <header>
        <p class="quiet">
          <a href="/products">Products</a>
        </p>
        <h1>{name}</h1>
        <p>
          {[
            ...brandNames,
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
                <a href={`/products/${one}`}>{facts[one]?.name ?? one}</a>
              </span>
            ))}
          </p>
        )}
        <p class="review">
          <NotReviewed />
          Read the current label before you act. Facts more than {staleDays} days old, or of unknown
          age, are marked.
        </p>
      </header>
      <OnThisPage parts={[...here, ["cohorts", "Cohorts"], ["sources", "Sources"]]} />
      {here.map(([kind, title]) => (
        <section key={kind} class={kind === "boxed" ? "warning" : undefined}>
          <h2 id={kind}>{title}</h2>
          <Said list={known[kind]} product={product} own />
        </section>
      ))}
      <section>
        <h2 id="missing">Not found</h2>
        {gaps.length > 0 && (
          <p>
            Nothing {unknown.replace("not ", "")} on:{" "}
            {gaps.map(([, title]) => title.toLowerCase()).join(" · ")}.
          </p>
        )}
        <List items={product.missing} introduction="Looked for and not found:" />
        <List items={product.contradictions} introduction="Where pages disagree:" />
      </section>
      <Cohorts slug={slug} name={name} />
      <section>
        <h2 id="sources">Sources</h2>
        <p>Numbered from 0, as the statements above count them.</p>
        {product.sources.length === 0 ? (
          <p class="unknown">None.</p>
        ) : (
          <ol start={0}>
            {product.sources.map(({ citation, seenAt, date, dateNote, kind }, index) => (
              <li key={`${citation} ${seenAt}`} id={`source-${index}`}>
                <Outward href={seenAt} text={citation} />
                <p class="quiet">
                  {[kind, date === null ? "undated" : dateWords(date), dateNote]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ol>
        )}
        <p>
          The same as data (JSON): <a href={`/v1/products/${slug}`}>{`/v1/products/${slug}`}</a>
        </p>
      </section>
    </main>
  );
}

function List({ items, introduction }: { items: readonly string[]; introduction: string }) {
  if (items.length === 0) return null;
  return (
    <>
      <p>{introduction}</p>
      <Items items={items} />
    </>
  );
}

function Cohorts({ slug, name }: { slug: string; name: string }) {
  const cohorts = dataset.cohorts.filter(({ product }) => product === slug);
  return (
    <section>
      <h2 id="cohorts">Cohorts</h2>
      {cohorts.length === 0 ? (
        <p class="unknown">No cohort in our data was given it.</p>
      ) : (
        <>
          <p>
            <a href={`/embed?product=${slug}`}>Compare the cohorts given {name}</a> ·{" "}
            <a href={`/report?product=${slug}`}>the same as a report</a>
          </p>
          <ul>
            {cohorts.map(({ id, label }) => (
              <li key={id}>
                <a href={`/v1/cohorts/${id}.html`}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
