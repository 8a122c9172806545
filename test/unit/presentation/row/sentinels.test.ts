/** Sentences of today's data, with the source of each number. */

import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { headToHeadText } from "#presentation/row/head-to-head.ts";
import { notesOfAnswer } from "#presentation/row/notes.ts";
import { paperOf } from "#presentation/row/published.ts";
import { fullAnswer, influentialTrialsOf, ofClasses } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

it("of four matched analyses of deaths two count, which were read in news", () => {
  const { comparison } = fullAnswer(queryOf("outcome=os-12", dataset));
  const [found] = comparison.outcomes[0]?.headToHead ?? [];
  // Song, ASCO 2026 (CancerNetwork) 0.61; Song, ESMO 2024 (MedPath) 0.62; both TriNetX abstracts without an address.
  expect(found?.studies).toEqual(["song-asco-2026", "song-trinetx-esmo-2024"]);
  expect(found && headToHeadText(found)).toBe(
    "Matched practice, CAR-T v bispecific: death hazard ratio 0.61 and 0.62 in 2 analyses; who got CAR-T had lived to infusion; news reports only",
  );
});

it("a repeated publication has its own numbers on its face, and how many of its groups report them", () => {
  const full = fullAnswer(queryOf("set=vandenboom-2025", dataset));
  const answer = ofClasses(full);
  const said = (outcome: string) =>
    answer.outcomes.filter((row) => row.outcome === outcome).map((row) => paperOf(row, answer));
  // Vandenboom, Haematologica 2025: pooled response and its odds ratio.
  expect(said("orr")).toEqual([
    "Vandenboom 2025 itself: CAR-T 88 of 100 (72–96), Bispecific 59 of 100 (55–63), odds ratio 3.9 (1.8–8.8); of its 26 groups of patients, 14 have a figure that can be counted",
  ]);
  expect(
    notesOfAnswer(answer)
      .map(({ text }) => text)
      .join(" "),
  ).toContain(
    "By the rules of Vandenboom 2025: of its 26 groups of patients, 14 have a figure of response that can be counted.",
  );
});

it("the trial that sets severe CRS apart from published pools is named; of deaths without relapse none does alone", () => {
  const answer = ofClasses(fullAnswer(queryOf("", dataset)));
  const said = (id: string) => {
    const outcome = dataset.outcomes.find((one) => one.id === id);
    return outcome
      ? influentialTrialsOf(answer, outcome).map(({ group, label, estimate, published }) =>
          [group, label, Math.round(100 * estimate), Math.round(100 * published)].join(" "),
        )
      : [];
  };
  // CARTIFAN-1: 17 of 48 severe CRS; Vandenboom, Haematologica 2025: 5 and 6 of 100.
  expect(said("crs-3")).toEqual(["car-t CARTIFAN-1 6 5"]);
  // 11 of 100; 9 without CARTIFAN-1 (9 of 48), and 9 without CARTITUDE-1 (16 of 97).
  expect(said("nrm")).toEqual([]);
});
