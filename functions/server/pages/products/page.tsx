/**
 * `/products`: what each labelled product asks of a ward, in the region of the reader. A file of the build
 * for each region; none needs a script.
 */
import { products as facts } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { productsStyles } from "#generated/styles.ts";
import { oldestDate, type ProductLine, productLine } from "#presentation/statement/product/line.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Note, NotReviewed } from "../kit/note.tsx";
import { ToldFacts } from "../kit/sources.tsx";
import { Nothing, Table, type TableRow } from "../kit/table.tsx";
import { Links } from "../kit/text.tsx";
import { productPages } from "./product-page.tsx";
import { Ages, AsOf } from "./stale.tsx";

/** The page is in English only. */
const { classWords, unknown } = catalogue.record;
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
  const all = Object.values(facts);
  // A series of several products has no label: its products have. CAR-T stands first.
  const labelled = all
    .filter(({ contains, approvedIn }) =>
      contains.length > 0
        ? false
        : region === null
          ? approvedIn.length > 0
          : approvedIn.includes(region),
    )
    .map((product) => ({ product, line: productLine(product, region) }))
    .toSorted(
      (a, b) =>
        b.product.therapyClass.localeCompare(a.product.therapyClass) ||
        a.line.leastLines - b.line.leastLines,
    );
  const others = all.filter((one) => !labelled.some(({ product }) => product === one));
  const asked = region === null ? "" : `&availability=${region}`;
  return (
    <main class="page text wide products">
      <Heading title={`Products${where}`}>
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
      <Table
        label={`Products${where}`}
        columns={["Product", ...Object.values(columns)]}
        rows={labelled.map(rowOf)}
        isCards
      />
      <p class="quiet">“–” means that we found nothing, not that there is nothing.</p>
      <Section id="ages" title="Age of the sources">
        <Ages of="of each product the oldest source behind its line above" />
        <Facts
          facts={labelled.map(({ product, line }) => [
            <a href={`/products/${product.slug}#sources`}>{product.name}</a>,
            <AsOf date={oldestDate(line, product)} />,
          ])}
        />
      </Section>
      <Fold
        id="others"
        title={`Products without a label${where} in our sources`}
        count={others.length}
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

const columns = {
  label: "On the label",
  given: "How it is given",
  boxed: "Boxed warnings",
  rems: "Risk programme (REMS)",
} satisfies Record<keyof ProductLine["facts"], string>;

interface Labelled {
  product: (typeof facts)[string];
  line: ProductLine;
}

function rowOf({ product, line }: Labelled): TableRow {
  const { slug, name, printed, therapyClass } = product;
  const page = `/products/${slug}`;
  return {
    id: slug,
    name: (
      <>
        <Mark group={therapyClass} /> <a href={page}>{name}</a>
        <span class="basis">
          {[...printed.brandNames.map(({ value }) => value), classWords[therapyClass]].join(", ")}
        </span>
      </>
    ),
    cells: (Object.keys(columns) as (keyof typeof columns)[]).map((column) =>
      line.facts[column].length === 0 ? (
        <Nothing key={column} why={unknown} />
      ) : (
        <ToldFacts
          key={column}
          owner={name}
          page={page}
          facts={line.facts[column].map((fact) => ({ ...fact, warns: column === "boxed" }))}
        />
      ),
    ),
  };
}
