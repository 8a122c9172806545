import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { citationTexts } from "../../../data/citation-text.ts";
import { type Reference, referenceSchema } from "../../../data/schema.ts";
import { partsOf } from "../../../data/tools/citation-parts.ts";
import { journals } from "../../../data/tools/journals.ts";
import { bibliographyOf, type CollectedCitation } from "../../../data/tools/references.ts";
import { evidence, textOf, unsaid } from "./files.ts";

const all = evidence();
const root = join(import.meta.dirname, "../../..");

const collected = (citation: string, more: Partial<CollectedCitation> = {}): CollectedCitation => ({
  citation,
  doi: null,
  pmid: null,
  url: null,
  kind: "abstract",
  ...more,
});

/** Each citation as it would be shown. */
function shown(...citations: CollectedCitation[]): string[] {
  const { references, cite } = bibliographyOf(citations, (text) => text);
  const text = citationTexts(references);
  return citations.map((one) => text(cite(one)));
}

describe("a citation as text", () => {
  it.each([
    [
      "Berdeja JG et al. Lancet 2021;398:314-324 (abstract)",
      "Berdeja JG, et al. Lancet. 2021;398:314–24 [abstract]",
    ],
    [
      "Vandenboom H, Akhtar O et al. Haematologica 2025 (early view; (c) 2026), Table 1 (baseline)",
      "Vandenboom H, Akhtar O, et al. Haematologica. 2025 [early view; (c) 2026, Table 1 (baseline)]",
    ],
    [
      "Bridging the rural gap. Blood 2025;146(Suppl 1):4597",
      "Bridging the rural gap. Blood. 2025;146(Suppl 1):4597.",
    ],
    [
      "Baines AC et al. FDA Approval Summary: Teclistamab. Clin Cancer Res 2024;30:5515-5520",
      "Baines AC, et al. FDA Approval Summary: Teclistamab. Clin Cancer Res. 2024;30:5515–20.",
    ],
    [
      "Cordas dos Santos DM et al. Nat Med 2024;30:2667-2678",
      "Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78.",
    ],
    ["Wang X et al. Front Immunol 2024 (2024-02-28)", "Wang X, et al. Front Immunol. 2024 Feb 28."],
    [
      "Review 'Targeted immunotherapy', Cell Death Discov 2024, Table 1",
      "Targeted immunotherapy. Cell Death Discov. 2024 [Review; Table 1]",
    ],
    ["Review in Blood Cancer J 2021;11(4):84", "Blood Cancer J. 2021;11(4):84 [Review]"],
    [
      "Tix T et al. 2025-07-02 (Non-relapse mortality)",
      "Tix T, et al. Non-relapse mortality. 2025 [2025-07-02]",
    ],
    [
      "journaljams.org digest of Munshi NC et al. N Engl J Med 2021;384:705-716",
      "journaljams.org digest of Munshi NC et al. N Engl J Med 2021;384:705-716.",
    ],
    ["News page (614 randomised) (copy)", "News page [614 randomised; copy]"],
  ])("%s", (citation, text) => {
    expect(shown(collected(citation))).toEqual([text]);
  });

  it("without a reference is an error", () => {
    expect(() => textOf({ reference: "nobody", detail: null })).toThrow('no reference "nobody"');
  });

  it("stands for every collected publication and row without losing a word of it", () => {
    const manifest = (name: string): string =>
      readFileSync(join(import.meta.dirname, `fixtures/${name}-manifest.json`), "utf8");
    const sources = [...all.subgroups, ...all.comparisons].flatMap((study) => study.sources);
    const citing = [...all.published, ...sources];
    const citations = ["published", "subgroups", "comparisons"].flatMap((name) =>
      [...manifest(name).matchAll(/"citation":("(?:[^"\\]|\\.)*")/g)].map(([, text = ""]) =>
        String(JSON.parse(text)),
      ),
    );
    expect(new Set(citations).size).toBeGreaterThan(40);
    const lost = [...new Set(citations)].filter((citation) =>
      citing.every((source) => unsaid(citation, source).length > 0),
    );
    expect(lost).toEqual([]);
  });
});

describe("one publication", () => {
  const first = collected("Wang D et al. Blood 2021;137(21):2890-2901", { doi: "10.1182/a" });

  it.each([
    ["shares a DOI, in any case", collected("Blood 2021", { doi: "10.1182/A", kind: "full-text" })],
    ["shares a place in a journal", collected("Wang, all of it. Blood 2021;137(21):2890-2901")],
    ["shares author, journal, year and volume", collected("Wang D et al. Blood 2021;137")],
  ])("%s", (_, second) => {
    expect(bibliographyOf([first, second], (text) => text).references).toHaveLength(1);
  });

  it("has a DOI that its citation prints", () => {
    const printed = collected("Roex G et al. J Hematol Oncol 2020 (10.1186/x), Table 1");
    const { references, cite } = bibliographyOf([printed], (text) => text);
    expect(references[0]).toMatchObject({ DOI: "10.1186/x", type: "article-journal" });
    expect(cite(printed).detail).toBe("Table 1");
  });

  it("is not what news of it is", () => {
    const news = collected("Oncolo, on Wang D et al. Blood 2021", {
      doi: "10.1182/a",
      url: "https://example.org/news",
      kind: "news",
    });
    const { references } = bibliographyOf([first, news], (text) => text);
    expect(references.map(({ id, type, DOI }) => [id, type, DOI])).toEqual([
      ["oncolo-on-wang-d-et-al-blood-2021", "webpage", undefined],
      ["wang-blood-2021", "article-journal", "10.1182/a"],
    ]);
  });

  it("keeps the collectors' name for it as a remark where its authors are known", () => {
    const named = collected("KarMMa-3 final analysis. Blood 2021", { doi: "10.1182/a" });
    expect(shown(first, named)).toEqual([
      "Wang D, et al. Blood. 2021;137(21):2890–901.",
      "Wang D, et al. Blood. 2021;137(21):2890–901 [KarMMa-3 final analysis]",
    ]);
  });

  it("cannot have appeared twice", () => {
    const later = collected("Wang D et al. Blood 2022", { doi: "10.1182/a" });
    expect(() => bibliographyOf([first, later], (text) => text)).toThrow("two values of year");
  });

  it("must be among the collected", () => {
    const { cite } = bibliographyOf([first], (text) => text);
    expect(() => cite(collected("Another"))).toThrow("not among the collected citations");
  });
});

describe("one page", () => {
  const url = "https://example.org/page";

  it("has one title, and remarks on its parts", () => {
    expect(
      shown(
        collected("Gene Therapy Live, approved in China", { url }),
        collected("Gene Therapy Live, approved in China; paragraph 2", { url }),
        collected("Gene Therapy, approved in China", { url }),
      ),
    ).toEqual([
      "Gene Therapy Live, approved in China.",
      "Gene Therapy Live, approved in China [paragraph 2]",
      "Gene Therapy Live, approved in China.",
    ]);
  });

  it("is another one where the same address is said to hold something else", () => {
    const { references } = bibliographyOf(
      [collected("Digest of one paper", { url }), collected("Digest of its update", { url })],
      (text) => text,
    );
    expect(references.map(({ id }) => id)).toEqual(["digest-of-its-update", "digest-of-one-paper"]);
  });

  it("has no address where that cannot be opened", () => {
    const pages = ["https://example.org/.../x", "https://example.org/x (copy)", "file.txt"].map(
      (address) => collected(`Page at ${address}`, { url: address }),
    );
    const { references } = bibliographyOf(pages, (text) => text);
    expect(references.map(({ type }) => type)).toEqual(["document", "document", "document"]);
  });
});

describe("references that would be called the same", () => {
  it("are told apart by their place, else numbered", () => {
    const ids = (...citations: string[]) =>
      bibliographyOf(
        citations.map((citation) => collected(citation)),
        (text) => text,
      ).references.map(({ id }) => id);
    expect(ids("Dima D et al. Blood 2024;1:2", "Dima D et al. Blood 2024;3:4")).toEqual([
      "dima-blood-2024-1-2",
      "dima-blood-2024-3-4",
    ]);
    expect(ids("A page, here", "A page: here")).toEqual(["a-page-here", "a-page-here-2"]);
  });
});

describe("the committed references", () => {
  it("are sorted by id", () => {
    const ids = all.references.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it("name every journal that the import knows", () => {
    const named = new Set(all.references.map((one) => one["container-title"]));
    expect(journals.filter((journal) => !named.has(journal))).toEqual([]);
  });

  it("identify only papers", () => {
    const pages = all.references.filter(({ type }) => type === "webpage");
    expect(pages.filter(({ DOI, PMID }) => DOI ?? PMID)).toEqual([]);
    expect(pages.every(({ URL: address }) => address !== undefined)).toBe(true);
  });
});

describe("what a reference may say", () => {
  const article: Reference = { id: "a-2020", type: "article-journal", "container-title": "Blood" };

  it.each([
    ["an identifier in its form", { DOI: "10.1000/x", PMID: "123" }, true],
    ["a DOI that is an address", { DOI: "https://doi.org/10.1000/x" }, false],
    ["an id of PubMed Central", { PMID: "PMC123" }, false],
    ["an id that is no kebab-case", { id: "Dima 2024" }, false],
    ["a day", { issued: { "date-parts": [[2024, 2, 28]] } }, true],
    ["four parts of a date", { issued: { "date-parts": [[2024, 2, 28, 12]] } }, false],
    ["a conference paper without proceedings", { type: "paper-conference" }, true],
    ["a field that is not ours", { publisher: "ASH" }, false],
  ])("%s", (_, change, fits) => {
    expect(v.is(referenceSchema, { ...article, ...change })).toBe(fits);
  });

  it("is at least a title or a journal", () => {
    expect(v.is(referenceSchema, { id: "a", type: "document" })).toBe(false);
    expect(v.is(referenceSchema, { id: "a", type: "article-journal", title: "A" })).toBe(false);
    expect(v.is(referenceSchema, { id: "a", type: "paper-conference", title: "A" })).toBe(false);
  });
});

describe("taking a citation apart", () => {
  it("finds no journal in brackets, within words or after the authors of news", () => {
    for (const citation of [
      "ASH 2018 abstract 959 (Blood 2018;132 Suppl 1:959), cut 16 Jul 2018",
      "journaljams.org digest of Berdeja Lancet 2021",
      "Blood Cancers Today on Dima et al",
      "CancerNetwork report of Usmani et al. Lancet 2021",
    ]) {
      expect(partsOf(citation)).toMatchObject({ journal: null, title: expect.any(String) });
    }
  });

  it("makes initials of JG, and leaves a family name alone", () => {
    const { author } = partsOf("San-Miguel J, Zerbit, D'Souza AB et al. Lancet 2021");
    expect(author).toEqual([
      { family: "San-Miguel", given: "J." },
      { family: "Zerbit" },
      { family: "D'Souza", given: "A. B." },
      { literal: "et al." },
    ]);
  });
});

/** The processor behind the style is under CPAL-1.0 or AGPL-1.0: it formats here and travels nowhere. */
describe("the citation processor", () => {
  it("is a development dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    expect(Object.keys(dependencies).filter((name) => /cit(ation|eproc)/.test(name))).toEqual([]);
    expect(devDependencies).toHaveProperty("@citation-js/plugin-csl");
  });

  it("is imported by the build alone", () => {
    const files = ["functions", "widget", "data"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules"))
        .map((name) => join(folder, name)),
    );
    const importing = files.filter((name) =>
      /from "[^"]*(citation-text\.ts|citation-js[^"]*|citeproc)"/.test(
        readFileSync(join(root, name), "utf8"),
      ),
    );
    expect(importing.sort()).toEqual(["data/build.ts", "data/citation-text.ts"]);
  });
});
