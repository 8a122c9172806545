/** Makes `/products/{slug}`: one product, first its label and its warnings, then its numbers, then everything else. */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { addressOf } from "#data/source-address.ts";
import { classSingular } from "#presentation/words/class-names.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { NewTab } from "#widget/views/links.tsx";
import {
  type Fact,
  Facts,
  Fold,
  Heading,
  Note,
  NotReviewed,
  nameInFull,
  RecordLink,
  Section,
} from "../kit/kit.tsx";
import { SourcesSection } from "../kit/sources.tsx";
import { Ages, AsOf } from "./ages.tsx";
import {
  Citations,
  FactLines,
  factKinds,
  NotFound,
  type ProductFact,
  type ProductFacts,
  productFacts,
  warningKinds,
} from "./facts.tsx";
import { LabelSection } from "./label.tsx";
import { Card, type CardOfProduct, TimesOfProduct, Trials } from "./product-numbers.tsx";

interface ProductProps {
  product: ProductFacts;
}

export function ProductPage({ product, card }: ProductProps & { card: CardOfProduct }) {
  const { slug, name, therapyClass, sources } = product;
  return (
    <main class="page product">
      <Heading title={name} group={therapyClass}>
        <ProductIdentity product={product} />
        <Note>
          <NotReviewed />
          Read the current label; <a href="#sources">age of sources</a>.
        </Note>
      </Heading>
      <div class="beside">
        <LabelSection product={product} />
        <Warnings product={product} />
      </div>
      <Card product={product} card={card} />
      <Trials product={product} />
      <div class="beside">
        <TimesOfProduct product={product} />
        <FromReferral product={product} />
        <Monitoring product={product} />
      </div>
      <MoreOfProduct product={product} />
      <SourcesSection
        title="Sources and their age"
        sources={sources.map((source) => ({
          name: <NewTab href={addressOf(source)}>{source.citation}</NewTab>,
          basis: (
            <>
              {source.kind} · <AsOf date={source.date} />
              {source.dateNote !== null && ` (${source.dateNote})`}
            </>
          ),
        }))}
        json={`/v1/products/${slug}`}
      >
        {sources.length > 0 && <Ages />}
      </SourcesSection>
    </main>
  );
}

function ProductIdentity({ product }: ProductProps) {
  const { printed, therapyClass, targets, sponsor, contains } = product;
  const names = [
    ...printed.brandNames.map(({ value }) => value),
    classSingular[therapyClass],
    targets.map((target) => target.toUpperCase()).join(" and "),
    sponsor ?? `company or institution ${notFound}`,
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
              <a href={`/products/${slug}`}>{nameInFull(slug)}</a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

/** Draws each boxed warning by its name in a box, as the label does, and below it all other warnings. */
function Warnings({ product }: ProductProps) {
  const { boxed, ...facts } = productFacts(product);
  return (
    <Section id="warnings" title="Warnings">
      {boxed.length > 0 && (
        <>
          <p class="quiet">Boxed on the US label</p>
          <div class="boxed">
            <FactLines facts={boxed} />
          </div>
        </>
      )}
      <FactsByKind
        kinds={warningKinds}
        facts={facts}
        gaps={boxed.length === 0 ? ["Boxed warnings"] : []}
      />
    </Section>
  );
}

interface FactsByKindProps {
  /** Names the kinds of facts, in the order of the page. */
  kinds: Readonly<Partial<Record<keyof ReturnType<typeof productFacts>, string>>>;
  facts: Partial<ReturnType<typeof productFacts>>;
  /** Names what else was not found. */
  gaps?: readonly string[];
}

/** Folds the facts of each kind behind its name; kinds without a fact are listed below. */
function FactsByKind({ kinds, facts, gaps = [] }: FactsByKindProps) {
  const named = Object.entries(kinds).map(([kind, title]) => ({
    kind,
    title,
    ofKind: facts[kind as keyof typeof facts] ?? [],
  }));
  const without = named.filter(({ ofKind }) => ofKind.length === 0).map(({ title }) => title);
  return (
    <>
      {named.map(({ kind, title, ofKind }) => (
        <Fold key={kind} id={kind} title={title} count={ofKind.length}>
          <FactLines facts={ofKind} />
        </Fold>
      ))}
      <Facts facts={[...gaps, ...without].map((title): Fact => [title, null])} />
    </>
  );
}

function FromReferral({ product }: ProductProps) {
  const { rems, course, wait, stepUp, inpatient } = productFacts(product);
  return (
    <Section id="logistics" title="From referral to dose">
      <Facts
        facts={[
          linesOf("In hospital", inpatient),
          product.therapyClass === "car-t"
            ? linesOf("From collection of the cells to infusion", wait)
            : linesOf("Step-up doses", stepUp),
          linesOf("How often", course),
          linesOf("Risk programme, US (REMS)", rems),
        ]}
      />
    </Section>
  );
}

function linesOf(name: string, facts: readonly ProductFact[]): Fact {
  return [name, facts.length > 0 ? <FactLines facts={facts} /> : null];
}

/** Draws each thing to monitor on its own line, below its region and scope. */
function Monitoring({ product }: ProductProps) {
  const { monitoring } = productFacts(product);
  return (
    <Section id="watching" title="Monitoring">
      {monitoring.length === 0 && <NotFound />}
      <Facts
        facts={monitoring.map(({ text, marks, sources }) => [
          <>
            {marks.length > 0 ? marks.join(" · ") : "Region not found"}
            <Citations sources={sources} />
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

function MoreOfProduct({ product }: ProductProps) {
  const cohorts = dataset.cohorts.filter((cohort) => cohort.product === product.slug);
  return (
    <Section id="more" title="More">
      <FactsByKind kinds={factKinds} facts={productFacts(product)} />
      <Fold id="cohorts" title="Trials and studies of it" count={cohorts.length}>
        <ul class="facts">
          {cohorts.map(({ id, label }) => (
            <li key={id}>
              <RecordLink cohort={id} label={label} />
            </li>
          ))}
        </ul>
      </Fold>
    </Section>
  );
}
