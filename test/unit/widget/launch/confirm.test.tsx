import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { anyone, type OwnPatient, type PriorBcma } from "#core/question/patient.ts";
import { Confirm, sentence, Unread } from "#widget/launch/confirm.tsx";
import { Banner } from "#widget/launch/screens.tsx";
import { type Understood, understood } from "#widget/launch/understood.ts";

const part = (...resources: readonly object[]) => ({
  resources: [{ resourceType: "Bundle", entry: resources.map((resource) => ({ resource })) }],
  isCut: false,
  isMixed: false,
});
const order = (text: string, status: string) => ({
  resourceType: "MedicationRequest",
  id: "1",
  status,
  medicationCodeableConcept: { text },
  authoredOn: "2024-05-12",
});
const record = {
  patient: { resourceType: "Patient", id: "p-1", birthDate: "1955-03-02" },
  conditions: part(),
  orders: part(),
  administrations: part(),
};
const read = (more: Partial<Parameters<typeof understood>[0]>) =>
  understood({ ...record, ...more }, new Date(2026, 10, 21));

/** The text of the form and what is chosen there for earlier therapy. */
function form(one: Understood) {
  const html = render(<Confirm understood={one} before={null} onShow={() => undefined} />);
  const ticked = html.matchAll(/<label><input type="checkbox"[^>]* checked[^>]*><span>([^<]*)/g);
  return { text: html.replace(/<[^>]*>/g, " "), chosen: [...ticked].map(([, name]) => name) };
}

describe("earlier therapy against BCMA", () => {
  it("is chosen only where the record says that it was given", () => {
    const given = form(read({ orders: part(order("Tecvayli", "completed")) }));
    expect(given.chosen).toEqual(["Bispecific"]);
    expect(given.text).toContain("teclistamab (ordered 2024-05-12, completed).");
    for (const status of ["active", "stopped", "on-hold"]) {
      const ordered = form(read({ orders: part(order("Tecvayli", status)) }));
      expect(ordered.chosen).toEqual([]);
      expect(ordered.text).toContain("teclistamab (ordered 2024-05-12, not known to be given).");
    }
  });

  it("is told by kind, several at once", () => {
    const orders = part(order("Abecma", "completed"), order("Tecvayli", "completed"));
    expect(form(read({ orders })).chosen).toEqual(["Bispecific", "CAR-T"]);
  });

  it("counts belantamab mafodotin", () => {
    const infusion = {
      ...order("Blenrep 100 mg", "completed"),
      resourceType: "MedicationAdministration",
      effectiveDateTime: "2025-01-02T10:00:00Z",
    };
    const { text, chosen } = form(read({ administrations: part(infusion) }));
    expect(chosen).toEqual(["Antibody–drug conjugate"]);
    expect(text).toContain("belantamab mafodotin (given 2025-01-02).");
  });

  it("that was not found is left unsaid, with what was looked for and what could not be read", () => {
    const none = form(read({ orders: part(order("lenalidomide", "active")) }));
    expect(none.chosen).toEqual([]);
    expect(none.text).toContain(
      "No CAR-T product or bispecific antibody against BCMA and no belantamab mafodotin among 1 order or administration; other BCMA-directed drugs, procedures and records elsewhere were not looked at, so this does not mean no.",
    );
    expect(form(read({})).text).toContain(
      "There was no order or administration to look at, so this does not mean no.",
    );
    const { text } = form(read({ administrations: "refused" }));
    expect(text).toContain("The record does not let this page read medications given.");
    expect(text).not.toContain("among 0 orders");
    const neither = form(read({ orders: "failed", administrations: "refused" }));
    expect(neither.text).toContain("Medications could not be read.");
  });
});

describe("an order whose medication was not sent along", () => {
  const elsewhere = {
    resourceType: "MedicationRequest",
    status: "completed",
    medicationReference: { reference: "Medication/m" },
  };
  const medication = { resourceType: "Medication", id: "m", code: { text: "amlodipine" } };

  it("is not counted as looked at without a word", () => {
    const orders = part(elsewhere, order("lenalidomide", "active"));
    expect(form(read({ orders })).text).toContain("Of these, 1 does not say which drug.");
    const whole = form(read({ orders: part(elsewhere, medication) }));
    expect(whole.text).not.toContain("which drug");
  });
});

describe("the line above the comparison", () => {
  const given = read({ orders: part(order("Tecvayli", "completed")) });
  const patient = (age: number | null, priorBcma: PriorBcma | null): OwnPatient => ({
    ...anyone,
    age,
    priorLines: 3,
    priorBcma,
  });

  it("claims earlier therapy where it was given and confirmed", () => {
    expect(sentence(given, patient(71, ["bispecific"]))).toBe(
      "71 years; teclistamab (ordered 2024-05-12, completed) → prior BCMA-directed therapy",
    );
    const ordered = read({ orders: part(order("Tecvayli", "active")) });
    expect(sentence(ordered, patient(71, ["bispecific"]))).not.toContain("→");
  });

  it("says what was corrected, and claims nothing for all patients", () => {
    for (const bcma of [[], null]) {
      expect(sentence(given, patient(65, bcma))).toBe(
        "71 years (corrected); teclistamab (ordered 2024-05-12, completed) (corrected)",
      );
    }
    expect(sentence(given, null)).toBe("71 years; teclistamab (ordered 2024-05-12, completed)");
  });
});

describe("what was not read", () => {
  it("is said with why", () => {
    const one = read({ patient: "refused", conditions: "failed", orders: "refused" });
    const text = render(<Unread onAgain={() => undefined} understood={one} />);
    expect(text).toContain(
      "The record does not let this page read who the patient is and the birth date and medication orders. Conditions could not be read.",
    );
    expect(render(<Banner {...one} />)).toContain(
      "The record does not let this page read who the patient is.",
    );
    expect(render(<Banner {...read({ patient: "failed" })} />)).toContain(
      "Who the patient is could not be read.",
    );
    expect(render(<Unread onAgain={() => undefined} understood={read({})} />)).toBe("");
  });
});
