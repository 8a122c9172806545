/**
 * From all collected citations to references, one for each publication or page, and for each citation
 * the reference it is of and what of it was read.
 *
 * Citations are of one publication where they share a DOI, a PubMed id, the place in a journal, or
 * authors, journal, year and volume; of one page where they share its address and the words for it.
 */
import * as v from "valibot";
import { doi as doiForm, pmid as pmidForm } from "../schema/common.ts";
import { type Citing, type Reference, referenceFields, referenceSchema } from "../schema.ts";
import { type CitationParts, partsOf } from "./citation-parts.ts";
import { pageTitles, withoutDoi, wordsIn } from "./citation-words.ts";
import { referenceIds } from "./reference-ids.ts";

export interface CollectedCitation {
  citation: string;
  doi: string | null;
  pmid: string | null;
  url: string | null;
  /** As collected, so of no closed list. */
  kind: string;
}

/** What a file of the data says instead of a citation. */
export type Cite = (collected: CollectedCitation) => Citing;

export interface Bibliography {
  /** Sorted by id. */
  references: Reference[];
  cite: Cite;
}

/** `plain` puts the collectors' shorthand into words. */
export function bibliographyOf(
  collected: readonly CollectedCitation[],
  plain: (text: string) => string,
): Bibliography {
  const variants = new Map(collected.map((one) => [keyOf(one), variantOf(one, plain)]));
  const titles = pageTitles([...variants.values()].filter(isPage));
  for (const variant of variants.values()) {
    const { title, remark } = titles.get(variant) ?? { title: variant.parts.title, remark: null };
    const remarks = remark === null ? variant.parts.remarks : [remark, ...variant.parts.remarks];
    variant.parts = { ...variant.parts, title, remarks };
  }
  const groups = groupsOf([...variants.values()]);
  const drafts = groups.map((group) => draftOf(group));
  const ids = referenceIds(drafts);
  const referenceOf = new Map<Variant, Reference>();
  const references = drafts.map((draft, index) => {
    const reference = v.parse(referenceSchema, { id: ids[index], ...draft });
    for (const variant of groups[index] ?? []) referenceOf.set(variant, reference);
    return reference;
  });
  return {
    references: references.sort((a, b) => (a.id < b.id ? -1 : 1)),
    cite: (one) => {
      const variant = variants.get(keyOf(one));
      const reference = variant && referenceOf.get(variant);
      if (!reference) throw new Error(`not among the collected citations: "${one.citation}"`);
      return { reference: reference.id, detail: detailOf(variant, reference) };
    },
  };
}

export interface Variant {
  parts: CitationParts;
  doi: string | null;
  pmid: string | null;
  url: string | null;
}

/** A draft is a reference without its id. */
export type Draft = Omit<Reference, "id">;

function keyOf({ citation, doi, pmid, url, kind }: CollectedCitation): string {
  return JSON.stringify([citation, doi, pmid, url, kind === "seed" ? "full-text" : kind]);
}

function variantOf(
  { citation, doi, pmid, url, kind }: CollectedCitation,
  plain: (text: string) => string,
): Variant {
  const parts = partsOf(plain(citation));
  // News, releases and labels carry the identifiers of the paper they are about.
  const own = parts.type === "article-journal" || !["news", "press", "label"].includes(kind);
  return {
    parts,
    doi: own ? (parts.doi ?? validOr(doiForm, doi)) : null,
    pmid: own ? validOr(pmidForm, pmid) : null,
    url: validOr(addressForm, url),
  };
}

/** URL parsers accept spaces, and the dots of addresses that collectors shortened. */
const addressForm = v.pipe(
  v.string(),
  v.url(),
  v.check((url) => !/\s|\/\.\.\.\//.test(url)),
);

/** What is malformed was reported where its source was read. */
function validOr(schema: v.GenericSchema<string>, value: string | null): string | null {
  return v.is(schema, value) ? value : null;
}

function isPage({ parts, doi, pmid }: Variant): boolean {
  return parts.type !== "article-journal" && doi === null && pmid === null;
}

/** Variants of one publication, in the order in which they were collected. */
function groupsOf(variants: readonly Variant[]): Variant[][] {
  const groups: { keys: Set<string>; variants: Variant[] }[] = [];
  for (const variant of variants) {
    const keys = identitiesOf(variant);
    const same = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const [first, ...others] = same;
    const group = first ?? { keys: new Set<string>(), variants: [] };
    if (!first) groups.push(group);
    for (const other of others) {
      groups.splice(groups.indexOf(other), 1);
      for (const key of other.keys) group.keys.add(key);
      group.variants.push(...other.variants);
    }
    for (const key of keys) group.keys.add(key);
    group.variants.push(variant);
  }
  return groups.map((group) => group.variants);
}

function identitiesOf(variant: Variant): string[] {
  const { parts, doi, pmid, url } = variant;
  const { author, title, journal, issued, volume, page } = parts;
  const keys: unknown[][] = [];
  const [first] = author;
  if (doi !== null) keys.push(["doi", doi.toLowerCase()]);
  if (pmid !== null) keys.push(["pmid", pmid]);
  if (isPage(variant)) keys.push(["page", url, first ?? null, title]);
  if (volume !== null && page !== null) keys.push(["place", journal, issued?.[0], volume, page]);
  if (volume !== null && first) keys.push(["author", first, journal, issued?.[0], volume]);
  if (keys.length === 0) keys.push(["words", first ?? null, title, journal, issued?.[0] ?? null]);
  return keys.map((key) => JSON.stringify(key));
}

/** Each field from the variant that prints it most fully. @throws Error when two of them differ. */
function draftOf(group: readonly Variant[]): Draft {
  const articles = group.filter(({ parts }) => parts.type === "article-journal");
  const named = (articles.length > 0 ? articles : group).map(({ parts }) => parts);
  const agreed = <T>(field: string, values: readonly (T | null | undefined)[]): T | undefined => {
    const [value, ...others] = new Set(values.filter((one) => one !== null && one !== undefined));
    if (others.length > 0) {
      throw new Error(`one publication, two values of ${field}: ${[value, ...others].join(" | ")}`);
    }
    return value;
  };
  agreed(
    "year",
    named.map(({ issued }) => issued?.[0]),
  );
  const author = longest(named.map((parts) => parts.author));
  const issued = longest(named.flatMap((parts) => (parts.issued ? [parts.issued] : [])));
  const title = titleOf(named);
  const doi = agreed(
    "DOI",
    group.map((one) => one.doi?.toLowerCase()),
  );
  const fields = {
    author: author?.length ? author : undefined,
    title: title ?? undefined,
    "container-title": agreed(
      "journal",
      named.map(({ journal }) => journal),
    ),
    issued: issued && { "date-parts": [issued] as const },
    volume: agreed(
      "volume",
      named.map(({ volume }) => volume),
    ),
    issue: agreed(
      "issue",
      named.map(({ issue }) => issue),
    ),
    page: agreed(
      "page",
      named.map(({ page }) => page),
    ),
    DOI: group.find((one) => one.doi?.toLowerCase() === doi)?.doi ?? undefined,
    PMID: agreed(
      "PMID",
      group.map(({ pmid }) => pmid),
    ),
  };
  const url = group.find((one) => one.url !== null)?.url ?? undefined;
  const page = group.every(isPage) && url !== undefined;
  const type = articles.length > 0 ? "article-journal" : page ? "webpage" : "document";
  return v.parse(draftSchema, defined({ type, ...fields, URL: page ? url : undefined }));
}

const draftSchema = v.omit(referenceFields, ["id"]);

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * What stands between quotation marks, else the most words in the place of the title. Where authors
 * are known without a title, other words for the same publication are the collectors' name for it.
 */
function titleOf(named: readonly CitationParts[]): string | null {
  const quoted = named.filter((parts) => parts.quoted);
  const signed = named.filter(({ author }) => author.length > 0);
  const [of] = [quoted, signed, named].filter((parts) => parts.length > 0);
  const titles = (of ?? []).flatMap(({ title }) => title ?? []);
  return longest(titles.toSorted()) ?? null;
}

/** The first of the longest. */
function longest<T extends { length: number }>(values: readonly T[]): T | undefined {
  return values.reduce<T | undefined>(
    (best, one) => (best === undefined || one.length > best.length ? one : best),
    undefined,
  );
}

/** The remarks of a citation, and those of its words that its reference does not say. */
function detailOf({ parts }: Variant, reference: Reference): string | null {
  const { title, DOI: doi } = reference;
  const said = new Set(wordsIn(title ?? ""));
  const remarks = parts.remarks.map((remark) =>
    doi === undefined ? remark : withoutDoi(remark, doi),
  );
  const unsaid = [parts.title ?? "", ...remarks].filter((part) =>
    wordsIn(part).some((word) => !said.has(word)),
  );
  return unsaid.length > 0 ? unsaid.join("; ") : null;
}
