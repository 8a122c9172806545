import { describe, expect, it } from "vitest";
import { listResearchNetworkOverlaps } from "#data/build/compute-set.ts";
import type { Cohort } from "#data/schema.ts";
import { entryWith, evidence } from "./files.ts";

const { cohorts, products } = evidence();
const edges = (cohort: Cohort, all: readonly Cohort[] = cohorts) =>
  listResearchNetworkOverlaps(cohort, all, products).map((edge) => edge.with);

const network = entryWith(
  cohorts.find((cohort) => cohort.network !== null && cohort.product === "ide-cel"),
  "a network with ide-cel",
);
const real = cohorts.filter(
  (cohort) =>
    cohort.evidence === "real-world" && cohort.product === network.product && !cohort.network,
);
const series = (id: string, over: Partial<Cohort> = {}): Cohort => ({
  ...entryWith(real[0], "a series of its product"),
  region: "us",
  id,
  overlaps: [],
  ...over,
});

describe("a network without bounds", () => {
  it("shares patients with every real-world series of its product", () => {
    const anywhere: Cohort = { ...network, region: null };
    expect(real.length).toBeGreaterThan(1);
    expect(edges(anywhere)).toEqual(expect.arrayContaining(real.map(({ id }) => id)));
  });

  it("is named from the other side too", () => {
    const [edge] = listResearchNetworkOverlaps(series("other"), [network], products);
    expect(edge).toEqual({
      with: network.id,
      kind: "possible",
      reason: `${network.network} may hold patients of any such series`,
    });
  });

  it("shares none with trials, other products, or series known to come from elsewhere", () => {
    expect(edges(network, [series("trial", { evidence: "trial" })])).toEqual([]);
    expect(edges(network, [series("other", { product: "cilta-cel" })])).toEqual([]);
    const here: Cohort = { ...network, region: "us" };
    expect(edges(here, [series("asia", { region: "asia" })])).toEqual([]);
    expect(edges(here, [series("us", { region: "us" })])).toEqual(["us"]);
    expect(edges(here, [series("anywhere", { region: "multinational" })])).toEqual(["anywhere"]);
  });

  it("counts a mixed series for each of its products", () => {
    const teclistamab: Cohort = { ...network, product: "teclistamab" };
    const mixed = series("mixed", { product: "teclistamab-or-elranatamab" });
    expect(edges(teclistamab, [mixed])).toEqual(["mixed"]);
    expect(edges({ ...network, product: "talquetamab" }, [mixed])).toEqual([]);
  });

  it("does not draw an edge twice", () => {
    const knownSeries = series("known", {
      overlaps: [{ with: network.id, kind: "partial", reason: "printed" }],
    });
    expect(listResearchNetworkOverlaps(knownSeries, [network], products)).toEqual([]);
  });
});
