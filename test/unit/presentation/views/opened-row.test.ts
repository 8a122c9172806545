/** What an opened row says: of made answers, and of each row of the default one, as the API has its digits. */

import { describe, expect, it } from "vitest";
import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { firstNote, notesOfRow } from "#presentation/row/notes.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { probability } from "#presentation/words/ratios.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { bispecific, cohort, datasetOf, landmark, widestBut } from "../../../support/cohorts.ts";
import { read, to } from "../../../support/in-process.ts";
import { openedOf } from "../../../support/opened-row.tsx";
import { queryOf } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

/**
 * Makes cohorts of a class that are pooled: those of one product would be counted together, so these
 * did not tell products apart.
 */
function untold(make: typeof cohort): typeof cohort {
  const of = make("").product;
  return (id, over) => make(id, { product: `${of}-or-another`, ...over });
}

function firstOf({ outcomes: [first] }: Answer): Row {
  if (!first) throw new Error("no row");
  return first;
}

describe("the statistics of an opened row", () => {
  it("speak of patients who do well where survival is counted, in the direction of the difference", () => {
    const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
    const two = [0, 1].flatMap((index) => [
      untold(cohort)(`c${index}`, at(0.8)),
      untold(bispecific)(`b${index}`, at(0.6)),
    ]);
    // Only a published set pools it.
    const made = { id: "made", name: "Made", used: null, pins: {} };
    const sets = [{ ...made, cohorts: two.map(({ id }) => id) }];
    const query = widestBut({ set: "made", outcome: ["pfs-12"] });
    const pfs = firstOf(screenAnswer(query, datasetOf(two, { sets })));
    const [between] = pfs.contrasts;
    if (between?.probabilityHigher == null) throw new Error("nothing to contrast");
    // More patients alive means a lower hazard, so the three numbers must point in the same
    // direction.
    expect(between.probabilityHigher > 0.5).toBe((between.hazardRatio ?? 1) < 1);
    expect(between.probabilityHigher > 0.5).toBe((between.differencePer100 ?? 0) > 0);
    const chance = probability(between.probabilityHigher);
    expect(openedOf(pfs).computed.join(" ")).toContain(
      `probability that more do well with alpha-cel or another ${chance}`,
    );
  });
});

describe("each opened row of the default answer", async () => {
  const answer = compareWithSources(queryOf("", dataset));
  const all = await Promise.all(
    answer.outcomes.map(async (one) => ({
      one,
      row: await read<OpenedRow>(to(`/v1/screen/${one.outcome}`, "")),
    })),
  );

  it("has every note, and checks where there is a difference", () => {
    for (const { one, row: opened } of all) {
      const { head, notes, checks } = opened;
      const said = notesOfRow(one, answer);
      const first = firstNote(said);
      expect(head.asides.join(" ")).toContain(first?.text ?? "");
      const rest = said.flatMap((note) => (note === first ? [] : note.text));
      expect(notes.map(({ text }) => text).toSorted()).toEqual(rest.toSorted());
      const isCompared = one.contrasts[0]?.status === "ok";
      expect(checks !== null).toBe(isCompared);
      expect(head.range !== "").toBe(isCompared);
    }
  });

  it("tells waiting times of trials and of practice apart, and lists each with its source", () => {
    const response = all.find(({ one }) => one.role === "response")?.row;
    const waiting = response?.behind.flatMap((part) => part.waiting ?? []) ?? [];
    expect(waiting).toHaveLength(1);
    const evidenceOf = new Map(dataset.cohorts.map(({ id, evidence }) => [id, evidence]));
    for (const { text, lines } of waiting) {
      const kinds = new Set(lines.map(({ cohort }) => evidenceOf.get(cohort)));
      expect(text.match(/\b(trials|practice) /g)).toHaveLength(kinds.size);
      for (const { sources } of lines) expect(sources).not.toEqual([]);
    }
  });
});
