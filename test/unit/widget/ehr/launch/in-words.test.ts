/** What is decided of a record's words; the words themselves are approved. */
import { describe, expect, it } from "vitest";
import { anyone } from "#core/question/patient.ts";
import { canBeReadAgain, handedOverBy } from "#widget/ehr/launch/in-words.ts";
import { type Understood, understood } from "#widget/ehr/launch/record-facts.ts";

const part = { resources: [], isCut: false, isMixed: false };
const patient = { resourceType: "Patient", id: "p-1", birthDate: "1955-03-02" };
const read = (more: Partial<Parameters<typeof understood>[0]>) =>
  understood(
    { ...{ patient, conditions: part, orders: part, administrations: part }, ...more },
    new Date(2026, 10, 21),
  );

const onAgain = () => undefined;
const handed = (one: Understood, needsBanner = true) =>
  handedOverBy(one, { opens: true, needsBanner, onAgain });

it("who the patient is stands in the form, which covers the banner, unless the record shows it", () => {
  const above = (needsBanner: boolean) => handed(read({}), needsBanner).toConfirm?.above.join();
  expect(above(true)).toContain("1955");
  expect(above(false)).not.toContain("1955");
});

it("what was understood of earlier therapy is claimed of no patient who had none", () => {
  const orders = {
    ...part,
    resources: [
      {
        ...{ resourceType: "MedicationRequest", status: "completed" },
        medicationCodeableConcept: { text: "Tecvayli" },
      },
    ],
  };
  const { patient: own, saidOfRecord } = handed(read({ orders }));
  expect(saidOfRecord(own)).toContain("→");
  for (const priorBcma of [[], null]) {
    expect(saidOfRecord({ ...anyone, age: 71, priorBcma })).toContain("(corrected)");
  }
});

describe("what was not read", () => {
  it.each([
    [{ orders: "unreached" }, true],
    [{ orders: "failed", conditions: "refused" }, false],
  ] as const)("of %j can be read again: %s", (unread, again) => {
    const one = read(unread);
    expect(canBeReadAgain(one)).toBe(again);
    expect(handed(one).toConfirm?.again?.press).toBe(again ? onAgain : undefined);
  });
});
