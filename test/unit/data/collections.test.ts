import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { countCohortsPerClass } from "#core/evidence/select.ts";
import { listChangedParameterPairs } from "#core/question/query-text.ts";
import { products } from "#data/generated/products.ts";
import hosts from "#data/own-hosts.json" with { type: "json" };
import presets from "#data/presets.json" with { type: "json" };
import { makeShortNamesUnlikeSlug } from "#data/product-names.ts";
import { makeDataRecall } from "#data/recall.ts";
import { type DataRelease, type Reference, referenceSchema } from "#data/schema.ts";
import { findSourceAddress } from "#data/source-address.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import { outcome } from "../../support/cohorts.ts";
import { queryOf } from "../../support/queries.ts";
import { evidence, named, textOf } from "./files.ts";

const { cohorts, comparisons, published, references, subgroups } = evidence();
const root = join(import.meta.dirname, "../../..");

/** Copied a second time from the source; `sentinels-figures.csv` has figures of other subgroups. */
it("extramedullary disease by ide-cel in practice has its ratio", () => {
  const { figures } = named(subgroups, "us-consortium-ide-cel-emd-2024");
  const ofPfs = figures.filter(({ outcome }) => outcome === "pfs");
  expect(ofPfs.find(({ level }) => level === "no EMD")?.effect).toMatchObject({
    ...{ measure: "hazard-ratio", value: 1.5, interval: [1.1, 2.2] },
    ...{ of: "EMD", against: "none", adjustment: "multivariable" },
  });
});

it("the matching-adjusted comparison says what is more with which side", () => {
  const { figures } = named(comparisons, "maic-cilta-cel-ide-cel-2026");
  expect(figures.find(({ outcome }) => outcome === "os")).toMatchObject({
    ...{ of: "cilta-cel", against: "ide-cel", p: "0.0452" },
    effect: {
      ...{ measure: "hazard-ratio", value: 0.58, interval: [0.34, 0.99], moreEventsAbove: "of" },
    },
  });
});

it("a review's direction has no number invented for it", () => {
  const review = comparisons.find(({ kind }) => kind === "indirect-review");
  expect(review?.figures).toHaveLength(14);
  for (const { effect, favours } of review?.figures ?? []) {
    expect([effect, favours]).toEqual([null, "of"]);
  }
});

describe("the size of a randomised trial", () => {
  const trials = comparisons.filter(({ kind }) => kind === "randomised");

  /** Collects every number of patients that is held of a trial and of its arms. */
  function collectSizes({ sides, figures }: (typeof trials)[number]): ReadonlySet<number | null> {
    const ids = sides.flatMap((side) => side.cohorts);
    const arms = cohorts.filter(({ id }) => ids.includes(id));
    const ofArms = arms.flatMap((arm) => [arm.baseline, ...arm.figures]);
    return new Set([...sides, ...figures, ...ofArms].map(({ n }) => n));
  }

  it("is that of an arm wherever a drug's facts or a note have it", () => {
    const said = trials.flatMap((trial) => {
      const ids = trial.sides.flatMap((side) => side.cohorts);
      const ofDrugs = Object.values(products).flatMap((drug) =>
        drug.trials
          .filter(({ value }) => value.name === trial.label)
          .flatMap(({ value }) => value.results)
          .flatMap(({ measure, values }) => (measure === "patients" ? values : [])),
      );
      const inNotes = cohorts
        .filter(({ id }) => ids.includes(id))
        .flatMap(({ notes }) => [...(notes ?? "").matchAll(/(\d+) randomised/g)])
        .map(([, size]) => Number(size));
      const held = collectSizes(trial);
      return [...ofDrugs, ...inNotes].map((size) => [trial.label, size, held.has(size)] as const);
    });
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter(([, , isHeld]) => !isHeld)).toEqual([]);
  });
});

it("no note calls what is held a baseline or a topline only", () => {
  const stale = cohorts.filter(
    ({ notes, figures }) => /^(Baseline|Topline) only/.test(notes ?? "") && figures.length > 0,
  );
  expect(stale.map(({ id }) => id)).toEqual([]);
});

describe("what does not fit", () => {
  const reported = [...subgroups, ...comparisons].flatMap((study) =>
    study.figures.map((figure) => ({ study: study.id, ...figure })),
  );

  it("is kept as printed and named as odd", () => {
    const odd = reported.filter(({ oddity }) => oddity !== null);
    const texts = odd.map(({ study, outcome, percentPrinted }) =>
      [study, outcome, percentPrinted].join(" "),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        "us-consortium-teclistamab-age orr 62",
        "dima-car-t-emd-2024 orr 58",
        "single-institution-emd-toxicity cr 20",
        "habib-car-t-renal-2026 icans 60",
        "one-centre-t-cell-redirection orr 97.1",
        "trinetx-car-t-teclistamab survival-at-end 56.7",
      ]),
    );
    expect(odd).toHaveLength(11);
  });

  it("counts nowhere if the source contradicts itself, and else stands as it is", () => {
    const studiesOf = (kind: string) =>
      new Set(reported.filter(({ oddity }) => oddity?.kind === kind).map(({ study }) => study));
    const contradicting = new Set(["habib-car-t-renal-2026", "trinetx-car-t-teclistamab"]);
    expect(studiesOf("contradiction")).toEqual(contradicting);
    expect(studiesOf("remark")).toContain("us-consortium-teclistamab-age");
  });

  it("is true of percentages that no count is said to fit", () => {
    for (const { oddity, n, percentPrinted } of reported) {
      if (!oddity?.text.includes("fits no count") || n === null || percentPrinted === null)
        continue;
      const counts = Array.from({ length: n + 1 }, (_, events) => Math.round((100 * events) / n));
      expect(counts).not.toContain(percentPrinted);
    }
  });
});

it("tiers follow from the kind of source, but for a review's table", () => {
  for (const source of [...subgroups, ...comparisons].flatMap((study) => study.sources)) {
    const { kind, tier } = source;
    if (/^Systematic review|\[Review/.test(textOf(source))) expect(tier).toBe(2);
    else if (kind === "news") expect(tier).toBe(3);
    else expect(tier).toBe(["congress", "press", "review"].includes(kind) ? 2 : 1);
  }
});

/** The 27 rows of Table 1 of Roex 2020; each is a cut of one cohort. */
const cut = "roex-2020";
const rows = named(published, cut).set?.rows ?? [];
const sorted = (list: readonly (string | null)[]) => [...list].sort();

describe("the rows of Roex 2020", () => {
  it("each have one place", () => {
    const names = Array.from({ length: 27 }, (_, index) => `R${`${index + 1}`.padStart(2, "0")}`);
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(new Set(rows.map(({ cohort }) => cohort)).size).toBe(27);
  });

  it("stand where the cut stands, and nowhere else", () => {
    const holders = cohorts.filter(({ figures }) => figures.some((figure) => figure.cut === cut));
    expect(sorted(holders.map(({ id }) => id))).toEqual(sorted(rows.map(({ cohort }) => cohort)));
  });
});

it("a citation without a reference is an error", () => {
  expect(() => textOf({ reference: "nobody", detail: null })).toThrow('no reference "nobody"');
});

describe("the committed references", () => {
  it("are sorted by id", () => {
    const ids = references.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it("identify only papers", () => {
    const pages = references.filter(({ type }) => type === "webpage");
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

/**
 * The citation processor has the licence CPAL-1.0 or AGPL-1.0, so it is used only during the build and is not
 * distributed.
 */
it("the citation processor is imported by the build alone", () => {
  const processor = /from "[^"]*(citation-text\.ts|citation-js[^"]*|citeproc)"/;
  const importing = globSync("{functions,widget,data}/**/*.{ts,tsx}", { cwd: root }).filter(
    (name) => processor.test(readFileSync(join(root, name), "utf8")),
  );
  expect(importing.sort()).toEqual(["data/build/citation-text.ts"]);
});

const [preview, copy, own] = [
  ...["https://preview-www.nature.com/1", "https://github.com/a", "https://www.jnj.com/a"],
] as const;

describe("the address of a source", () => {
  it.each<[Partial<Parameters<typeof findSourceAddress>[0]>, string | null]>([
    // It is its DOI, else its PubMed record, wherever it was read.
    [{ seenAt: preview, doi: "10.1/a", pmid: "7" }, "https://doi.org/10.1/a"],
    [{ seenAt: preview, pmid: "7" }, "https://pubmed.ncbi.nlm.nih.gov/7/"],
    // It is the page at the own host of who published it.
    [{ seenAt: own }, own],
    [{ seenAt: "https://clinicaltrials.gov/study/NCT1" }, "https://clinicaltrials.gov/study/NCT1"],
    // It is the original that its reference names, where a copy was read.
    [{ seenAt: copy, url: own }, own],
    [{ seenAt: copy, url: "https://seekingalpha.com/a" }, null],
    [{ seenAt: copy, url: "http://www.jnj.com/a" }, null],
  ])("%j is %s", (source, address) => {
    expect(findSourceAddress({ doi: null, pmid: null, seenAt: null, ...source })).toBe(address);
  });

  it.each([
    ...["preview-www.nature.com", "sit.mimsdev.com", "staging.bloodcancerstoday.com"],
    "www2-cancernetwork-com-git-web-7228-mjhls.vercel.app",
    "hmpglrntwk-fstlytest.global.ssl.fastly.net",
    "biomedcentral-preview-jhoonline.publicaciones.saludcastillayleon.es",
    ...["github.com", "grokipedia.com"],
    // These are a name below an own one, or like it.
    ...["wikidoc.org.", "clinicaltrials.gov.example", "clinicaltrials.gov:8443"],
  ])("is none where a copy, a preview or a proxy was read: %s", (host) => {
    const source = { doi: null, pmid: null, seenAt: `https://${host}/a` };
    expect(findSourceAddress(source)).toBeNull();
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

  it("has no host of a test, a preview, a proxy, a repository or a wiki among the own ones", () => {
    const doubtful = /\b(?:dev|test|stag|preview|proxy|git|wiki|vercel|fastly|pages\.dev)|pedia/i;
    expect(hosts.filter((host) => doubtful.test(host))).toEqual([]);
    expect(hosts).toEqual([...new Set(hosts)].sort());
  });
});

/** The build treats presets only as text. Here the usual parser of questions reads them. */
describe.each(presets)("the preset $id", ({ query }) => {
  const question = queryOf(new URLSearchParams(Object.entries(query)).toString(), dataset);

  it("says nothing that is the default, and everything else in one way", () => {
    expect(Object.fromEntries(listChangedParameterPairs(question, dataset))).toEqual(query);
  });

  it("leaves a cohort in each class, or in those that a named set pooled", () => {
    const counts = countCohortsPerClass(question, dataset);
    const set = dataset.sets.find(({ id }) => id === question.set);
    const pooled = dataset.cohorts.filter(({ id }) => set?.cohorts?.includes(id) ?? true);
    for (const { therapyClass } of pooled) expect(counts[therapyClass]).toBeGreaterThan(0);
  });
});

describe("a recall", () => {
  const [newest, second, first] = ["2026-12-20-0123abcd", "2026-12-20-89ef4567", "2026-11-20-0"];
  /** Releases, newest first, of which the second one corrects a wrong number. */
  const releases: DataRelease[] = [
    { date: "2026-12-24", version: newest, what: ["Two cohorts.", "A figure was corrected."] },
    { date: "2026-12-24", version: second, what: ["Words only."], corrects: "One figure, twice." },
    { date: "2026-11-20", version: first, what: ["The first."] },
  ];

  it.each([
    [
      "every release before the oldest that may be shown, and says why",
      second,
      [first],
      "One figure, twice.",
    ],
    ["none if the first release may be shown", first, [], null],
  ])("withdraws %s", (_, minimumDataVersion, recalledDataVersions, recallReason) => {
    const recall = { minimumDataVersion, recalledDataVersions, recallReason };
    expect(makeDataRecall({ releases, minimumDataVersion })).toEqual(recall);
  });
});

/** Outcomes, of which each but one is a part of another. */
const made = [
  outcome("cr", { partOf: "vgpr" }),
  outcome("orr"),
  outcome("vgpr", { partOf: "orr" }),
];
const wholesOf = (part: string, of = made) => listContainingOutcomes(part, of).map(({ id }) => id);

describe("the wholes of an outcome", () => {
  it("are all of which it counts a part, nearest first, in whatever order they are listed", () => {
    expect(wholesOf("cr")).toEqual(["vgpr", "orr"]);
    expect(wholesOf("cr", made.toReversed())).toEqual(["vgpr", "orr"]);
    expect(wholesOf("orr")).toEqual([]);
  });

  it("are none of what is not known, and end where outcomes are part of each other", () => {
    expect(wholesOf("unknown")).toEqual([]);
    expect(wholesOf("lost", [outcome("lost", { partOf: "unknown" })])).toEqual([]);
    const round = [outcome("a", { partOf: "b" }), outcome("b", { partOf: "a" })];
    expect(wholesOf("a", round)).toEqual(["b", "a"]);
  });
});

it("a short name is the slug of the field, or the name as it is written", () => {
  const drugs = [
    { slug: "betamab", name: "betamab" },
    { slug: "gammamab", name: "gammamab (GM-1)" },
    { slug: "xyz-1-with", name: "XYZ-1 with another drug" },
    { slug: "a-cel-or-betamab", name: "alpha or beta", contains: ["a-cel", "betamab"] },
  ];
  const names = makeShortNamesUnlikeSlug(drugs.map((drug) => ({ contains: [], ...drug })));
  expect(names).toEqual({ "xyz-1-with": "XYZ-1 with another drug" });
});

/**
 * The ids and slugs that programs, links and records may name, as a file that is read as a diff: a line more is new
 * evidence, a line that changes or goes breaks the contract of v1. `npm run accept` writes it.
 */
const ids = {
  cohort: dataset.cohorts.map(({ id }) => id),
  outcome: dataset.outcomes.map(({ id }) => id),
  product: dataset.products.map(({ slug }) => slug),
  set: dataset.presets.map(({ id }) => id),
};

it("ids are those that were there before, and new ones", async () => {
  const lines = Object.entries(ids).flatMap(([kind, names]) =>
    [...names].sort().map((name) => `${kind} ${name}`),
  );
  expect(new Set(lines).size).toBe(lines.length);
  await expect(
    `${lines.join("\n")}\n`,
    "ids.txt has other ids: `npm run accept` adds new ones; an id that is there stays",
  ).toMatchFileSnapshot(join(import.meta.dirname, "ids.txt"));
});
