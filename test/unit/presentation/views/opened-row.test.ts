/** Tests what an opened row says: each row of the default answer, as the API has its digits. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { firstNote, notesOfRow } from "#presentation/row/notes.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { probability } from "#presentation/words/ratios.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { contrast, row } from "../../../support/answers.ts";
import { read, to } from "../../../support/in-process.ts";
import { openedOf } from "../../../support/opened-row.tsx";
import { queryOf } from "../../../support/queries.ts";

// More patients alive means a lower hazard, so the probability is that of doing well.
it("the statistics speak of patients who do well where survival is counted", () => {
  const better = { probabilityHigher: 0.93, hazardRatio: 0.6, differencePer100: 20 };
  const survival = row({
    ...{ outcome: "pfs-12", group: "survival" },
    contrasts: [contrast({ ...better, differenceInterval: [5, 35], interval: [1.2, 4] })],
  });
  expect(openedOf(survival).computed.join(" ")).toMatch(
    new RegExp(`probability that more do well with \\S+ ${probability(0.93)}`),
  );
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
      const ofRow = notesOfRow(one, answer);
      const first = firstNote(ofRow);
      expect(head.asides.join(" ")).toContain(first?.text ?? "");
      const more = ofRow.flatMap((note) => (note === first ? [] : note.text));
      expect(notes.map(({ text }) => text).toSorted()).toEqual(more.toSorted());
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
