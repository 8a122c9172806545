import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import hosts from "#data/own-hosts.json" with { type: "json" };
import { findSourceAddress } from "#data/source-address.ts";

const read = { doi: null, pmid: null, seenAt: null };
const at = (seenAt: string) => findSourceAddress({ ...read, seenAt });

describe("the address of a source", () => {
  it("is its DOI, else its PubMed record, wherever it was read", () => {
    const seenAt = "https://preview-www.nature.com/articles/1";
    expect(findSourceAddress({ ...read, seenAt, doi: "10.1/a", pmid: "7" })).toBe(
      "https://doi.org/10.1/a",
    );
    expect(findSourceAddress({ ...read, seenAt, pmid: "7" })).toBe(
      "https://pubmed.ncbi.nlm.nih.gov/7/",
    );
  });

  it("is a DOI wherever the citation of a product names one", () => {
    const named = Object.values(products).flatMap(({ sources }) =>
      sources.filter(({ citation }) => citation.includes("doi 10.")),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const source of named) {
      expect(source.citation).toContain(`doi ${source.doi}`);
      expect(findSourceAddress(source)).toBe(`https://doi.org/${source.doi}`);
    }
  });

  it("is the page at the own host of who published it", () => {
    for (const page of ["https://www.jnj.com/a", "https://clinicaltrials.gov/study/NCT00000001"]) {
      expect(at(page)).toBe(page);
    }
  });

  it("is the original that its reference names, where a copy was read", () => {
    const copy = { ...read, seenAt: "https://github.com/a" };
    expect(findSourceAddress({ ...copy, url: "https://www.jnj.com/a" })).toBe(
      "https://www.jnj.com/a",
    );
    expect(findSourceAddress({ ...copy, url: "https://seekingalpha.com/a" })).toBeNull();
    expect(findSourceAddress({ ...copy, url: "http://www.jnj.com/a" })).toBeNull();
  });

  it("is none where a copy, a preview or a proxy was read, also at a name below or like an own one", () => {
    for (const host of [
      "preview-www.nature.com",
      "sit.mimsdev.com",
      "staging.bloodcancerstoday.com",
      "www2-cancernetwork-com-git-web-7228-mjhls.vercel.app",
      "hmpglrntwk-fstlytest.global.ssl.fastly.net",
      "biomedcentral-preview-jhoonline.publicaciones.saludcastillayleon.es",
      "github.com",
      "grokipedia.com",
      "wikidoc.org.",
      "clinicaltrials.gov.example",
      "clinicaltrials.gov:8443",
    ]) {
      expect(at(`https://${host}/a`), host).toBeNull();
    }
  });

  it("has no host of a test, a preview, a proxy, a repository or a wiki among the own ones", () => {
    const doubtful = /\b(?:dev|test|stag|preview|proxy|git|wiki|vercel|fastly|pages\.dev)|pedia/i;
    expect(hosts.filter((host) => doubtful.test(host))).toEqual([]);
    expect(hosts).toEqual([...new Set(hosts)].sort());
  });
});
