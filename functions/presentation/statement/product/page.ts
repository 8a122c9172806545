/** The page of a product: its label and warnings first, then what its trials printed, then all else. */
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import { addressOf } from "#data/source-address.ts";
import {
  type Block,
  folded,
  joined,
  type Line,
  line,
  looking,
  plainList,
  quiet,
  type Section,
} from "../../document/document.ts";
import type { TextPage } from "../../document/text-page.ts";
import { catalogue } from "../../words/catalogue.ts";
import { capitalised } from "../../words/sentences.ts";
import {
  citedFacts,
  citedIn,
  codesOf,
  type FactKind,
  factsIn,
  type ProductFacts,
  productFacts,
} from "./facts.ts";
import { labelLines } from "./label.ts";
import {
  harmTimes,
  lateNeurotoxicitySection,
  type ProductAnswer,
  results,
  treatmentTimes,
} from "./trials.ts";

/** The page is in English only. */
const { classWords, dateWords, unknown } = catalogue.record;
const { kinds, label, marks, page: words } = catalogue.product;

/** What is said at once, beside the numbers; the other kinds are folded. */
const logistics = ["rems", "course", "wait", "stepUp", "inpatient"] as const;
const atOnce: readonly FactKind[] = ["boxed", "monitoring", ...logistics];
const others = (Object.keys(kinds) as FactKind[]).filter((kind) => !atOnce.includes(kind));

export function productPage(product: ProductFacts, answer: ProductAnswer): TextPage {
  return {
    title: product.name,
    description: words.description(product.name),
    group: product.therapyClass,
    above: [{ text: words.above, href: "/products" }],
    identity: identity(product),
    note: [
      ...(dataset.review.status === "not-reviewed"
        ? [{ text: `${catalogue.screen.notReviewed} `, mark: "strong" as const }]
        : []),
      words.readLabel,
      { text: words.howOld, href: "#sources" },
      ".",
    ],
    sections: [
      labelSection(product),
      { id: "warnings", title: kinds.boxed, blocks: kind(product, "boxed") },
      results(product, answer),
      harmTimes(product),
      lateNeurotoxicitySection(product),
      {
        id: "logistics",
        title: words.logistics,
        blocks: [
          { kind: "facts", facts: logistics.map((one) => [kinds[one], linesOf(product, one)]) },
          ...treatmentTimes(product),
        ],
      },
      { id: "watching", title: kinds.monitoring, blocks: kind(product, "monitoring") },
      { id: "more", title: words.more, blocks: more(product) },
    ],
    sources: {
      title: words.sources,
      from: 1,
      list: product.sources.map(({ date, dateNote, kind: of, ...source }) => ({
        words: [{ text: source.citation, href: addressOf(source) }],
        basis: of,
        date,
        dateNote,
      })),
    },
    json: `/v1/products/${product.slug}`,
  };
}

function identity({ printed, therapyClass, targets, sponsor, contains }: ProductFacts) {
  const names = [
    ...printed.brandNames.map(({ value }) => value),
    classWords[therapyClass],
    targets.map((target) => target.toUpperCase()).join(" and "),
    sponsor ?? words.noCompany,
  ].join(" · ");
  if (contains.length === 0) return [names];
  const each = contains.map((one) => ({
    text: products[one]?.name ?? one,
    href: `/products/${one}`,
  }));
  return [names, [words.together, ...joined(each, ", ")]];
}

function labelSection(product: ProductFacts): Section {
  const rows = labelLines(product).map(({ lines, asks, places }) => ({
    name: line(lines),
    below: capitalised(asks),
    cells: [
      places.map(({ region, date, isUnsure, sources }) =>
        line(
          `${label.region(region)}${date === null ? "" : `, ${dateWords(date)}`}${isUnsure ? ` · ${marks.lowConfidence}` : ""}`,
          citedIn(sources.slice(0, 2)),
        ),
      ),
    ],
  }));
  const table: Block = {
    kind: "table",
    look: "facts",
    label: words.onLabel,
    columns: words.labelColumns,
    groups: [{ rows }],
    none: unknown,
  };
  return {
    id: "label",
    title: words.onLabel,
    blocks: rows.length === 0 ? looking("unknown", words.noLabel) : [table],
  };
}

/** Each with its region; warnings and programmes have theirs in the heading. `null`: none is known. */
function linesOf(product: ProductFacts, kind: FactKind): Line[] | null {
  const facts = productFacts(product)[kind];
  const isOfUs = kind === "boxed" || kind === "rems";
  const lines = citedFacts(isOfUs ? facts : factsIn(facts, null), kind === "boxed");
  return lines.length === 0 ? null : lines;
}

function kind(product: ProductFacts, one: FactKind): Block[] {
  const lines = linesOf(product, one);
  if (lines === null) return looking("unknown", unknown);
  return plainList(lines);
}

function more(product: ProductFacts): Block[] {
  const codes = codesOf(product);
  const cohorts = dataset.cohorts
    .filter((one) => one.product === product.slug)
    .map((one) => line({ text: one.label, href: `/v1/cohorts/${one.id}.html` }));
  const known = others.map((one) => ({ one, lines: linesOf(product, one) }));
  const gaps = known.filter(({ lines }) => lines === null).map(({ one }) => kinds[one]);
  const facts: Block = {
    kind: "facts",
    facts: codes.map((code) => [code.system, citedFacts([code])]),
  };
  return [
    ...folded("billing", words.codes, codes.length === 0 ? [] : [facts], codes.length),
    ...known.flatMap(({ one, lines }) =>
      lines === null ? [] : folded(one, kinds[one], plainList(lines), lines.length),
    ),
    ...folded("cohorts", words.cohorts, plainList(cohorts), cohorts.length),
    ...quiet(gaps.length > 0 && words.notFound(gaps)),
  ];
}
