import { describe, expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { foldedRows } from "#presentation/screen/unreported.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import {
  comparison,
  headToHead,
  median,
  noPool,
  notPooled,
  pool,
  row,
} from "../../../support/answers.ts";

const silent = { "car-t": noPool, bsab: noPool };
const refused: Pool = { ...noPool, notPooled: [notPooled({ reason: { code: "no-interval" } })] };

function folded(outcomes: readonly Row[]) {
  const { rows, folded } = foldedRows(statementOf(comparison({ outcomes }), english).rows);
  const ids = (some: readonly { outcome: string }[]) => some.map(({ outcome }) => outcome);
  return { rows: ids(rows), silent: ids(folded.silent), unpooled: ids(folded.unpooled) };
}

describe("rows without any number", () => {
  it("are folded by the reason, in their order, and the others stay", () => {
    const one = { "car-t": noPool, bsab: pool({ estimate: 0.7, interval: [0.6, 0.8] }) };
    const outcomes = [
      row({ outcome: "hlh", pools: silent }),
      row({ outcome: "orr" }),
      row({ outcome: "relapse", pools: { "car-t": refused, bsab: noPool } }),
      row({ outcome: "icans", pools: one }),
      row({ outcome: "iec-hs", pools: silent }),
    ];
    expect(folded(outcomes)).toEqual({
      rows: ["orr", "icans"],
      silent: ["hlh", "iec-hs"],
      unpooled: ["relapse"],
    });
  });

  it("do not include those with medians or with what matched patients showed", () => {
    const medians = { ...noPool, medians: [median({})] };
    const outcomes = [
      row({ outcome: "pfs-12", pools: { "car-t": medians, bsab: noPool } }),
      row({
        outcome: "neurotoxicity",
        pools: silent,
        headToHead: [headToHead()],
      }),
    ];
    expect(folded(outcomes).rows).toEqual(["pfs-12", "neurotoxicity"]);
  });
});
