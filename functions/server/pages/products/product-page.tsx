/** Makes `/products/{slug}`: one product, first its label and its warnings, then its numbers, then everything else. */
import { dataset } from "#core/dataset.ts";
import { findSourceAddress } from "#data/source-address.ts";
import { classSingular, unreported } from "#presentation/words/names.ts";
import { describeDrugReview } from "#presentation/words/review.ts";
import { NewTab } from "#widget/views/links.tsx";
import {
  type Fact,
  Facts,
  Fold,
  Folds,
  Heading,
  joinNodes,
  Note,
  RecordLink,
  ReviewNotice,
  Section,
  spellOutProductName,
} from "../kit/kit.tsx";
import { SourcesSection } from "../kit/sources.tsx";
import { SourceAges, SourceDate } from "./ages.tsx";
import {
  Citations,
  FactLines,
  factKinds,
  makeProductFactsView,
  type ProductFact,
  type ProductFacts,
  Unreported,
  warningKinds,
} from "./facts.tsx";
import { TimesOfProduct } from "./harm-times.tsx";
import { LabelSection } from "./label.tsx";
import { type CardOfProduct, ProductCard, ProductTrials } from "./product-numbers.tsx";

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
          <ReviewNotice>{describeDrugReview(product)}</ReviewNotice>
          Read the current label; <a href="#sources">age of sources</a>.
        </Note>
      </Heading>
      <div class="beside">
        <LabelSection product={product} />
        <Warnings product={product} />
      </div>
      <ProductCard product={product} card={card} />
      <ProductTrials product={product} />
      <div class="beside">
        <TimesOfProduct product={product} />
        <ReferralToDose product={product} />
        <Monitoring product={product} />
      </div>
      <MoreOfProduct product={product} />
      <SourcesSection
        title="Sources and their age"
        sources={sources.map((source) => ({
          name: <NewTab href={findSourceAddress(source)}>{source.citation}</NewTab>,
          basis: (
            <>
              {source.kind} · <SourceDate date={source.date} />
              {source.dateNote !== null && ` (${source.dateNote})`}
            </>
          ),
        }))}
        json={`/v1/products/${slug}`}
      >
        {sources.length > 0 && <SourceAges />}
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
    sponsor ?? `company or institution ${unreported}`,
  ];
  return (
    <>
      <p>{names.join(" · ")}</p>
      {contains.length > 0 && (
        <p>
          A series that reports together:{" "}
          {joinNodes(
            contains.map((slug) => (
              <a key={slug} href={`/products/${slug}`}>
                {spellOutProductName(slug)}
              </a>
            )),
            ", ",
          )}
        </p>
      )}
    </>
  );
}

/** Draws each boxed warning by its name in a box, as the label does, and below it all other warnings. */
function Warnings({ product }: ProductProps) {
  const { boxed } = makeProductFactsView(product);
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
      <Folds
        parts={[
          ...(boxed.length === 0 ? [{ title: "Boxed warnings", count: 0, children: null }] : []),
          ...listFolds(warningKinds, product),
        ]}
      />
    </Section>
  );
}

/** Lists facts of a product by kind, each kind behind its name. */
function listFolds(kinds: typeof warningKinds | typeof factKinds, product: ProductFacts) {
  const facts = makeProductFactsView(product);
  return Object.entries(kinds).map(([kind, title]) => {
    const ofKind = facts[kind as keyof typeof facts];
    return { id: kind, title, count: ofKind.length, children: <FactLines facts={ofKind} /> };
  });
}

function ReferralToDose({ product }: ProductProps) {
  const { rems, course, stepUp, inpatient } = makeProductFactsView(product);
  return (
    <Section id="logistics" title="From referral to dose">
      <Facts
        facts={[
          makeProductFact("In hospital", inpatient),
          ...(product.therapyClass === "car-t" ? [] : [makeProductFact("Step-up doses", stepUp)]),
          makeProductFact("How often", course),
          makeProductFact("Risk programme, US (REMS)", rems),
        ]}
      />
    </Section>
  );
}

function makeProductFact(name: string, facts: readonly ProductFact[]): Fact {
  return [name, facts.length > 0 ? <FactLines facts={facts} /> : null];
}

function Monitoring({ product }: ProductProps) {
  const { monitoring } = makeProductFactsView(product);
  return (
    <Section id="watching" title="Monitoring">
      {monitoring.length === 0 && <Unreported />}
      <Facts
        facts={monitoring.map(({ text, marks, sources }) => [
          <>
            {marks.length > 0 ? marks.join(" · ") : "Region not reported"}
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
      <Folds parts={listFolds(factKinds, product)} />
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
