/** One class of a row: its number, how it is drawn, and whom it names. */
import { describe, expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { patientsOf, sideOf } from "#presentation/row/side.ts";
import {
  noPool,
  notPooled,
  percentageAlone,
  pool,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

const onScreen = { "car-t": "CAR-T", bsab: "Bispecific" };

function drawn(carT: Partial<Pool>, over: Partial<Row> = {}, isFirst = false) {
  const { outcome, shownAs, pools } = row({ ...sides(carT, {}), ...over });
  const naming = { onScreen, isFirst, spelled: new Set<string>() };
  const side = sideOf("car-t", { outcome, shownAs, pools }, naming);
  return side && { name: side.name, ...side.side, heard: side.heard(" of 100") };
}

const trial = (estimate: number, over = {}) => study({ estimate, ...over });

describe("a class with a number", () => {
  it("has bar, tick and filled mark, its number and its interval", () => {
    const studies = [trial(0.45), trial(0.5), trial(0.62)];
    const side = drawn({ estimate: 0.877, interval: [0.6847, 0.957], studies });
    expect(side).toEqual({
      name: null,
      number: "88",
      under: "68–96",
      filled: true,
      bar: [68.5, 95.7],
      ticks: [45, 50, 62],
      marks: [{ at: 87.7, kind: "estimate" }],
      heard: "88 of 100, 68 to 96",
    });
  });

  it("of a single trial has no tick beside its mark", () => {
    expect(drawn({ k: 1, studies: [trial(0.5)] })).not.toHaveProperty("ticks");
  });

  it("of one large trial shows the smaller ones as ticks, and says how many they count", () => {
    const large = pool({
      ...{ k: 1, n: 208, studies: [trial(0.85)] },
      smaller: [trial(0.95, { events: 19, n: 20, label: "Small trial" })],
    });
    expect(drawn(large)?.ticks).toEqual([95]);
    expect(patientsOf(large)).toBe("of 208 patients; Small trial: 19 of 20");
    expect(patientsOf(pool({ n: null, k: 1 }))).toBe("1 trial");
  });

  it("too wide to say anything has a mark without a bar", () => {
    const side = drawn({ estimate: 0.7, interval: [0.004, 0.996] });
    expect(side).not.toHaveProperty("bar");
    expect(side).toMatchObject({ under: "too wide", heard: "70 of 100, too wide to say" });
  });

  it.each([
    [0, "0"],
    [0.004, "<1"],
    [0.998, ">99"],
    [1, "100"],
  ])("of %d is %s, its mark where it is", (estimate, number) => {
    expect(drawn({ estimate, interval: [0, 0.1] })).toMatchObject({
      number,
      marks: [{ at: Math.round(1000 * estimate) / 10 }],
    });
  });
});

describe("what a number stands for", () => {
  const of = (products: string[], missing: string[]) =>
    drawn({ products: products.map((product) => productPool(product)), missing });

  it.each<[string, string[], string[], boolean, string | null]>([
    ["all drugs of the class", ["a-cel", "b-cel"], [], true, null],
    ["the only drug", ["a-cel"], [], true, "a-cel"],
    ["two of three drugs, named", ["a-cel", "b-cel"], ["c-cel"], true, "a-cel, b-cel"],
    ["one of several drugs: hollow", ["a-cel"], ["b-cel"], false, "a-cel"],
  ])("%s", (_, products, missing, filled, name) => {
    expect(of(products, missing)).toMatchObject({
      filled,
      name,
    });
  });

  it("is a count where a side has fewer than 30 patients: hollow, without a range", () => {
    const side = drawn(
      { events: 12, n: 20, estimate: 0.6, interval: [0.361, 0.809] },
      { shownAs: "counts" },
    );
    expect(side).toMatchObject({ number: "12 of 20", under: "", filled: false });
    expect(side?.heard).toBe("12 of 20, 36 to 81 of 100");
    expect(side?.bar).toEqual([36.1, 80.9]);
  });

  it("is a rate of survival, which has no counts", () => {
    const side = drawn({ estimate: 0.6 }, { shownAs: "counts", outcome: "pfs-12" });
    expect(side?.number).toBe("60");
  });
});

describe("names", () => {
  const one = { products: [productPool("a-cel")], missing: ["b-cel"] };
  const labelsOf = (side: ReturnType<typeof drawn>) =>
    [side?.above, ...(side?.labels ?? []).map(({ text }) => text)].filter(Boolean);

  it("of the class stand in the first row only, those of drugs where they differ from it", () => {
    expect(labelsOf(drawn({}, {}, true))).toEqual(["CAR-T"]);
    expect(labelsOf(drawn({}))).toEqual([]);
    expect(labelsOf(drawn(one))).toEqual(["a-cel"]);
  });

  it("of several drugs follow that of their class in the first row", () => {
    const two = { products: ["a-cel", "b-cel"].map((name) => productPool(name)), missing: ["c"] };
    expect(labelsOf(drawn(two, {}, true))).toEqual(["CAR-T: a-cel, b-cel"]);
    expect(labelsOf(drawn(two))).toEqual(["a-cel, b-cel"]);
  });

  it("of four drugs or more are counted", () => {
    const names = Array.from({ length: 22 }, (_, index) => productPool(`drug-${index}`));
    const missing = ["x", "y", "z", "v", "w"];
    expect(labelsOf(drawn({ products: names, missing }))).toEqual(["22 of 27 drugs"]);
  });
});

describe("alone and in combination", () => {
  const other = {
    ...({ regimen: "combination", k: 1, products: ["c-cel"], studies: [] } as const),
    ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
  };

  it("are two lines of a side, the second named", () => {
    const side = drawn({ beside: other });
    expect(side?.other).toMatchObject({
      number: "90",
      under: "70–100",
      filled: false,
    });
    expect(side?.heard).toBe("50 of 100, 45 to 55; c-cel in combination 90, 70 to 100");
  });

  it("are one line where only the other kind is reported", () => {
    expect(drawn({ ...noPool, beside: other })).toMatchObject({
      name: "c-cel in combination",
      heard: "90 of 100, 70 to 100",
    });
  });
});

describe("a class without a number", () => {
  it("is known by drug, or nothing is reported", () => {
    expect(drawn({ ...noPool, notPooled: [percentageAlone()] })).toMatchObject({ number: "17" });
    expect(drawn({ ...noPool, notPooled: [notPooled()] })).toBeNull();
  });
});
