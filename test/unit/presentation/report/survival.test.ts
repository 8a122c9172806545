/** The head of the survival part of the report. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type Table, textOf } from "#presentation/report/document.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { wholeText } from "../../../support/reports.ts";

const partsOf = (question: string) => {
  const { sections } = wholeText(asked(question, dataset));
  const blocks = sections.find(({ id }) => id === "outcomes")?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === "part" ? [block] : []));
};
const said = english.report.survival;

/** The first part, and its tables. */
function survivalOf(question: string) {
  const [part] = partsOf(question).filter(({ id }) => id === "survival");
  const inner = part?.blocks.flatMap((one) => (one.kind === "part" ? one.blocks : [])) ?? [];
  const tables = inner.flatMap((block): Table[] => (block.kind === "table" ? [block] : []));
  return { blocks: part?.blocks ?? [], tables };
}

it("of earlier lines has randomised trials first, each with its comparator, before any month", () => {
  const parts = partsOf("lines=2");
  const at = parts.findIndex(({ id }) => id === "survival");
  expect(parts[at + 1]?.id).toBe("pfs-12");
  const [first, second] = parts[at]?.blocks ?? [];
  if (first?.kind !== "list") throw new Error("nothing is first");
  expect(first.lead).toBe(said.randomised);
  const lines = first.items.map(textOf).join("\n");
  for (const trial of ["CARTITUDE-4", "KarMMa-3", "MajesTEC-3"]) {
    expect(lines).toMatch(new RegExp(`${trial}, .* against .*: hazard ratio [\\d.]+ \\(`));
  }
  expect(second).toMatchObject({ kind: "part", folded: true });
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
  expect(partsOf("outcome=orr").map(({ id }) => id)).toEqual(["orr"]);
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
