/** One class of a row: its number, how it is drawn, and whom it names. */
import { expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { patientsOf, sideOf } from "#presentation/row/side.ts";
import { noPool, notPooled, pool, productPool, row, study } from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

function drawn(carT: Partial<Pool>, over: Partial<Row> = {}) {
  const { outcome, shownAs, pools } = row({ ...sides(carT, {}), ...over });
  const onScreen = { "car-t": "CAR-T", bsab: "Bispecific" };
  const naming = { onScreen, isFirst: false, spelled: new Set<string>() };
  const side = sideOf("car-t", { outcome, shownAs, pools }, naming);
  return side && { name: side.name, ...side.side, heard: side.heard(" of 100") };
}

it.each([
  [0, "0", 0],
  [0.004, "<1", 0.4],
  [0.998, ">99", 99.8],
  [1, "100", 100],
])("a rate of %d is %s, its mark where it is", (estimate, number, at) => {
  expect(drawn({ estimate, interval: [0, 0.1] })).toMatchObject({ number, marks: [{ at }] });
});

it("an interval too wide to say anything has a mark without a bar", () => {
  const side = drawn({ estimate: 0.7, interval: [0.004, 0.996] });
  expect(side).not.toHaveProperty("bar");
  expect(side).toMatchObject({ under: "too wide", heard: "70 of 100, too wide to say" });
});

it("a single trial has no tick beside its mark, but those of smaller ones, which are counted", () => {
  expect(drawn({ k: 1, studies: [study()] })).not.toHaveProperty("ticks");
  const smaller = [study({ estimate: 0.95, events: 19, n: 20, label: "Small trial" })];
  const large = pool({ k: 1, n: 208, studies: [study({ estimate: 0.85 })], smaller });
  expect(drawn(large)?.ticks).toEqual([95]);
  expect(patientsOf(large)).toBe("of 208 patients; Small trial: 19 of 20");
  expect(patientsOf(pool({ n: null, k: 1 }))).toBe("1 trial");
});

it.each<[string[], string[], boolean, string | null]>([
  [["a-cel", "b-cel"], [], true, null],
  [["a-cel"], [], true, "a-cel"],
  [["a-cel", "b-cel"], ["c-cel"], true, "a-cel, b-cel"],
  [["a-cel"], ["b-cel"], false, "a-cel"],
])("of %j, without %j: filled %s", (held, missing, filled, name) => {
  const products = held.map((product) => productPool(product));
  expect(drawn({ products, missing })).toMatchObject({ filled, name });
});

it("fewer than 30 patients are a count, hollow, without a range; survival has no counts", () => {
  const few = { events: 12, n: 20, estimate: 0.6, interval: [0.361, 0.809] } as const;
  const count = { number: "12 of 20", under: "", filled: false, bar: [36.1, 80.9] };
  const heard = "12 of 20, 36 to 81 of 100";
  expect(drawn(few, { shownAs: "counts" })).toMatchObject({ ...count, heard });
  expect(drawn(few, { shownAs: "counts", outcome: "pfs-12" })?.number).toBe("60");
});

it("alone and in combination are two lines, the second named; one where only it is reported", () => {
  const beside = {
    ...({ regimen: "combination", k: 1, products: ["c-cel"], studies: [] } as const),
    ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
  };
  const both = drawn({ beside });
  expect(both?.other).toMatchObject({ number: "90", under: "70–100", filled: false });
  expect(both?.heard).toBe("50 of 100, 45 to 55; c-cel in combination 90, 70 to 100");
  const heard = "90 of 100, 70 to 100";
  expect(drawn({ ...noPool, beside })).toMatchObject({ name: "c-cel in combination", heard });
});

it("nothing reported is no side", () => {
  expect(drawn({ ...noPool, notPooled: [notPooled()] })).toBeNull();
});
