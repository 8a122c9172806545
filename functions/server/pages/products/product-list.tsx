/**
 * `/products`: the labelled products side by side, as a region or all regions have them: labels, how they are
 * given, warnings. A file of the build for each region; none needs a script.
 */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import type { Label } from "#core/evidence/labels.ts";
import { type LabelRegion, labelIn } from "#core/evidence/regimen-labels.ts";
import { products } from "#data/generated/products.ts";
import { sameDrugs } from "#data/same-drugs.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { productsStyles } from "#generated/styles.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { classSingular } from "#presentation/words/class-names.ts";
import { regimenName } from "#presentation/words/labels.ts";
import { partialDateText } from "#presentation/words/partial-date.ts";
import { productName } from "#presentation/words/product-name.ts";
import { valueName } from "#presentation/words/properties.ts";
import { shortRegion } from "#presentation/words/regions.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Ages, AsOf } from "../kit/ages.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Links } from "../kit/links.tsx";
import { Note, NotReviewed } from "../kit/note.tsx";
import { Citations, FactLines } from "./fact-lines.tsx";
import {
  factsIn,
  fullDoseFacts,
  type ProductFact,
  type ProductFacts,
  productFacts,
} from "./facts.ts";
import { labelLines } from "./label.ts";

interface ListProps {
  /** `null`: all regions. */
  region: LabelRegion | null;
}

/** The page of a region, or of all. */
export function productList(region: ListProps["region"]): string {
  const where = region === null ? "" : `: ${valueName("region", region)}`;
  return sitePage({
    title: `Products${where}`,
    description: `Labelled lines, boxed warnings and days in hospital${where}, each with its source. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <ProductListMain region={region} />,
  });
}

function ProductListMain({ region }: ListProps) {
  const all = Object.values(products);
  const labelled = labelledIn(region);
  const asked = region === null ? "" : `&availability=${region}`;
  return (
    <main class="page text products">
      <Heading title={region === null ? "Products" : `Products: ${valueName("region", region)}`}>
        <p>
          Who is on the label, and what each product asks of a ward.{" "}
          <a href={`/embed?compare=product${asked}`}>What their trials showed, side by side</a>.
        </p>
        <Note>
          <NotReviewed />
          Read the current label; <a href="#ages">age of sources</a>.
        </Note>
      </Heading>
      <Regions region={region} />
      <Section id="labels" title="On the label">
        {region === null ? (
          <LabelNumbers labelled={labelled} />
        ) : (
          <LabelTexts labelled={labelled} region={region} />
        )}
      </Section>
      <Given labelled={labelled} region={region} />
      <Warnings labelled={labelled} region={region} />
      <Programmes labelled={labelled} />
      <AgesOfSources labelled={labelled} region={region} />
      <Others others={all.filter((product) => !labelled.includes(product))} region={region} />
    </main>
  );
}

function Regions({ region }: ListProps) {
  const links = [
    { href: "/products", text: "All regions", isHere: region === null },
    ...labelRegions.map((one) => ({
      href: `/products?region=${one}`,
      text: valueName("region", one),
      isHere: one === region,
    })),
  ];
  return (
    <nav aria-label="Region">
      <Links links={links} />
    </nav>
  );
}

/** CAR-T first, in each class the fewest lines first. A series of several products has no label: its products have. */
function labelledIn(region: ListProps["region"]): ProductFacts[] {
  return Object.values(products)
    .filter(
      ({ contains, approvedIn }) =>
        contains.length === 0 &&
        (region === null ? approvedIn.length > 0 : approvedIn.includes(region)),
    )
    .sort(
      (a, b) =>
        b.therapyClass.localeCompare(a.therapyClass) ||
        leastLines(a, region) - leastLines(b, region),
    );
}

/** After all others where no number is known. */
function leastLines({ approvals }: ProductFacts, region: ListProps["region"]): number {
  const inForce = approvals.filter(
    (approval) => approval.inForce && (region === null || approval.region === region),
  );
  return Math.min(99, ...inForce.flatMap(({ priorLines }) => priorLines.min ?? []));
}

interface LabelledProps {
  labelled: readonly ProductFacts[];
}

/** The least prior line of each region, a line a regimen. */
function LabelNumbers({ labelled }: LabelledProps) {
  const lines = labelled.flatMap((product) =>
    regimensOf(product).map((partners) => ({
      product,
      name: regimenName({ product: product.slug, partners }),
      cells: labelRegions.map((region) =>
        labelCell(labelIn({ product: product.slug, partners }, region, "any", dataset)),
      ),
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
          {lines.map(({ product, name, cells }) => (
            <tr key={name}>
              <th scope="row">
                <Name product={product} name={name} place="label" />
              </th>
              {cells.map((cell, index) => (
                <td key={labelRegions[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        –: no label found; p: pending; no: not labelled; ?: labelled, number of lines not in our
        sources. CH: Switzerland; CN: China; JP: Japan. Other regions stand on the page of a
        product.
      </p>
    </>
  );
}

/** In a narrow column, with a key below the table. */
function labelCell({ status, minPriorLines }: Pick<Label, "status" | "minPriorLines">): string {
  switch (status) {
    case "labelled":
    case "labelled-from-line":
      return minPriorLines === null ? "?" : `${minPriorLines}`;
    case "not-known":
      return "?";
    case "pending":
      return "p";
    case "not-labelled":
      return "no";
    case "no-label-found":
      return "–";
  }
}

/** What a product is given with by any label: nothing, or each combination once. */
function regimensOf({ approvals }: ProductFacts): (readonly string[])[] {
  const all = approvals
    .filter(({ inForce, status }) => inForce || status === "pending")
    .map(({ partners }) => partners);
  return all.filter(
    (partners, index) => all.findIndex((one) => sameDrugs(one, partners)) === index,
  );
}

interface NameProps {
  product: ProductFacts;
  name?: string;
  /** Where on its page it leads. */
  place?: string;
}

function Name({ product: { slug, therapyClass }, name = productName(slug), place }: NameProps) {
  return (
    <>
      <Mark group={therapyClass} />{" "}
      <a href={`/products/${slug}${place === undefined ? "" : `#${place}`}`}>{name}</a>
    </>
  );
}

interface InRegionProps extends LabelledProps {
  region: ListProps["region"];
}

/** All that the label of one region asks for. */
function LabelTexts({ labelled, region }: InRegionProps) {
  return (
    <Facts
      facts={labelled.map((product) => [
        <Name product={product} place="label" />,
        labelLines(product, (one) => one === region).map(({ lines, asks, places }) => (
          <Fragment key={lines + asks}>
            <p>
              {lines}
              <Citations
                sources={places.flatMap(({ sources }) => sources).slice(0, 2)}
                product={product}
                isElsewhere
              />
            </p>
            {asks !== "" && <small>{capitalised(asks)}</small>}
          </Fragment>
        )),
      ])}
    />
  );
}

/** How often, how long until it works, and days in hospital. */
function Given({ labelled, region }: InRegionProps) {
  const lines = labelled
    .map((product) => {
      const { course, wait, inpatient } = productFacts(product);
      const facts = [
        ...factsIn(course, region),
        ...factsIn(wait, region).map((fact) => ({
          ...fact,
          text: `from collection to infusion ${fact.text}`,
        })),
        ...(wait.length > 0 ? [] : factsIn(fullDoseFacts(product), region)),
        ...factsIn(inpatient, region).map((fact) => ({
          ...fact,
          text: `in hospital ${fact.text}`,
        })),
      ].map(withTwoSources);
      return { product, facts };
    })
    .filter(({ facts }) => facts.length > 0);
  return (
    <Section id="given" title="How it is given">
      <Facts
        facts={lines.map(({ product, facts }) => [
          <Name product={product} place="logistics" />,
          <FactLines facts={facts} product={product} isElsewhere />,
        ])}
      />
      <Missing labelled={labelled} known={lines.map(({ product }) => product)} />
    </Section>
  );
}

/** The page of the product has the others. */
function withTwoSources(fact: ProductFact): ProductFact {
  return { ...fact, sources: fact.sources.slice(0, 2) };
}

/** Nothing was found, which is not that there is nothing. */
function Missing({ labelled, known }: LabelledProps & { readonly known: readonly ProductFacts[] }) {
  const names = labelled
    .filter((product) => !known.includes(product))
    .map(({ slug }) => productName(slug));
  if (names.length === 0) return null;
  return <p class="quiet">Not in our sources, which is not “none”: {names.join(", ")}.</p>;
}

/** Products whose boxed warnings are the same stand together. */
function Warnings({ labelled, region }: InRegionProps) {
  const known = labelled.filter((product) => productFacts(product).boxed.length > 0);
  const texts = [...new Set(known.map(boxedNames))];
  return (
    <Section id="warnings" title="Boxed warnings, US label">
      <Facts
        facts={texts.map((text) => {
          const alike = known.filter((product) => boxedNames(product) === text);
          return [
            alike.map((product) => (
              <p key={product.slug}>
                <Name product={product} place="warnings" />
              </p>
            )),
            text,
          ];
        })}
      />
      {region !== null && region !== "us" && (
        <p class="quiet">Of the United States: our sources have no such box of another region.</p>
      )}
      <Missing labelled={labelled} known={known} />
    </Section>
  );
}

/** Names alone: what they may come to stands on the page of the product. */
function boxedNames({ boxedWarnings }: ProductFacts): string {
  return boxedWarnings
    .filter(({ programme, status }) => !programme && status !== "superseded")
    .map(({ value, since }) => (since ? `${value}, since ${partialDateText(since)}` : value))
    .join("; ");
}

function Programmes({ labelled }: LabelledProps) {
  const known = labelled.flatMap((product) =>
    productFacts(product).rems.map(({ text, marks, sources }) => ({
      product,
      text: [text, ...marks].join(" · "),
      sources: sources.slice(0, 2),
    })),
  );
  const texts = [...new Set(known.map(({ text }) => text))];
  return (
    <Section id="rems" title="Risk programme, US (REMS)">
      <Facts
        facts={texts.map((text) => [
          text,
          known
            .filter((programme) => programme.text === text)
            .map(({ product, sources }) => (
              <p key={product.slug}>
                <Name product={product} place="logistics" />
                <Citations sources={sources} product={product} isElsewhere />
              </p>
            )),
        ])}
      />
      <Missing labelled={labelled} known={known.map(({ product }) => product)} />
    </Section>
  );
}

function AgesOfSources({ labelled, region }: InRegionProps) {
  return (
    <Section id="ages" title="Age of the sources">
      <Ages of="of each product the oldest source behind its label, how it is given and its warnings" />
      <Facts
        facts={labelled.map((product) => [
          <a href={`/products/${product.slug}#sources`}>{productName(product.slug)}</a>,
          <AsOf date={oldestDate(product, region)} />,
        ])}
      />
    </Section>
  );
}

/** Of the oldest source behind what the list says of a product, of those that have a date of their own. */
function oldestDate(product: ProductFacts, region: ListProps["region"]): string | null {
  const { course, wait, inpatient, boxed, rems } = productFacts(product);
  const told = [course, wait, fullDoseFacts(product), inpatient].flatMap((facts) =>
    factsIn(facts, region).map(withTwoSources),
  );
  const places = labelLines(product, (one) => region === null || one === region).flatMap((line) =>
    line.places.flatMap(({ sources }) => sources.slice(0, 1)),
  );
  const dates = [...told, ...boxed, ...rems.map(withTwoSources)]
    .flatMap(({ sources }) => sources)
    .concat(places)
    .flatMap((place) => {
      const source = product.sources[place];
      return source?.dateOf === "source" && source.date !== null ? [source.date] : [];
    });
  return dates.sort()[0] ?? null;
}

function Others({ others, region }: ListProps & { others: readonly ProductFacts[] }) {
  const where = region === null ? "" : ` in ${shortRegion(region)}`;
  return (
    <Fold
      id="others"
      title={`Products without a label${where} in our sources`}
      aside={`${others.length}`}
    >
      <p class="quiet">Investigational products, and series that report several products as one.</p>
      <ul class="others">
        {others.map(({ slug, name, therapyClass }) => (
          <li key={slug}>
            <a href={`/products/${slug}`}>{name}</a>, {classSingular[therapyClass]}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
