/**
 * Texts as they are read: each of these files was read by a person and compared with the answer. They
 * rest on the cohorts that were there then.
 */

import { describe, expect, it } from "vitest";
import { asText } from "#presentation/report/as-text.ts";
import type { Depth } from "#presentation/report/document.ts";
import { frozenTextFor } from "../../../support/reports.ts";

const situations: [name: string, question: string, depth: Depth][] = [
  ["default", "", "specialist"],
  ["default-generalist", "", "generalist"],
  ["one-class", "therapy-class=bsab&outcome=orr,infection-3", "specialist"],
  ["nothing-left", "age=80-&outcome=orr,crs-3", "specialist"],
  ["one-cohort-each", "product=cilta-cel,linvoseltamab&outcome=orr", "specialist"],
  ["landmark", "outcome=pfs-12,os-12&evidence=all&setting=any", "specialist"],
  ["named-set", "set=vandenboom-2025&outcome=orr,icans", "specialist"],
  ["real-world", "evidence=real-world&setting=any&outcome=orr,nrm", "generalist"],
  ["enrolled-glmm", "denominator=enrolled&model=glmm&setting=any&outcome=orr,cr", "specialist"],
];

describe("the text of", () => {
  it.each(situations)("%s", async (name, question, depth) => {
    const text = frozenTextFor(question, depth);
    await expect(asText(text)).toMatchFileSnapshot(`texts/${name}.txt`);
  });
});
