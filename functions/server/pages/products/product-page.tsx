/** `/products/{slug}`: what is known of one product: its label, how it compares, its warnings, then all else. A file of the build. */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import { addressOf } from "#data/source-address.ts";
import { productsStyles } from "#generated/styles.ts";
import { classSingular } from "#presentation/words/class-names.ts";
import { notInSources } from "#presentation/words/not-in-sources.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Ages, AsOf } from "../kit/ages.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Note, NotReviewed } from "../kit/note.tsx";
import { Outward } from "../kit/outward.tsx";
import { SourcesSection } from "../kit/sources.tsx";
import { Comparison } from "./comparison.tsx";
import { Citations, FactLines, FactText } from "./fact-lines.tsx";
import { codesOf, factKinds, factsIn, type ProductFacts, productFacts } from "./facts.ts";
import { LabelSection } from "./label-section.tsx";
import { LateNeurotoxicity } from "./late-neurotoxicity.tsx";
import { recordAddress } from "./record-address.ts";
import { HarmTimes, TimeList, timeLines } from "./times.tsx";
import { Trials } from "./trials.tsx";

/** By path below `dist/`. */
export function productPages(): Record<string, string> {
  return Object.fromEntries(
    Object.values(products).map((product) => [
      `products/${product.slug}.html`,
      sitePage({
        title: product.name,
        description: `What trials, labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
        styles: productsStyles,
        current: "products",
        content: <ProductMain product={product} />,
      }),
    ]),
  );
}

interface Props {
  product: ProductFacts;
}

function ProductMain({ product }: Props) {
  const { slug, name, therapyClass, sources } = product;
  return (
    <main class="page text product">
      <Heading title={name} group={therapyClass}>
        <Identity product={product} />
        <Note>
          <NotReviewed />
          Read the current label; <a href="#sources">age of sources</a>.
        </Note>
      </Heading>
      <div class="first">
        <Comparison product={product} />
        <LabelSection product={product} />
        <BoxedWarnings product={product} />
      </div>
      <Trials product={product} />
      <div class="pair">
        <HarmTimes product={product} />
        <LateNeurotoxicity product={product} />
      </div>
      <div class="pair">
        <FromReferral product={product} />
        <Monitoring product={product} />
      </div>
      <More product={product} />
      <SourcesSection
        title="Sources and their age"
        sources={sources.map((source) => ({
          name: <Outward href={addressOf(source)}>{source.citation}</Outward>,
          basis: (
            <>
              {source.kind} · <AsOf date={source.date} />
              {source.dateNote !== null && ` (${source.dateNote})`}
            </>
          ),
        }))}
        json={`/v1/products/${slug}`}
      >
        {sources.length > 0 && <Ages of="of all sources below that have one" />}
      </SourcesSection>
    </main>
  );
}

function Identity({ product }: Props) {
  const { printed, therapyClass, targets, sponsor, contains } = product;
  const names = [
    ...printed.brandNames.map(({ value }) => value),
    classSingular[therapyClass],
    targets.map((target) => target.toUpperCase()).join(" and "),
    sponsor ?? `company or institution ${notInSources}`,
  ];
  return (
    <>
      <p>{names.join(" · ")}</p>
      {contains.length > 0 && (
        <p>
          A series that reports together:{" "}
          {contains.map((slug, index) => (
            <Fragment key={slug}>
              {index > 0 && ", "}
              <a href={`/products/${slug}`}>{products[slug]?.name ?? slug}</a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

/** As one text in a box, as the label has it. */
function BoxedWarnings({ product }: Props) {
  const { boxed } = productFacts(product);
  return (
    <Section id="warnings" title="Boxed warnings, US label">
      {boxed.length === 0 ? (
        <p class="unknown">{capitalised(notInSources)}.</p>
      ) : (
        <p class="boxed">
          {boxed.map((fact, index) => (
            <Fragment key={fact.text}>
              {index > 0 && "; "}
              <FactText fact={fact} product={product} />
            </Fragment>
          ))}
        </p>
      )}
    </Section>
  );
}

function FromReferral({ product }: Props) {
  const { rems, course, wait, stepUp, inpatient } = productFacts(product);
  const isCarT = product.therapyClass === "car-t";
  const known = [
    ["Risk programme, US (REMS)", rems],
    ["How often", factsIn(course, null)],
    ...(isCarT
      ? [["From collection of the cells to infusion", factsIn(wait, null)] as const]
      : [["Step-up doses", factsIn(stepUp, null)] as const]),
    ["In hospital", factsIn(inpatient, null)],
  ] as const;
  const gaps = known.filter(([, facts]) => facts.length === 0).map(([name]) => name);
  const times = timeLines(product, null);
  return (
    <Section id="logistics" title="From referral to dose">
      <Facts
        facts={known
          .filter(([, facts]) => facts.length > 0)
          .map(([name, facts]) => [name, <FactLines facts={facts} product={product} />])}
      />
      {gaps.length > 0 && <Gaps names={gaps} />}
      {times.length > 0 && (
        <Fold
          id="treatment-times"
          title="From collection to infusion and in hospital, as trials reported it"
          aside={`${times.length}`}
        >
          <TimeList lines={times} />
        </Fold>
      )}
    </Section>
  );
}

function Gaps({ names }: { names: readonly string[] }) {
  return <p class="quiet">Not in our sources: {names.join(" · ")}.</p>;
}

/** Each thing to watch in a line of its own, under the region and the use that it was said of. */
function Monitoring({ product }: Props) {
  const facts = factsIn(productFacts(product).monitoring, null);
  return (
    <Section id="watching" title="Monitoring">
      {facts.length === 0 && <p class="unknown">{capitalised(notInSources)}.</p>}
      <Facts
        facts={facts.map(({ text, marks, sources }) => [
          <>
            {marks.length > 0 ? marks.join(" · ") : "No region stated"}
            <Citations sources={sources} product={product} />
          </>,
          <ul class="facts">
            {text.split("; ").map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
        ])}
      />
    </Section>
  );
}

function More({ product }: Props) {
  const codes = codesOf(product);
  const cohorts = dataset.cohorts.filter((cohort) => cohort.product === product.slug);
  const facts = productFacts(product);
  const kinds = (Object.keys(factKinds) as (keyof typeof factKinds)[]).map((kind) => ({
    kind,
    title: factKinds[kind],
    facts: factsIn(facts[kind], null),
  }));
  const gaps = kinds.filter((of) => of.facts.length === 0).map(({ title }) => title);
  return (
    <Section id="more" title="More">
      {kinds
        .filter((of) => of.facts.length > 0)
        .map((of) => (
          <Fold key={of.kind} id={of.kind} title={of.title} aside={`${of.facts.length}`}>
            <FactLines facts={of.facts} product={product} />
          </Fold>
        ))}
      {codes.length > 0 && (
        <Fold id="billing" title="Codes" aside={`${codes.length}`}>
          <Facts
            facts={codes.map((code) => [code.system, <FactText fact={code} product={product} />])}
          />
        </Fold>
      )}
      {cohorts.length > 0 && (
        <Fold id="cohorts" title="Trials and studies of it" aside={`${cohorts.length}`}>
          <ul class="facts">
            {cohorts.map(({ id, label }) => (
              <li key={id}>
                <a href={recordAddress(id)}>{label}</a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {gaps.length > 0 && <Gaps names={gaps} />}
    </Section>
  );
}
