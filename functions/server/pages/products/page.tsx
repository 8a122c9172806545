/**
 * `/products`: what labels say of the products, side by side, for all regions or for one. A file of
 * the build for each region; none needs a script.
 */

import { dataset } from "#core/dataset.ts";
import { products as facts } from "#data/generated/products.ts";
import { productsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { Columns, NotReviewed } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { productPages } from "./product-page.tsx";
import { type ProductRegion, productRegions, regionName } from "./regions.ts";
import { Said } from "./said.tsx";
import { staleDays } from "./stale.ts";
import {
  currentIn,
  type Kind,
  kinds,
  lineText,
  merged,
  type ProductFacts,
  type Statement,
  statementsOf,
} from "./statements.ts";

/** The page is in English only. */
const { classWords, dateWords, unknown } = catalogue.record;

type Chosen = ProductRegion | null;

export function documents(): Record<string, string> {
  const ofRegions = productRegions.map((region) => [
    `products-${region}.html`,
    productsPage(region),
  ]);
  return {
    "products.html": productsPage(null),
    ...Object.fromEntries(ofRegions),
    ...productPages(),
  };
}

/** `null` is the page of all regions. */
function productsPage(region: Chosen): string {
  const where = region === null ? "" : `: ${regionName(region)}`;
  return sitePage({
    title: `Products${where}`,
    description: `Approvals, boxed warnings, logistics and monitoring${where}, each with its source and date. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page region={region} where={where} />,
  });
}

/** What a card holds; the page of the product holds the rest. */
const onCards: readonly Kind[] = [
  "rems",
  "course",
  "wait",
  "inpatient",
  "stepUp",
  "monitoring",
  "infection",
  "codes",
];

const inTable = ["course", "wait", "inpatient", "stepUp"] as const satisfies readonly Kind[];

const titles = new Map<Kind, string>(kinds);
const titleOf = (kind: Kind) => titles.get(kind) ?? "";

function Page({ region, where }: { region: Chosen; where: string }) {
  const all = Object.values(facts);
  const shown = all.filter(({ approvedIn }) =>
    region === null ? approvedIn.length > 0 : approvedIn.includes(region),
  );
  // A series of several products has no label: its products have.
  const labelled = shown.filter(({ contains }) => contains.length === 0);
  const others = all.filter((product) => !labelled.includes(product));
  return (
    <main class="page text products">
      <header>
        <h1>Products{where}</h1>
        <p>
          What labels and regulators say of each product, with source and date. Nothing here ranks
          products, and nothing replaces the current label. What their trials showed:{" "}
          <a href={`/report?compare=product${region === null ? "" : `&availability=${region}`}`}>
            products side by side, each pooled by itself
          </a>
          .
        </p>
        <p class="review">
          <NotReviewed />
          Facts more than {staleDays} days old, or of unknown age, are marked: check the current
          label. “{capitalised(unknown)}” means that we found nothing, not that there is nothing.
        </p>
      </header>
      <Regions region={region} />
      {region !== null && (
        <p>
          Statements whose source names no region are kept and say so; those of other regions are
          left out.
        </p>
      )}
      <section class="overview" aria-labelledby="side-by-side">
        <h2 id="side-by-side">Side by side</h2>
        <Overview products={labelled} region={region} />
      </section>
      <section>
        <h2 id="approved">{region === null ? "Approved somewhere" : `Approved${where}`}</h2>
        <p class="quiet">Approved on the date of the data, {dateWords(dataset.review.dataDate)}.</p>
        {labelled.map((product) => (
          <Card key={product.slug} product={product} region={region} />
        ))}
      </section>
      <section>
        <h2 id="others">
          {region === null ? "No approval in our sources" : `No approval${where} in our sources`}
        </h2>
        <p class="quiet">
          Investigational products, and series that report several products as one.
        </p>
        <ul>
          {others.map(({ slug, name, therapyClass }) => (
            <li key={slug}>
              <a href={`/products/${slug}`}>{name}</a>, {classWords[therapyClass]}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function Regions({ region }: { region: Chosen }) {
  const choices: [Chosen, string][] = [
    [null, "All regions"],
    ...productRegions.map((one): [Chosen, string] => [one, regionName(one)]),
  ];
  return (
    <nav aria-label="Region">
      <ul>
        {choices.map(([one, name]) => (
          <li key={name}>
            <a
              href={one === null ? "/products" : `/products?region=${one}`}
              aria-current={one === region ? "page" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Shown {
  product: ProductFacts;
  region: Chosen;
}

function Overview({ products, region }: { products: readonly ProductFacts[]; region: Chosen }) {
  return (
    <table>
      <Columns names={["Product", "Boxed warnings", "Approved for", ...inTable.map(titleOf)]} />
      <tbody>
        {products.map((product) => (
          <Row key={product.slug} product={product} region={region} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ product, region }: Shown) {
  const known = statementsOf(product);
  const said = (list: readonly Statement[]) => (
    <Said list={merged(currentIn(list, region))} product={product} />
  );
  return (
    <tr>
      <th scope="row">
        <a href={`#${product.slug}`}>{product.name}</a>
      </th>
      <td>{said(known.boxed)}</td>
      <td>
        <ul class="said">
          {product.approvals
            .filter((one) => one.inForce && (region === null || one.region === region))
            .map((one) => (
              <li key={one.detail}>
                {regionName(one.region)}: {lineText(one)}
                <span class="basis">
                  {one.date === null ? `date ${unknown}` : dateWords(one.date)} ·{" "}
                  {one.sources.map((index, position) => (
                    <span key={index}>
                      {position > 0 && ", "}
                      <a href={`/products/${product.slug}#source-${index}`}>source {index}</a>
                    </span>
                  ))}
                </span>
              </li>
            ))}
        </ul>
      </td>
      {inTable.map((kind) => (
        <td key={kind}>{said(known[kind])}</td>
      ))}
    </tr>
  );
}

function Card({ product, region }: Shown) {
  const { slug, name, brandNames, therapyClass } = product;
  const known = statementsOf(product);
  const approvals = known.approvals.filter((one) => region === null || one.region === region);
  return (
    <article class="card" id={slug} aria-labelledby={`${slug}-name`}>
      <h3 id={`${slug}-name`}>
        <a href={`/products/${slug}`}>{name}</a>
      </h3>
      <p class="quiet">{[...brandNames, classWords[therapyClass]].join(" · ")}</p>
      <div class="warning">
        <h4>{titleOf("boxed")}</h4>
        <Said list={currentIn(known.boxed, region)} product={product} />
      </div>
      <h4>{titleOf("approvals")}</h4>
      <Said list={approvals} product={product} />
      {onCards.map((kind) => (
        <div key={kind}>
          <h4>{titleOf(kind)}</h4>
          <Said list={currentIn(known[kind], region)} product={product} />
        </div>
      ))}
      <p>
        <a href={`/products/${slug}`}>All of {name}, with cohorts and sources</a>
      </p>
    </article>
  );
}
