/**
 * `/products`: what each labelled product asks of a ward, in the region of the reader. A file of the build
 * for each region; none needs a script.
 */
import { labelRegions } from "#data/vocabulary.ts";
import { productsStyles } from "#generated/styles.ts";
import { productList } from "#presentation/statement/product/list.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Ages, AsOf } from "../kit/ages.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Note, NotReviewed } from "../kit/note.tsx";
import { Table } from "../kit/table.tsx";
import { Links } from "../kit/text.tsx";
import { productPages } from "./product-page.tsx";

/** The page is in English only. */
const { classWords } = catalogue.record;
const { region: regionName } = catalogue.product.label;

type Chosen = (typeof labelRegions)[number] | null;

export function documents(): Record<string, string> {
  const ofRegions = labelRegions.map((region) => [`products-${region}.html`, productsPage(region)]);
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
    description: `Labelled lines, boxed warnings and days in hospital${where}, each with its source. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page region={region} where={where} />,
  });
}

function Page({ region, where }: { region: Chosen; where: string }) {
  const title = `Products${where}`;
  const { table, ages, others } = productList(region, title);
  const asked = region === null ? "" : `&availability=${region}`;
  return (
    <main class="page text wide products">
      <Heading title={title}>
        <p>
          Who is on the label, and what each product asks of a ward. What their trials showed:{" "}
          <a href={`/report?compare=product${asked}`}>products side by side</a>.
        </p>
        <Note>
          <NotReviewed />
          Read the current label before you act: <a href="#ages">how old our sources are</a>.
        </Note>
      </Heading>
      <Regions region={region} />
      <Table table={table} />
      <p class="quiet">“–” means that we found nothing, not that there is nothing.</p>
      <Section id="ages" title="Age of the sources">
        <Ages of="of each product the oldest source behind its line above" />
        <Facts
          facts={ages.map(({ slug, name, date }) => [
            <a href={`/products/${slug}#sources`}>{name}</a>,
            <AsOf date={date} />,
          ])}
        />
      </Section>
      <Fold
        id="others"
        title={`Products without a label${where} in our sources`}
        aside={`${others.length}`}
      >
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
      </Fold>
    </main>
  );
}

function Regions({ region }: { region: Chosen }) {
  const links = [
    { href: "/products", text: "Anywhere", isHere: region === null },
    ...labelRegions.map((one) => ({
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
