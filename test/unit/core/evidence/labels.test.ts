/** The rules of what a label says, each by a made-up product. */
import { describe, expect, it } from "vitest";
import { type LabelQuestion, labelOf, weakestOf } from "#core/evidence/labels.ts";
import type { ComputeApproval } from "#data/compute-set.ts";
import { products } from "#data/generated/products.ts";
import { drugClasses, labelRegions } from "#data/vocabulary.ts";

/** Approved alone after three lines, in the region that is asked for. */
function entry(over: Partial<ComputeApproval> = {}): ComputeApproval {
  const { status = "approved" } = over;
  return {
    region: "eu",
    status,
    date: "2024",
    kind: null,
    partners: [],
    priorLines: { min: 3, max: null },
    requires: [],
    confidence: "high",
    sources: [0],
    inForce: status === "approved",
    ...over,
  };
}

const lines = (min: number | null, max: number | null = null) => ({ priorLines: { min, max } });
const classes = (
  state: ComputeApproval["requires"][number]["state"],
  names: readonly ComputeApproval["requires"][number]["class"][] = drugClasses,
) => ({ requires: names.map((name) => ({ class: name, state })) });

function asked(entries: readonly ComputeApproval[], over: Partial<LabelQuestion> = {}) {
  return labelOf(entries, { partners: [], region: "eu", lines: 3, ...over });
}

const statusOf = (...question: Parameters<typeof asked>) => asked(...question).status;

describe("an approval in force", () => {
  it.each([
    [1, "labelled-from-line"],
    [2, "labelled"],
    [3, "labelled"],
    [null, "labelled"],
  ] as const)("from two lines on, asked for %s", (given, status) => {
    expect(asked([entry(lines(2))], { lines: given })).toEqual({
      status,
      minPriorLines: 2,
      since: "2024",
      kind: null,
      confidence: "high",
      sources: [0],
    });
  });

  it("from a later line counts in the late setting, which says the line", () => {
    expect(asked([entry(lines(4))])).toMatchObject({ status: "labelled", minPriorLines: 4 });
  });

  it("with the least line decides, whatever stands first", () => {
    const two = [entry({ ...lines(4), date: "2022" }), entry({ ...lines(2), date: "2025" })];
    for (const given of [two, two.toReversed()]) {
      expect(asked(given, { lines: 1 })).toMatchObject({ minPriorLines: 2, since: "2025" });
      expect(asked(given, { lines: 2 })).toMatchObject({ status: "labelled", minPriorLines: 2 });
    }
  });

  it("with a limit does not hold beyond it", () => {
    const given = [entry(lines(1, 2))];
    expect(statusOf(given, { lines: 2 })).toBe("labelled");
    expect(asked(given, { lines: 3 })).toMatchObject({
      status: "not-labelled",
      minPriorLines: null,
    });
  });

  it("asks for drugs that failed, which decides nothing", () => {
    expect(statusOf([entry({ ...lines(1), ...classes("refractory") })], { lines: 1 })).toBe(
      "labelled",
    );
  });

  it("holds for its own region and regimen, in whatever order it is named", () => {
    const given = [entry({ ...lines(1), partners: ["some drug", "other drug"] })];
    const partners = ["other drug", "some drug"];
    expect(statusOf(given, { partners, lines: 1 })).toBe("labelled");
    expect(statusOf(given, { partners: ["some drug"], lines: 1 })).toBe("no-label-found");
    expect(statusOf(given, { lines: 1 })).toBe("no-label-found");
    expect(statusOf(given, { partners, region: "us", lines: 1 })).toBe("no-label-found");
  });
});

describe("an approval without a number of lines", () => {
  it.each(["exposed", "refractory"] as const)("counts as 3 with all three classes %s", (state) => {
    const given = [entry({ ...lines(null), ...classes(state) })];
    expect(asked(given, { lines: 2 })).toMatchObject({
      status: "labelled-from-line",
      minPriorLines: 3,
    });
    expect(asked(given)).toMatchObject({ status: "labelled", minPriorLines: 3 });
  });

  it.each([
    ["no class", {}],
    ["two classes", classes("exposed", ["PI", "IMiD"])],
    ["three that were not tolerated", classes("intolerant")],
  ])("is not known with %s", (_, requires) => {
    for (const given of [1, 2, 3, null] as const) {
      expect(asked([entry({ ...lines(null), ...requires })], { lines: given })).toMatchObject({
        status: "not-known",
        minPriorLines: null,
      });
    }
  });

  it("leaves open what one with a number does not hold", () => {
    const given = [entry(lines(null)), entry(lines(3))];
    expect(statusOf(given)).toBe("labelled");
    expect(statusOf(given, { lines: 1 })).toBe("not-known");
  });
});

describe("what is not sure", () => {
  it("never says labelled", () => {
    for (const given of [1, 2, 3, null] as const) {
      expect(asked([entry({ ...lines(1), confidence: "low" })], { lines: given })).toMatchObject({
        status: "not-known",
        minPriorLines: null,
        confidence: "low",
      });
    }
  });

  it("changes no line that is sure", () => {
    const given = [entry({ ...lines(1), confidence: "low" }), entry({ ...lines(3) })];
    expect(asked(given, { lines: 1 })).toMatchObject({
      status: "labelled-from-line",
      minPriorLines: 3,
    });
  });

  it("is enough for medium confidence", () => {
    expect(statusOf([entry({ confidence: "medium" })])).toBe("labelled");
  });
});

describe("what is no approval in force", () => {
  const pending = entry({ status: "pending", date: "2026-06", ...lines(1), sources: [4] });

  it("is pending since the date of its last step", () => {
    expect(asked([pending], { lines: 1 })).toEqual({
      status: "pending",
      minPriorLines: 1,
      since: "2026-06",
      kind: null,
      confidence: "high",
      sources: [4],
    });
  });

  it("does not hide what is approved beside it", () => {
    expect(statusOf([pending, entry()])).toBe("labelled");
    expect(statusOf([pending, entry()], { lines: 1 })).toBe("labelled-from-line");
  });

  it("is not labelled only where that is said", () => {
    expect(statusOf([entry({ status: "not-approved", ...lines(null) })])).toBe("not-labelled");
    expect(statusOf([])).toBe("no-label-found");
    expect(statusOf([entry({ status: "superseded", ...lines(1) })], { lines: 1 })).toBe(
      "no-label-found",
    );
  });

  it("is not known of a combination that is not named, where there is any entry", () => {
    expect(statusOf([entry()], { partners: null })).toBe("not-known");
    expect(statusOf([entry()], { partners: null, region: "us" })).toBe("no-label-found");
  });
});

describe("a series of several products", () => {
  it("is labelled as the weakest of them", () => {
    const label = (over: Partial<ComputeApproval>) => asked([entry(over)], { lines: 2 });
    const [two, four] = [label(lines(2)), label(lines(4))];
    const refused = label({ status: "not-approved" });
    expect(weakestOf([two, four])).toBe(four);
    expect(weakestOf([four, refused, asked([])])).toBe(refused);
    expect(weakestOf([two, asked([])])?.status).toBe("no-label-found");
    expect(weakestOf([])).toBeUndefined();
  });
});

it("no product of the data is labelled by what is pending, not sure or for later lines", () => {
  const regimens = Object.values(products).flatMap(({ approvals }) =>
    approvals.map(({ partners }) => ({ approvals, partners })),
  );
  for (const { approvals, partners } of regimens) {
    for (const region of labelRegions) {
      for (const given of [1, 2, 3] as const) {
        const { status, minPriorLines } = labelOf(approvals, { partners, region, lines: given });
        if (status !== "labelled") continue;
        const basis = approvals.filter(
          (one) =>
            one.region === region &&
            one.inForce &&
            one.confidence !== "low" &&
            one.partners.join() === partners.join(),
        );
        expect(basis.length).toBeGreaterThan(0);
        expect(minPriorLines).not.toBeNull();
        if (given < 3) expect(minPriorLines).toBeLessThanOrEqual(given);
      }
    }
  }
});
