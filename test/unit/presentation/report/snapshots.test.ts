/**
 * Texts as they are read: each of these files was read by a person and compared with the answer. They
 * rest on the cohorts that were there then.
 */

import { describe, expect, it } from "vitest";
import { asText } from "../../../support/report-as-text.ts";
import { frozenTextFor } from "../../../support/reports.ts";

const situations: [name: string, question: string][] = [
  ["default", ""],
  ["one-class", "therapy-class=bsab&outcome=orr,infection-3"],
  ["nothing-left", "age=80-&outcome=orr,crs-3"],
  ["one-cohort-each", "product=cilta-cel,linvoseltamab&outcome=orr"],
  ["landmark", "outcome=pfs-12,os-12&evidence=all&lines=any"],
  ["named-set", "set=vandenboom-2025&outcome=orr,icans"],
  ["real-world", "evidence=real-world&lines=any&outcome=orr,nrm"],
  ["enrolled-glmm", "denominator=enrolled&model=glmm&lines=any&outcome=orr,cr"],
];

describe("the text of", () => {
  it.each(situations)("%s", async (name, question) => {
    const text = frozenTextFor(question);
    await expect(asText(text)).toMatchFileSnapshot(`texts/${name}.txt`);
  });
});
