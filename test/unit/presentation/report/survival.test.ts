/** The head of the survival part of the report. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { textOf } from "#presentation/report/document.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { wholeText } from "../../../support/reports.ts";

const partsOf = (question: string) => {
  const { sections } = wholeText(asked(question, dataset));
  const blocks = sections.find(({ id }) => id === "outcomes")?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === "part" ? [block] : []));
};
const said = english.report.survival;

it("of earlier lines has randomised trials first, each with its comparator, before any month", () => {
  const parts = partsOf("lines=2");
  const at = parts.findIndex(({ id }) => id === "survival");
  expect(parts[at + 1]?.id).toBe("pfs-12");
  const [first, second] = parts[at]?.blocks ?? [];
  if (first?.kind !== "list") throw new Error("nothing is first");
  expect(first.lead).toBe(said.randomised);
  const lines = first.items.map(textOf);
  for (const trial of ["CARTITUDE-4", "KarMMa-3", "MajesTEC-3"]) {
    expect(lines.join("\n")).toMatch(
      new RegExp(`${trial}, .* against .*: hazard ratio [\\d.]+ \\(`),
    );
  }
  expect(second).toMatchObject({ kind: "part", folded: true });
});

it("of late lines has none of these, which drew lots in other patients, but every median with its patients, and the months of each trial", () => {
  const [part] = partsOf("outcome=pfs-12,os-12").filter(({ id }) => id === "survival");
  const [matched, medians, ...others] = part?.blocks ?? [];
  expect(JSON.stringify(matched)).toContain("fewer deaths from any cause with CAR-T");
  expect(others).toEqual([]);
  const blocks = medians?.kind === "part" ? medians.blocks : [];
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  const { pfs, os } = said.medians;
  expect(tables.map(({ caption }) => caption)).toEqual([
    pfs,
    said.months(pfs),
    os,
    said.months(os),
  ]);
  for (const { columns, bodies } of tables.filter(({ name }) => name === "medians")) {
    for (const { head, cells } of bodies.flat()) {
      expect(head[0]?.pieces).toHaveLength(2);
      expect(cells).toHaveLength(columns.length - 1);
      expect(cells.map(([main]) => main && textOf(main)).join()).toMatch(/\d|not reached/);
    }
  }
});

it("is not there where nobody asked for survival", () => {
  expect(partsOf("outcome=orr").map(({ id }) => id)).toEqual(["orr"]);
});

it("cites every month that was printed", () => {
  const [part] = partsOf("outcome=pfs-12").filter(({ id }) => id === "survival");
  const blocks = part?.blocks.flatMap((one) => (one.kind === "part" ? one.blocks : [])) ?? [];
  const tables = blocks.flatMap((block) =>
    block.kind === "table" && block.name === "months" ? [block] : [],
  );
  const cells = tables.flatMap(({ bodies }) => bodies.flat()).flatMap((row) => row.cells);
  const printed = cells.flatMap(([main]) => (main && /^≥|^\d/.test(textOf(main)) ? [main] : []));
  expect(printed.length).toBeGreaterThan(9);
  for (const { cited } of printed) expect(cited).not.toEqual([]);
});
