/** What is read of each of the made records (`records/`). */
import { describe, expect, it } from "vitest";
import type { Finding } from "#core/record/findings.ts";
import { readPatient } from "#core/record/patient.ts";
import { type MadeRecord, now } from "./made-records.ts";
import { ages, conditions } from "./records/conditions.ts";
import { contradicted, current } from "./records/contradicted.ts";
import { gaps } from "./records/gaps.ts";
import { notTheCase } from "./records/not-given.ts";
import { notRead } from "./records/not-read.ts";
import { procedures, profiles, references } from "./records/products.ts";
import { typed } from "./records/typed.ts";
import { whose } from "./records/whose.ts";
import { words } from "./records/words.ts";

const records: Readonly<Record<string, readonly MadeRecord[]>> = {
  ...{ profiles, procedures, references, "what is not the case": notTheCase },
  ...{ words, contradicted, "therapy that goes on": current, "what is not read": notRead },
  ...{ conditions, ages, gaps, "whose it is": whose, "what a person says": typed },
};

/** `therapy-not-counted teclistamab planned`: the code, and the words that belong to it. */
function told({ code, data }: Finding): string {
  const words = "drug" in data ? [data.drug] : [];
  const why = "why" in data ? [data.why] : "issue" in data ? [data.issue] : [];
  return [code, ...words, ...why].join(" ");
}

const read = ({ sent, said }: Pick<MadeRecord, "sent" | "said">) =>
  readPatient(sent, { now, ...said });

describe.each(Object.entries(records))("of %s", (_, made) => {
  it.each(made.map((record) => [record.what, record] as const))("%s", (_, record) => {
    const { patient, found, notFound, incomplete } = read(record);
    const all = [...found, ...notFound, ...incomplete].map(told);
    expect(patient).toEqual(record.expected.handsOver);
    expect(all).toEqual(expect.arrayContaining([...record.expected.tells]));
    // What makes an answer doubtful is told of those records alone that have it.
    const doubts = incomplete.filter(({ code }) => code !== "patient-missing").map(told);
    expect(record.expected.tells).toEqual(expect.arrayContaining(doubts));
  });
});

it("more than forty records are read", () => {
  expect(Object.values(records).flat().length).toBeGreaterThan(40);
});

it("no sentence repeats words of a record", () => {
  const everything = Object.values(records).flat().map(read);
  const texts = everything.flatMap(({ found, notFound, incomplete }) =>
    [...found, ...notFound, ...incomplete].map(({ text }) => text),
  );
  for (const word of ["Presently", "Injektion", "IRB", "infusion", "p1"]) {
    expect(texts.join("\n")).not.toContain(word);
  }
  for (const text of texts) expect(text).toMatch(/^[A-Z\da-z].*\.$/);
});
