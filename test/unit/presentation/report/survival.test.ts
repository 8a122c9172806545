/** The survival section of the report. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type Table, textOf } from "#presentation/report/document.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { wholeText } from "../../../support/reports.ts";

const said = english.report.survival;

/** Its blocks, and the tables that are folded in it. */
function survivalOf(question: string) {
  const { sections } = wholeText(asked(question, dataset));
  const blocks = sections.find(({ id }) => id === "survival")?.blocks ?? [];
  const inner = blocks.flatMap((one) => (one.kind === "part" ? one.blocks : []));
  const tables = inner.flatMap((block): Table[] => (block.kind === "table" ? [block] : []));
  return { blocks, tables };
}

it("of earlier lines has randomised trials first, each with its comparator, before any month", () => {
  const [first, second] = survivalOf("lines=2").blocks;
  if (first?.kind !== "list") throw new Error("nothing is first");
  expect(first.lead).toBe(said.randomised);
  const lines = first.items.map(textOf).join("\n");
  for (const trial of ["CARTITUDE-4", "KarMMa-3", "MajesTEC-3"]) {
    expect(lines).toMatch(new RegExp(`${trial}, .* against .*: hazard ratio [\\d.]+ \\(`));
  }
  expect(second).toMatchObject({ kind: "part", folded: "screen" });
});

it("is open where nothing else was asked for", () => {
  const { blocks } = survivalOf("outcome=pfs-12,os-12");
  expect(blocks.at(-1)).toMatchObject({ kind: "part", folded: "narrow" });
});

it("of late lines has none of these, which drew lots in other patients", () => {
  const { blocks } = survivalOf("outcome=pfs-12,os-12");
  expect(blocks.map((block) => (block.kind === "list" ? block.lead : block.kind))).toEqual([
    null,
    "part",
  ]);
  expect(JSON.stringify(blocks[0])).toContain("fewer deaths from any cause with CAR-T");
});

it("is not there where nobody asked for survival", () => {
  expect(survivalOf("outcome=orr").blocks).toEqual([]);
});

it("has the months of each trial below the medians of their kind, and cites each that was printed", () => {
  const { tables } = survivalOf("outcome=pfs-12,os-12");
  const { pfs, os } = said.medians;
  const captions = [pfs, said.months(pfs), os, said.months(os)];
  expect(tables.map(({ caption }) => caption)).toEqual(captions);
  const cells = tables.flatMap(({ name, bodies }) =>
    name === "months" ? bodies.flat().flatMap((row) => row.cells) : [],
  );
  const printed = cells.flatMap(([main]) => (main && /^≥|^\d/.test(textOf(main)) ? [main] : []));
  expect(printed.length).toBeGreaterThan(9);
  for (const { cited } of printed) expect(cited).not.toEqual([]);
});
