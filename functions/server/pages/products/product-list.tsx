/**
 * Makes `/products`: the labelled products side by side, from which prior line each is labelled, how it is given, and
 * its warnings.
 */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { isSameRegimen, labelsIn, type RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { labelTable } from "#presentation/views/label-table.ts";
import { classSingular } from "#presentation/words/class-names.ts";
import { productName } from "#presentation/words/product-name.ts";
import { valueName } from "#presentation/words/properties.ts";
import { capitalised, withCommas } from "#presentation/words/sentences.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { Fold, Heading, Note, NotReviewed, Section } from "../kit/kit.tsx";
import { Citations, FactText } from "./fact-lines.tsx";
import { type ProductFact, type ProductFacts, productFacts } from "./facts.ts";
import { leastLines } from "./label.tsx";

export function ProductList() {
  const labelled = labelledProducts();
  const unlabelled = Object.values(products).filter((product) => !labelled.includes(product));
  return (
    <main class="page text products beside">
      <Heading title="Drugs">
        <p>
          Who is on the label, and what each drug asks of a ward.{" "}
          <a href="/embed?compare=product">What their trials showed, side by side</a>.
        </p>
        <Note>
          <NotReviewed />
          Read the current label.
        </Note>
      </Heading>
      <Section id="labels" title="On the label">
        <LabelNumbers products={labelled} />
      </Section>
      <Section id="warnings" title="Boxed warnings, US label">
        <Warnings products={labelled} />
      </Section>
      <Section id="given" title="How it is given">
        <TreatmentTable products={labelled} />
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
function labelledProducts(): ProductFacts[] {
  return Object.values(products)
    .filter(({ contains, approvedIn }) => contains.length === 0 && approvedIn.length > 0)
    .sort(
      (a, b) =>
        b.therapyClass.localeCompare(a.therapyClass) ||
        leastLines(a.approvals) - leastLines(b.approvals),
    );
}

/** Draws the fewest prior lines in each region, one line for each regimen. */
function LabelNumbers({ products }: { products: readonly ProductFacts[] }) {
  const table = labelTable(
    products.flatMap(labelsOf),
    products.map(({ slug, therapyClass }) => ({
      product: slug,
      group: therapyClass,
      name: productName(slug),
    })),
    labelRegions,
  );
  return (
    <>
      <table class="labels">
        <caption>From this prior line; each name leads to all that its label asks for</caption>
        <thead>
          <tr>
            <td />
            {labelRegions.map((region) => (
              <th key={region} scope="col">
                <abbr title={valueName("region", region)}>{region.toUpperCase()}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ product, group, name, cells }) => (
            <tr key={name}>
              <th scope="row">
                <Name slug={product} therapyClass={group} name={name} place="label" />
              </th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        {table.legend} Lines not found: labelled, number of lines not found. Other regions stand on
        the page of a drug.
      </p>
    </>
  );
}

/**
 * Lists the regimens of a product on any label: the product alone, and each combination once, with its label in each
 * region.
 */
function labelsOf({ slug, approvals }: ProductFacts): RegimenLabels[] {
  const all = approvals
    .filter(({ inForce, status }) => inForce || status === "pending")
    .map(({ partners }) => ({ product: slug, partners }));
  return all
    .filter(
      (candidate, index) => all.findIndex((earlier) => isSameRegimen(earlier, candidate)) === index,
    )
    .map((regimen) => ({
      ...regimen,
      labels: labelsIn(regimen, labelRegions, { lines: "any" }, dataset),
    }));
}

interface ProductNameProps extends Pick<ProductFacts, "slug" | "therapyClass"> {
  name: string;
  /** The link leads to the place with this id on the page of the product. */
  place: string;
}

function Name({ slug, therapyClass, name, place }: ProductNameProps) {
  return (
    <>
      <Mark group={therapyClass} /> <a href={`/products/${slug}#${place}`}>{name}</a>
    </>
  );
}

interface LabelledProps {
  products: readonly ProductFacts[];
}

const treatmentColumns = ["Given", "Until full dose", "In hospital", "US risk programme (REMS)"];

/** Draws a line for each product, whose page has all sources. */
function TreatmentTable({ products }: LabelledProps) {
  const lines = products.map((product) => {
    const { course, wait, fullDose, inpatient, rems } = productFacts(product);
    return { product, cells: [course, [...wait, ...fullDose], inpatient, rems] };
  });
  const filled = lines.filter(({ cells }) => cells.some((facts) => facts.length > 0));
  return (
    <>
      <table class="stacked wide">
        <thead>
          <tr>
            <td />
            {treatmentColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map(({ product, cells }) => (
            <tr key={product.slug}>
              <th scope="row">
                <Name {...product} name={productName(product.slug)} place="logistics" />
              </th>
              {cells.map((facts, index) => (
                <td key={index} data-label={treatmentColumns[index]}>
                  {facts.length === 0 && <span class="unknown">{notFound}</span>}
                  {facts.map((fact) => (
                    <p key={fact.marks.join()}>
                      <FactText fact={inShort(fact)} page={`/products/${product.slug}`} />
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Missing
        products={lines.filter((line) => !filled.includes(line)).map((line) => line.product)}
      />
    </>
  );
}

/** Returns a fact with only its first two sources. */
function inShort(fact: ProductFact): ProductFact {
  return { ...fact, sources: fact.sources.slice(0, 2) };
}

function Missing({ products: missing }: { products: readonly ProductFacts[] }) {
  if (missing.length === 0) return null;
  return (
    <p class="quiet">
      {capitalised(notFound)}: {missing.map(({ slug }) => productName(slug)).join(", ")}.
    </p>
  );
}

/** Maps warnings that labels name differently to one name. A warning without such a name stays as it is. */
const warningNames: readonly (readonly [name: string, is: RegExp])[] = [
  ["CRS", /^CRS$/],
  ["Neurotoxicity including ICANS", /neurotoxicity|ICANS/],
  ["HLH/MAS", /^HLH\/MAS$/],
  ["Prolonged cytopenia", /cytopenia/],
  ["Secondary haematological malignancies", /haematological malignancies/],
];

function warningName({ text }: ProductFact): string {
  return warningNames.find(([, is]) => is.test(text))?.[0] ?? capitalised(text);
}

/**
 * Draws a line for each warning and a column for each product: what the box of the product names, with its words if
 * they differ.
 */
function Warnings({ products }: LabelledProps) {
  const all = products.map((product) => ({ product, boxed: productFacts(product).boxed }));
  const boxes = all.filter(({ boxed }) => boxed.length > 0);
  const present = new Set(boxes.flatMap(({ boxed }) => boxed.map(warningName)));
  const names = [...new Set([...warningNames.map(([name]) => name), ...present])].filter((name) =>
    present.has(name),
  );
  return (
    <>
      <table class="warnings wide">
        <thead>
          <tr>
            <td />
            {boxes.map(({ product }) => (
              <th key={product.slug} scope="col">
                <span>
                  <Name {...product} name={productName(product.slug)} place="warnings" />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {boxes.map(({ product, boxed }) => (
                <td key={product.slug}>
                  <Warned
                    name={name}
                    facts={boxed.filter((fact) => warningName(fact) === name)}
                    page={`/products/${product.slug}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Missing products={all.filter((box) => !boxes.includes(box)).map(({ product }) => product)} />
    </>
  );
}

interface WarnedProps {
  name: string;
  facts: readonly ProductFact[];
  page: string;
}

function Warned({ name, facts, page }: WarnedProps) {
  if (facts.length === 0) {
    return (
      <span class="unknown">
        <span aria-hidden="true">–</span>
        <span class="heard">not in the box</span>
      </span>
    );
  }
  return facts.map((fact) => (
    <Fragment key={fact.text}>
      <span aria-hidden="true">✓</span>
      <Citations sources={inShort(fact).sources} page={page} />
      <small>{withCommas([capitalised(fact.text) !== name && fact.text, ...fact.marks])}</small>
    </Fragment>
  ));
}
