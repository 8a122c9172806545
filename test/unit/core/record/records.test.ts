/** Tests what is read from each of the made records (`records/`). */
import { describe, expect, it } from "vitest";
import type { Finding } from "#core/record/findings.ts";
import { readPatient } from "#core/record/patient.ts";
import { type MadeRecord, now } from "./made-records.ts";
import { belonging } from "./records/belonging.ts";
import { ages, conditions } from "./records/conditions.ts";
import { gaps } from "./records/gaps.ts";
import { notRead } from "./records/not-read.ts";
import { named, profiles, references } from "./records/products.ts";
import { denied } from "./records/statuses.ts";

const records: Readonly<Record<string, readonly MadeRecord[]>> = {
  ...{ profiles, "drugs in words and codes": named, references, ages, gaps },
  ...{ "therapy that was not given": denied, "what is not read": notRead },
  ...{ "diagnoses of myeloma": conditions, patients: belonging },
};

const dates = /, \d{4}[^,)]*/g;

/** `teclistamab: 1 administration (completed, in words)`: what a finding says of a drug, without kinds and dates. */
const listed = ({ code, text }: Finding) =>
  code === "therapy" || code === "therapy-not-counted"
    ? [
        text
          .replace(/ \([^)]*\): /, ": ")
          .replace(/(\))[^)]*$/, "$1")
          .replace(dates, ""),
      ]
    : [];

const textsOf = ({ code, data }: Finding) =>
  code.startsWith("therapy") && code !== "therapy-none"
    ? []
    : ["issue" in data ? `${code} ${data.issue}` : code];

const read = ({ sent, answers }: MadeRecord, more: object = {}) =>
  readPatient(sent, { now, ...answers, ...more });

const drugs = ({ lists }: MadeRecord) => lists.map((text) => text.replace(/: .*/, ""));

const allRecords = Object.values(records).flat();

describe.each(Object.entries(records))("of %s", (_, made) => {
  it.each(made.map((record) => [record.what, record] as const))("%s", (_, record) => {
    const { found, notFound, incomplete } = read(record);
    const all = [...found, ...notFound, ...incomplete];
    expect(all.flatMap(listed).sort()).toEqual([...record.lists].sort());
    expect(all.flatMap(textsOf)).toEqual(expect.arrayContaining([...record.tells]));
    // A doubt is reported of those records alone that give reason for it.
    const doubts = incomplete.filter(({ code }) => code !== "patient-missing").flatMap(textsOf);
    expect(record.tells).toEqual(expect.arrayContaining(doubts));
  });
});

it("no earlier therapy is handed over that no person confirmed", () => {
  for (const record of allRecords) {
    expect(read(record).patient?.priorBcma ?? null).toBeNull();
    expect(read(record, { denied: drugs(record) }).patient?.priorBcma ?? null).toBeNull();
    const contradicting = { confirmed: drugs(record), denied: drugs(record) };
    expect(read(record, contradicting).patient?.priorBcma ?? null).toBeNull();
  }
});

it.each(allRecords.map((record) => [record.what, record] as const))(
  "%s: what a person confirmed is handed over",
  (_, record) => {
    const { patient } = read(record, { confirmed: drugs(record) });
    expect(patient?.priorBcma ?? []).toEqual(record.kinds);
  },
);

it("more than forty records are read", () => {
  expect(allRecords.length).toBeGreaterThan(40);
});

it("no sentence repeats words of a record", () => {
  const texts = allRecords
    .map((record) => read(record))
    .flatMap(({ found, notFound, incomplete }) =>
      [...found, ...notFound, ...incomplete].map(({ text }) => text),
    );
  for (const word of ["Presently", "Injektion", "IRB", "infusion", "p1", "abgelehnt"]) {
    expect(texts.join("\n")).not.toContain(word);
  }
  for (const text of texts) expect(text).toMatch(/^[A-Z\da-z].*\.$/);
});
