import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { anyone, type EarlierKinds, type OwnPatient } from "#core/question/patient.ts";
import { canBeReadAgain, handedOverBy, missingIn } from "#widget/ehr/launch/in-words.ts";
import { type Understood, understood } from "#widget/ehr/launch/record-facts.ts";
import { Banner } from "#widget/ehr/launch/screens.tsx";
import { PatientForm } from "#widget/sheets/patient-form.tsx";

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

const onAgain = () => undefined;
const handed = (one: Understood, needsBanner = true) =>
  handedOverBy(one, { opens: true, needsBanner, onAgain });

/** The element's form as it opens: its text, and what is pressed there. */
function form(one: Understood) {
  const html = render(
    <PatientForm
      question=""
      patient={undefined}
      handed={handed(one)}
      live={false}
      onPress={{ current: () => undefined }}
      onPatient={() => undefined}
    />,
  );
  const pressed = html.matchAll(/aria-pressed="true"[^>]*><span>([^<]*)/g);
  return { text: html.replace(/<[^>]*>/g, " "), chosen: [...pressed].map(([, name]) => name) };
}

const sentence = (one: Understood, patient: OwnPatient | undefined) =>
  handed(one).saidOfRecord(patient);

describe("earlier therapy against BCMA", () => {
  it("is chosen only where the record says that it was given", () => {
    const given = form(read({ orders: part(order("Tecvayli", "completed")) }));
    expect(given.chosen).toEqual(["BCMA bispecific"]);
    expect(given.text).toContain("teclistamab (ordered 2024-05-12, completed).");
    for (const status of ["active", "stopped", "on-hold"]) {
      const ordered = form(read({ orders: part(order("Tecvayli", status)) }));
      expect(ordered.chosen).toEqual([]);
      expect(ordered.text).toContain("teclistamab (ordered 2024-05-12, not known to be given).");
    }
  });

  it("is told by kind, several at once", () => {
    const orders = part(order("Abecma", "completed"), order("Tecvayli", "completed"));
    expect(form(read({ orders })).chosen).toEqual(["CAR-T", "BCMA bispecific"]);
  });

  it("that was not found is left unsaid, with what was looked for and what could not be read", () => {
    const none = form(read({ orders: part(order("lenalidomide", "active")) }));
    expect(none.chosen).toEqual([]);
    expect(none.text).toContain(
      "No CAR-T product or bispecific antibody against BCMA or GPRC5D and no belantamab mafodotin among 1 order or administration; other such drugs, procedures and records elsewhere were not looked at, so this does not mean no.",
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

describe("who the patient is", () => {
  it("stands in the form, which covers the banner, unless the record shows it", () => {
    const above = (needsBanner: boolean) =>
      handed(read({}), needsBanner).toConfirm?.above.join(" ");
    expect(above(true)).toContain(
      "Name not said by the record · Born: 1955-03-02 · Sex: not said by the record",
    );
    expect(above(false)).not.toContain("1955");
    expect(handed(read({ patient: "failed" })).toConfirm?.above.join(" ")).not.toContain("Name");
  });
});

describe("the age", () => {
  it.each([
    ["1955-03-02", "71", "From the birth date, 1955-03-02."],
    ["1955", "", "Birth date 1955, which does not tell the age exactly."],
    ["2016-03-02", "10", "Birth date 2016-03-02: 10 years, which this comparison does not cover."],
  ])("of the birth date %s is filled in as %j, with where it was read", (birthDate, age, from) => {
    const one = read({ patient: { ...record.patient, birthDate } });
    expect(form(one).text).toContain(from);
    expect(handed(one).patient.age?.toString() ?? "").toBe(age);
  });
});

describe("the line beside the answer", () => {
  const given = read({ orders: part(order("Tecvayli", "completed")) });
  const patient = (age: number | null, priorBcma: EarlierKinds | null): OwnPatient => ({
    ...anyone,
    age,
    priorLines: 3,
    priorBcma,
  });

  it("claims earlier therapy where it was given and confirmed", () => {
    expect(sentence(given, patient(71, ["bispecific"]))).toBe(
      "From the record: 71 years; teclistamab (ordered 2024-05-12, completed) → earlier therapy.",
    );
    const ordered = read({ orders: part(order("Tecvayli", "active")) });
    expect(sentence(ordered, patient(71, ["bispecific"]))).not.toContain("→");
  });

  it("says what was corrected, and claims nothing for all patients", () => {
    for (const bcma of [[], null]) {
      expect(sentence(given, patient(65, bcma))).toBe(
        "From the record: 71 years (corrected); teclistamab (ordered 2024-05-12, completed) (corrected).",
      );
    }
    expect(sentence(given, undefined)).toBe(
      "From the record: 71 years; teclistamab (ordered 2024-05-12, completed). Shown for all patients.",
    );
    const nothing = read({ patient: "refused" });
    expect(sentence(nothing, undefined)).toBe(
      "From the record: nothing that counts. Shown for all patients.",
    );
  });
});

describe("what was not read", () => {
  it("is said with why", () => {
    const one = read({ patient: "refused", conditions: "failed", orders: "refused" });
    expect(missingIn(one)).toBe(
      "The record does not let this page read who the patient is and the birth date and medication orders. Conditions could not be read. Please check below.",
    );
    expect(form(one).text).toContain(missingIn(one));
    expect(render(<Banner {...one} />)).toContain(
      "The record does not let this page read who the patient is.",
    );
    expect(render(<Banner {...read({ patient: "failed" })} />)).toContain(
      "Who the patient is could not be read.",
    );
    expect(missingIn(read({}))).toBe("");
  });

  it("can be read again where nobody answered", () => {
    const again = (one: Understood) => [
      canBeReadAgain(one),
      handed(one).toConfirm?.again?.press === onAgain,
      form(one).text.includes("Try again"),
    ];
    expect(again(read({ orders: "unreached" }))).toEqual([true, true, true]);
    expect(again(read({ orders: "failed", conditions: "refused" }))).toEqual([false, false, false]);
  });

  it("names what was left out", () => {
    const whole = part();
    const orders = { ...whole, isCut: true };
    const conditions = { ...whole, isMixed: true };
    expect(missingIn(read({ orders, conditions }))).toBe(
      "The record also sent what is of another patient; that was left out. The record holds more than was read: only its first part was looked at. Please check below.",
    );
  });
});
