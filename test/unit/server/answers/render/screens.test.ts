/** Tests the answers that the element requests: each is as small as it must be, and leads back from where nothing is. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { sizeLimits } from "../../../../../.dev/check/bundle-size.ts";
import { answerOf, read, to } from "../../../../support/in-process.ts";
import { sampled } from "../../../../support/sample.ts";

async function ask(address: string) {
  const answer = await answerOf(address);
  const text = await answer.text();
  return { status: answer.status, bytes: gzipSync(text, { level: 9 }).length, text };
}

/** Matches what no JSON of ours may contain: a value that is no number, or a text that was made of nothing. */
const nothingSaid = /\b(?:undefined|NaN|Infinity)\b|\[object|:null null/;

/**
 * Returns whether a question may count every product of the world. Its names and sources then take more room, and in an
 * opened row also its drawings.
 */
const isOfWorld = (question: string) => /availability=any|set=/.test(question);

/** Holds the factors by which such answers may be larger. */
const ofWorld = { screen: 1.1, openedRow: 1.45, choices: 1.05 } as const;
const limitOf = (what: keyof typeof ofWorld, question: string) =>
  isOfWorld(question) ? sizeLimits[what] * ofWorld[what] : sizeLimits[what];

describe("sizes of what is sent, gzipped", () => {
  it.each(sampled(questions, 12))("of %j", async (question) => {
    const [screen, patients, copy, sheets] = await Promise.all(
      ["/v1/screen", "/v1/screen/patients", "/v1/screen/copy", "/v1/choices"].map((path) =>
        ask(to(path, question)),
      ),
    );
    for (const response of [screen, patients, copy, sheets]) {
      expect(response?.status).toBe(200);
      expect(response?.text).not.toMatch(nothingSaid);
    }
    expect(screen?.bytes).toBeLessThanOrEqual(limitOf("screen", question));
    expect(patients?.bytes).toBeLessThanOrEqual(sizeLimits.patients);
    expect(copy?.bytes).toBeLessThanOrEqual(sizeLimits.screen);
    expect(sheets?.bytes).toBeLessThanOrEqual(limitOf("choices", question));
  });

  it.each(sampled(questions, 2))("of opened rows of %j", async (question) => {
    for (const { id } of sampled(dataset.outcomes, 12)) {
      const { status, bytes, text } = await ask(to(`/v1/screen/${id}`, question));
      expect([id, status]).toEqual([id, 200]);
      expect(bytes, id).toBeLessThanOrEqual(limitOf("openedRow", question));
      expect(text, id).not.toMatch(nothingSaid);
    }
  });
});

describe("a screen", () => {
  it.each([
    ["prior-lines=90-", widening.empty],
    ["prior-lines=-4", widening.emptyClass(classAdjective.bsab, "trial")],
    ["therapy-class=bsab", widening.emptyClass(classAdjective["car-t"], "trial")],
  ])(
    "of %j says that a class has no trial, and what brings it back",
    async (question, sentence) => {
      const { leftOut } = await read<Screen>(to("/v1/screen", question));
      expect(leftOut?.text).toContain(sentence);
      expect(leftOut?.offers.length).toBeGreaterThan(0);
      expect(leftOut?.offers.length).toBeLessThanOrEqual(3);
      for (const { query, leadsTo } of leftOut?.offers ?? []) {
        const offered = await read<Screen>(to("/v1/screen", query));
        const { "car-t": carT, bsab } = offered.cohorts;
        expect(leadsTo).toContain(`${carT} CAR-T and ${bsab} bispecific`);
      }
    },
  );
});
