/** `/products`: the labelled products side by side: from which prior line, how they are given, what warns. */
import { dataset } from "#core/dataset.ts";
import { isSameRegimen, labelsIn, type RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { labelTable } from "#presentation/views/label-table.ts";
import { classSingular } from "#presentation/words/class-names.ts";
import { productName } from "#presentation/words/product-name.ts";
import { valueName } from "#presentation/words/properties.ts";
import { Facts, Fold, Heading, Note, NotReviewed, Section } from "../kit/kit.tsx";
import { FactLines } from "./fact-lines.tsx";
import { type ProductFact, type ProductFacts, productFacts } from "./facts.ts";
import { leastLines } from "./label.tsx";

export function ProductList() {
  const labelled = labelledProducts();
  const others = Object.values(products).filter((product) => !labelled.includes(product));
  return (
    <main class="page text products">
      <Heading title="Products">
        <p>
          Who is on the label, and what each product asks of a ward.{" "}
          <a href="/embed?compare=product">What their trials showed, side by side</a>.
        </p>
        <Note>
          <NotReviewed />
          Read the current label.
        </Note>
      </Heading>
      <Section id="labels" title="On the label">
        <LabelNumbers labelled={labelled} />
      </Section>
      <Section id="given" title="How it is given, what warns">
        <Facts
          facts={labelled.map((product) => [
            <Name {...product} name={productName(product.slug)} place="logistics" />,
            <FactLines facts={wardFacts(product)} page={`/products/${product.slug}`} />,
          ])}
        />
      </Section>
      <Fold id="others" title="Products without a label in our sources" count={others.length}>
        <p class="quiet">
          Investigational products, and series that report several products as one.
        </p>
        <ul class="others">
          {others.map(({ slug, name, therapyClass }) => (
            <li key={slug}>
              <a href={`/products/${slug}`}>{name}</a>, {classSingular[therapyClass]}
            </li>
          ))}
        </ul>
      </Fold>
    </main>
  );
}

/** CAR-T first, in each class the fewest lines first. A series of several products has no label: its products have. */
function labelledProducts(): ProductFacts[] {
  return Object.values(products)
    .filter(({ contains, approvedIn }) => contains.length === 0 && approvedIn.length > 0)
    .sort(
      (a, b) =>
        b.therapyClass.localeCompare(a.therapyClass) ||
        leastLines(a.approvals) - leastLines(b.approvals),
    );
}

/** The least prior line of each region, a line a regimen, as products side by side have it. */
function LabelNumbers({ labelled }: { labelled: readonly ProductFacts[] }) {
  const table = labelTable(
    labelled.flatMap(labelsOf),
    labelled.map(({ slug, therapyClass }) => ({
      product: slug,
      group: therapyClass,
      name: productName(slug),
    })),
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
          {table?.lines.map(({ product, group, name, cells }) => (
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
        {table?.legend} Not known: labelled, number of lines not in our sources. Other regions stand
        on the page of a product.
      </p>
    </>
  );
}

/** What a product is given with by any label, nothing or each combination once, with what each region says of it. */
function labelsOf({ slug, approvals }: ProductFacts): RegimenLabels[] {
  const all = approvals
    .filter(({ inForce, status }) => inForce || status === "pending")
    .map(({ partners }) => ({ product: slug, partners }));
  return all
    .filter((one, index) => all.findIndex((earlier) => isSameRegimen(earlier, one)) === index)
    .map((regimen) => ({
      ...regimen,
      labels: labelsIn(regimen, labelRegions, { lines: "any" }, dataset),
    }));
}

interface NameProps extends Pick<ProductFacts, "slug" | "therapyClass"> {
  name: string;
  /** Where on its page it leads. */
  place: string;
}

function Name({ slug, therapyClass, name, place }: NameProps) {
  return (
    <>
      <Mark group={therapyClass} /> <a href={`/products/${slug}#${place}`}>{name}</a>
    </>
  );
}

/** How often, how long until it works, days in hospital, risk programme and boxed warnings; its page has all sources. */
function wardFacts(product: ProductFacts): readonly ProductFact[] {
  const { course, wait, fullDose, inpatient, rems, boxed } = productFacts(product);
  const led = (lead: string, facts: readonly ProductFact[]) =>
    facts.map((fact) => ({ ...fact, text: `${lead} ${fact.text}` }));
  // Each warning may rest on another source, so the line of all has every one.
  const warnings = {
    text: boxed.map(({ text }) => text).join("; "),
    sources: [...new Set(boxed.flatMap(({ sources }) => sources))],
    marks: [],
  };
  const given = [
    ...course,
    ...led("from collection to infusion", wait),
    ...fullDose,
    ...led("in hospital", inpatient),
    ...led("US risk programme (REMS)", rems),
  ].map((fact) => ({ ...fact, sources: fact.sources.slice(0, 2) }));
  return [...given, ...led("US boxed warnings:", boxed.length > 0 ? [warnings] : [])];
}
