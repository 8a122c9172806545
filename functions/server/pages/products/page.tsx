/**
 * `/products`: six facts of each product, in the region of the reader. A file of the build for each
 * region; none needs a script.
 */
import { products as facts } from "#data/generated/products.ts";
import { productsStyles } from "#generated/styles.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Columns, Links, NotReviewed } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { AsOf, Nothing, Told } from "./fact-list.tsx";
import { productPages } from "./product-page.tsx";
import { type ProductRegion, productRegions, regionName } from "./regions.ts";
import { oldest, sixFacts } from "./six-facts.ts";
import { agesPlace } from "./stale.ts";
import { type ProductFacts, statementsOf } from "./statements.ts";

/** The page is in English only. */
const { classWords } = catalogue.record;

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
    description: `Approved lines, boxed warnings and days in hospital${where}, each with its source. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page region={region} where={where} />,
  });
}

function Page({ region, where }: { region: Chosen; where: string }) {
  const all = Object.values(facts);
  const shown = all.filter(({ approvedIn }) =>
    region === null ? approvedIn.length > 0 : approvedIn.includes(region),
  );
  // A series of several products has no label: its products have. CAR-T stands first.
  const labelled = shown
    .filter(({ contains }) => contains.length === 0)
    .toSorted((a, b) => b.therapyClass.localeCompare(a.therapyClass));
  const others = all.filter((product) => !labelled.includes(product));
  return (
    <main class="page text wide products">
      <header>
        <h1>Products{where}</h1>
        <p>
          What each approved product asks of a ward, as far as our sources, dated below, say. What
          their trials showed:{" "}
          <a href={`/report?compare=product${region === null ? "" : `&availability=${region}`}`}>
            products side by side
          </a>
          .
        </p>
        <p class="review">
          <NotReviewed />
          <strong class={agesPlace}></strong> Read the current label before you act. “–” means that
          we found nothing, not that there is nothing.
        </p>
      </header>
      <Regions region={region} />
      <table class="six cards">
        <Columns names={["Product", ...sixFacts.map(([title]) => title)]} />
        <tbody>
          {labelled.map((product) => (
            <Row key={product.slug} product={product} region={region} />
          ))}
        </tbody>
      </table>
      <details>
        <summary>
          <h2 id="others">
            {others.length} products without an approval{region === null ? "" : where} in our
            sources
          </h2>
        </summary>
        <p class="quiet">
          Investigational products, and series that report several products as one.
        </p>
        <ul class="others">
          {others.map(({ slug, name, therapyClass }) => (
            <li key={slug}>
              <a href={`/products/${slug}`}>{name}</a>, {classWords[therapyClass]}
            </li>
          ))}
        </ul>
      </details>
    </main>
  );
}

function Regions({ region }: { region: Chosen }) {
  const links = [
    { href: "/products", text: "Anywhere", isHere: region === null },
    ...productRegions.map((one) => ({
      href: `/products?region=${one}`,
      text: regionName(one),
      isHere: one === region,
    })),
  ];
  return (
    <nav aria-label="Region">
      <Links links={links} />
    </nav>
  );
}

function Row({ product, region }: { product: ProductFacts; region: Chosen }) {
  const { slug, name, printed, therapyClass } = product;
  const known = statementsOf(product);
  const date = oldest(known);
  return (
    <tr id={slug}>
      <th scope="row">
        <Mark group={therapyClass} /> <a href={`/products/${slug}`}>{name}</a>
        <span class="basis">
          {[...printed.brandNames.map(({ value }) => value), classWords[therapyClass]].join(", ")}
          {date !== null && (
            <>
              {" "}
              · sources from <AsOf date={date} />
            </>
          )}
        </span>
      </th>
      {sixFacts.map(([title, of]) => {
        const list = of({ product, known, region });
        return (
          <td key={title} data-name={title}>
            {list.length > 0 ? <Told list={list} product={product} /> : <Nothing />}
          </td>
        );
      })}
    </tr>
  );
}
