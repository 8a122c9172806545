/** `/products/{slug}`: what is known of one product. A file of the build. */
import { computeSet } from "#data/generated/compute-set.ts";
import { products } from "#data/generated/products.ts";
import { addressOf } from "#data/source-address.ts";
import { productsStyles } from "#generated/styles.ts";
import {
  codesOf,
  type FactKind,
  factKinds,
  factsIn,
  type ProductFacts,
  productFacts,
} from "#presentation/statement/product/facts.ts";
import { labelLines } from "#presentation/statement/product/label.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { productAnswer } from "../../answers/product-answer.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Facts } from "../kit/facts.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";
import { Note, NotReviewed } from "../kit/note.tsx";
import { ShowSources, SourceList, SourceMark, type ToldFact, ToldFacts } from "../kit/sources.tsx";
import { Table } from "../kit/table.tsx";
import { Links, Outward } from "../kit/text.tsx";
import { Ages, AsOf } from "./stale.tsx";
import { HarmTimes, LateNeurotoxicity, Results, TreatmentTimes } from "./trials.tsx";

/** The page is in English only. */
const { classWords, dateWords, unknown } = catalogue.record;
const { kinds, label } = catalogue.product;

/** By path below `dist/`. */
export function productPages(): Record<string, string> {
  return Object.fromEntries(
    Object.values(products).map((product) => [
      `products/${product.slug}.html`,
      productPage(product),
    ]),
  );
}

function productPage(product: ProductFacts): string {
  return sitePage({
    title: product.name,
    description: `What trials, labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
    styles: productsStyles,
    current: "products",
    content: <Page {...product} />,
  });
}

/** What a page says at once; the other kinds are folded. */
const atOnce: readonly (readonly [id: string, title: string, kinds: readonly FactKind[]])[] = [
  ["warnings", kinds.boxed, ["boxed"]],
  ["logistics", "From referral to dose", ["rems", "course", "wait", "stepUp", "inpatient"]],
  ["watching", kinds.monitoring, ["monitoring"]],
];

function Page(product: ProductFacts) {
  const { slug, name, therapyClass } = product;
  const known = productFacts(product);
  const shown = new Set(atOnce.flatMap(([, , own]) => own));
  const folded = factKinds.filter((kind) => !shown.has(kind));
  const [warnings, logistics, ...others] = atOnce.map(([id, title, own]) => (
    <Section key={id} id={id} title={title}>
      <Told product={product} kinds={own} />
      {id === "logistics" && <TreatmentTimes slug={slug} />}
    </Section>
  ));
  return (
    <main class="page text product">
      <Heading title={name} group={therapyClass} above={<a href="/products">Products</a>}>
        <Identity {...product} />
        <Note>
          <NotReviewed />
          Read the current label before you act: <a href="#sources">how old our sources are</a>.
        </Note>
      </Heading>
      <Label {...product} />
      {warnings}
      <Results slug={slug} group={therapyClass} {...productAnswer(slug)} />
      <HarmTimes slug={slug} />
      <LateNeurotoxicity slug={slug} />
      {logistics}
      {others}
      <Section id="more" title="More">
        <Codes {...product} />
        {folded
          .filter((kind) => known[kind].length > 0)
          .map((kind) => (
            <Fold key={kind} id={kind} title={kinds[kind]} count={known[kind].length}>
              <ToldFacts facts={factsOf(product, kind)} owner={name} />
            </Fold>
          ))}
        <Cohorts slug={slug} />
        <NotFound kinds={folded.filter((kind) => known[kind].length === 0)} />
      </Section>
      <Sources {...product} />
    </main>
  );
}

function Identity({ printed, therapyClass, targets, sponsor, contains }: ProductFacts) {
  const names = [
    ...printed.brandNames.map(({ value }) => value),
    classWords[therapyClass],
    targets.map((target) => target.toUpperCase()).join(" and "),
    sponsor ?? `company or institution ${unknown}`,
  ];
  return (
    <>
      <p>{names.join(" · ")}</p>
      {contains.length > 0 && (
        <p>
          A series that reports together:{" "}
          {contains.map((one, index) => (
            <span key={one}>
              {index > 0 && ", "}
              <a href={`/products/${one}`}>{products[one]?.name ?? one}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Label(product: ProductFacts) {
  const lines = labelLines(product);
  return (
    <Section id="label" title="On the label, by line and region">
      {lines.length === 0 ? (
        <p class="unknown">No label found in our sources.</p>
      ) : (
        <Table
          labelledBy="label"
          columns={["Prior lines", "Where, since"]}
          rows={lines.map(({ lines: name, asks, places }) => ({
            name,
            below: capitalised(asks),
            cells: [
              <ul key="places" class="told">
                {places.map(({ region, date, isUnsure, sources }) => (
                  <li key={`${region} ${date}`}>
                    {label.region(region)}
                    {date !== null && `, ${dateWords(date)}`}
                    {isUnsure && ` · ${catalogue.product.marks.lowConfidence}`}
                    {sources.slice(0, 2).map((index) => (
                      <SourceMark key={index} index={index} owner={product.name} />
                    ))}
                  </li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** A kind in a line, where there are several; what was not found says so. */
function Told({ product, kinds: own }: { product: ProductFacts; kinds: readonly FactKind[] }) {
  const lists = own.map((kind) => {
    const facts = factsOf(product, kind);
    return facts.length === 0 ? (
      <span key={kind} class="unknown">
        {unknown}
      </span>
    ) : (
      <ToldFacts key={kind} facts={facts} owner={product.name} isRun={kind === "boxed"} />
    );
  });
  if (own.length === 1) return <>{lists}</>;
  return <Facts facts={own.map((kind, index) => [kinds[kind], lists[index]])} />;
}

/** Each with its region; warnings and programmes have theirs in the heading. */
function factsOf(product: ProductFacts, kind: FactKind): ToldFact[] {
  const facts = productFacts(product)[kind];
  if (kind === "boxed") return facts.map((fact) => ({ ...fact, warns: true }));
  return kind === "rems" ? [...facts] : factsIn(facts, null);
}

function Codes(product: ProductFacts) {
  const codes = codesOf(product);
  if (codes.length === 0) return null;
  return (
    <Fold id="billing" title="Codes" count={codes.length}>
      <Facts
        facts={codes.map((fact) => [
          fact.system,
          <ToldFacts key={fact.system} facts={[fact]} owner={product.name} />,
        ])}
      />
    </Fold>
  );
}

function NotFound({ kinds: gaps }: { kinds: readonly FactKind[] }) {
  if (gaps.length === 0) return null;
  return <p class="quiet">Not in our sources: {gaps.map((kind) => kinds[kind]).join(" · ")}.</p>;
}

function Cohorts({ slug }: { slug: string }) {
  const cohorts = computeSet.cohorts.filter((one) => one.product === slug);
  return (
    <Fold id="cohorts" title="Trials and studies of it" count={cohorts.length}>
      <Links
        links={cohorts.map(({ id, label: text }) => ({ href: `/v1/cohorts/${id}.html`, text }))}
      />
    </Fold>
  );
}

function Sources({ slug, sources }: ProductFacts) {
  return (
    <Section id="sources" title="Sources and their age">
      {sources.length > 0 && <Ages of="of all sources below that have one" />}
      {sources.length > 0 && <ShowSources count={sources.length} />}
      <SourceList
        sources={sources.map(({ date, dateNote, kind, ...source }) => (
          <>
            <Outward href={addressOf(source)} text={source.citation} />
            <span class="quiet">
              {" "}
              · {kind} · <AsOf date={date} />
              {dateNote && ` (${dateNote})`}
            </span>
          </>
        ))}
      />
      <p class="quiet">
        The same as data (JSON): <a href={`/v1/products/${slug}`}>{`/v1/products/${slug}`}</a>
      </p>
    </Section>
  );
}
