/**
 * Makes the pages of products that the build writes: a page for each, and the list, which shows the labelled ones side by
 * side: from which prior line each is labelled, what it asks of a ward, and its warnings.
 */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import type { Label } from "#core/evidence/labels.ts";
import {
  isSameRegimen,
  type RegimenLabels,
  readRegionLabels,
} from "#core/evidence/regimen-labels.ts";
import { productCourses } from "#data/generated/courses.ts";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { productsStyles as styles } from "#generated/styles.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { listLabelLines } from "#presentation/views/course.ts";
import { nameRegimen } from "#presentation/words/labels.ts";
import { classSingular } from "#presentation/words/names.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import { namePropertyValue } from "#presentation/words/properties.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import {
  Cells,
  type Fact,
  Facts,
  Fold,
  Heading,
  joinNodes,
  Note,
  ReviewNotice,
  Section,
  StackedTable,
} from "../kit/kit.tsx";
import { Citations, makeProductFactsView, type ProductFacts } from "./facts.tsx";
import { findFewestRequiredPriorLines } from "./label.tsx";
import { makeProductCard } from "./product-numbers.tsx";
import { ProductPage } from "./product-page.tsx";

/** Returns the pages by path below `dist/`. */
export async function renderDocuments(): Promise<Record<string, string>> {
  const cards = await Promise.all(
    Object.values(products).map(async (product) => ({
      product,
      card: await makeProductCard(product),
    })),
  );
  const pages = cards.map(({ product, card }) => [
    `products/${product.slug}.html`,
    renderSitePage({
      title: product.name,
      description: `What trials, labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
      styles,
      current: "products",
      content: <ProductPage product={product} card={card} />,
    }),
  ]);
  const list = renderSitePage({
    title: "Drugs",
    description:
      "Labelled lines, boxed warnings and days in hospital, with their sources. Evidence, not advice.",
    styles,
    current: "products",
    content: <ProductList />,
  });
  return { "products.html": list, ...Object.fromEntries(pages) };
}

export function ProductList() {
  const labelled = listLabelledProducts();
  const unlabelled = Object.values(products).filter((product) => !labelled.includes(product));
  return (
    <main class="page text products">
      <Heading title="Drugs">
        <p>
          From which prior line each drug is labelled, what it asks of a ward, and what its label
          warns of. The results of their trials stand{" "}
          <a href="/embed?compare=product">side by side</a>, when CRS and ICANS came{" "}
          <a href="/embed?outcome=toxicity">among the harms</a>.
        </p>
        <Note>
          <ReviewNotice />
          Read the current label.
        </Note>
      </Heading>
      <Section id="labels" title="On the label">
        <LabelNumbers products={labelled} />
      </Section>
      <Section id="given" title="What each asks of a ward">
        <TreatmentTable products={labelled} />
      </Section>
      <Section id="warnings" title="Boxed warnings, US label">
        <Facts facts={labelled.map(makeBoxedWarningsFact)} />
      </Section>
      <Fold id="others" title="Drugs of which no label was found" count={unlabelled.length}>
        <p class="quiet">Investigational products, and series that report several drugs as one.</p>
        <ul class="others">
          {unlabelled.map(({ slug, name, therapyClass }) => (
            <li key={slug}>
              <a href={`/products/${slug}`}>{name}</a>, {classSingular[therapyClass]}
            </li>
          ))}
        </ul>
      </Fold>
    </main>
  );
}

/**
 * Returns the labelled products, CAR-T first, and in each class those with the fewest prior lines first. A series of
 * several products has no label; each of its products has one.
 */
function listLabelledProducts(): ProductFacts[] {
  return Object.values(products)
    .filter(({ contains, approvedIn }) => contains.length === 0 && approvedIn.length > 0)
    .sort(
      (a, b) =>
        b.therapyClass.localeCompare(a.therapyClass) ||
        findFewestRequiredPriorLines(a.approvals) - findFewestRequiredPriorLines(b.approvals),
    );
}

/** Draws the fewest prior lines in each region, one line for each regimen. */
function LabelNumbers({ products }: LabelledProps) {
  const lines = products.flatMap((product) =>
    listLabelledRegimens(product).map((regimen) => ({
      product,
      name: nameRegimen(regimen),
      cells: labelRegions.flatMap((region) =>
        regimen.labels.filter((label) => label.region === region).map(describeLabelCell),
      ),
    })),
  );
  const words = [...new Set(lines.flatMap(({ cells }) => cells))];
  return (
    <>
      <StackedTable
        look="labels"
        caption="From this prior line; each name leads to all that its label asks for"
        columns={labelRegions.map((region) => (
          <abbr key={region} title={namePropertyValue("region", region)}>
            {region.toUpperCase()}
          </abbr>
        ))}
      >
        <tbody>
          {lines.map(({ product, name, cells }) => (
            <tr key={name}>
              <th scope="row">
                <ProductNameLink {...product} name={name} place="label" />
              </th>
              <Cells columns={labelRegions.map((region) => region.toUpperCase())} cells={cells} />
            </tr>
          ))}
        </tbody>
      </StackedTable>
      <p class="quiet">
        {meanings
          .filter(([word]) => words.includes(word))
          .map(([word, meaning]) => `${word}: ${meaning}. `)}
        CH: Switzerland; CN: China; JP: Japan. Other regions stand on the page of a drug.
      </p>
    </>
  );
}

/** Explains each word that stands in place of a number. */
const meanings = [
  ["no", "not labelled there"],
  ["pending", "applied for"],
  ["no label found", "which is no proof that there is none"],
  ["lines not reported", "labelled, from which line is not reported"],
] as const;

function describeLabelCell({ status, minPriorLines }: Label): string {
  return {
    "not-labelled": "no",
    pending: "pending",
    "no-label-found": "no label found",
    "not-known": "lines not reported",
    "labelled-from-line": `${minPriorLines ?? "later"}`,
    labelled: `${minPriorLines ?? "any"}`,
  }[status];
}

/**
 * Lists the regimens of a product on any label: the product alone, and each combination once, with its label in each
 * region.
 */
function listLabelledRegimens({ slug, approvals }: ProductFacts): RegimenLabels[] {
  const all = approvals
    .filter(({ inForce, status }) => inForce || status === "pending")
    .map(({ partners }) => ({ product: slug, partners }));
  return all
    .filter(
      (candidate, index) => all.findIndex((earlier) => isSameRegimen(earlier, candidate)) === index,
    )
    .map((regimen) => ({
      ...regimen,
      labels: readRegionLabels(regimen, labelRegions, { lines: "any" }, dataset),
    }));
}

interface ProductNameProps extends Pick<ProductFacts, "slug" | "therapyClass"> {
  name: string;
  /** The link leads to the place with this id on the page of the product. */
  place: string;
}

function ProductNameLink({ slug, therapyClass, name, place }: ProductNameProps) {
  return (
    <>
      <InlineClassMark group={therapyClass} /> <a href={`/products/${slug}#${place}`}>{name}</a>
    </>
  );
}

interface LabelledProps {
  products: readonly ProductFacts[];
}

/** Lists the warnings in the box of a product; `null` if its label has none. */
function makeBoxedWarningsFact(product: ProductFacts): Fact {
  const { boxed } = makeProductFactsView(product);
  const name = <ProductNameLink {...product} name={nameProduct(product.slug)} place="warnings" />;
  const texts = boxed.map(({ text, marks, sources }) => (
    <Fragment key={text}>
      {text}
      {marks.length > 0 && ` (${marks.join(", ")})`}
      <Citations sources={sources.slice(0, 2)} page={`/products/${product.slug}`} />
    </Fragment>
  ));
  return [name, texts.length === 0 ? null : joinNodes(texts, "; ")];
}

/** Draws the lines of the course that labels and series fill, each drug by itself. */
function TreatmentTable({ products }: LabelledProps) {
  const drugs = products.map((product) => ({
    product,
    lines: listLabelLines(product.slug, productCourses),
  }));
  const columns = drugs[0]?.lines.map(({ label }) => label) ?? [];
  return (
    <StackedTable
      look="wide"
      caption="As in the course of each, given alone; each name leads to the sources"
      columns={columns}
    >
      <tbody>
        {drugs.map(({ product, lines }) => (
          <tr key={product.slug}>
            <th scope="row">
              <ProductNameLink {...product} name={nameProduct(product.slug)} place="logistics" />
            </th>
            <Cells columns={columns} cells={lines.map(({ text }) => text)} />
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}
