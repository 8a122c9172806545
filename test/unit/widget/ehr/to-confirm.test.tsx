/** A patient of a record counts at once, or once the reader has confirmed it in the form. */
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyone } from "#core/question/patient.ts";
import { surroundings } from "#widget/page/environment.ts";
import { PatientForm } from "#widget/sheets/patient-form.tsx";
import { begin, type HandedOver, update } from "#widget/store.ts";

const toConfirm = {
  opens: true,
  title: "From the record",
  above: ["Please check it.", "Diagnosis: Multiple myeloma"],
  missing: "",
  again: null,
  from: { age: "From the birth date.", priorLines: "Please count them.", priorBcma: "Not found." },
};
const handed: HandedOver = {
  patient: { ...anyone, age: 71, priorBcma: ["car-t"] },
  saidOfRecord: () => "",
  give: null,
  toConfirm: null,
};
const started = () => update(begin("", null).state, "drawn", null).state;

describe("a patient of a record", () => {
  it("counts at once if nothing is to be confirmed", () => {
    const { state, effects } = update(started(), "handedOver", handed);
    expect(state).toMatchObject({ patient: handed.patient, opened: null });
    expect(effects).toMatchObject([{ kind: "ask", request: { patient: handed.patient } }]);
  });

  it("that is to be confirmed opens the form and asks nothing before", () => {
    const before = { ...started(), patient: { ...anyone, age: 40 } };
    const { state } = update(before, "handedOver", { ...handed, toConfirm });
    expect(state).toMatchObject({ patient: undefined, opened: { name: "patient" } });
    const again = update(started(), "handedOver", { ...handed, toConfirm });
    expect(again.effects).toEqual([]);
    const confirmed = update(again.state, "patientGiven", handed.patient);
    expect(confirmed.effects).toMatchObject([
      { kind: "ask", request: { patient: handed.patient } },
    ]);
    // The reader can come back to what the record says.
    expect(confirmed.state.handed?.toConfirm).toBe(toConfirm);
  });

  it("opens no form by itself where the reader chose all patients", () => {
    const { state, effects } = update(started(), "handedOver", {
      ...handed,
      toConfirm: { ...toConfirm, opens: false },
    });
    expect(state).toMatchObject({ patient: undefined, opened: null });
    expect(effects).toEqual([]);
  });
});

describe("the form", () => {
  // Elsewhere the fields are in frames of their own.
  const { isOwnPage } = surroundings;
  beforeEach(() => {
    surroundings.isOwnPage = true;
  });
  afterEach(() => {
    surroundings.isOwnPage = isOwnPage;
  });

  const pressed = (html: string) =>
    [...html.matchAll(/aria-pressed="true"[^>]*><span>([^<]*)/g)].map(([, name]) => name);
  const form = (given: Parameters<typeof PatientForm>[0]) => {
    const html = render(<PatientForm {...given} />);
    const value = (id: string) =>
      new RegExp(`id="${id}"[^>]* value="(\\d*)"`).exec(html)?.[1] ?? "";
    return {
      html,
      text: html.replace(/<[^>]*>/g, " "),
      values: [value("patient-age"), ...pressed(html)],
    };
  };
  const given = {
    question: "",
    patient: undefined,
    handed: null,
    live: false,
    onPress: { current: () => undefined },
    onPatient: () => undefined,
  };

  it("is filled with what was understood, each with where it was read", () => {
    const { html, text, values } = form({ ...given, handed: { ...handed, toConfirm } });
    expect(values).toEqual(["71", "CAR-T"]);
    for (const said of [toConfirm.title, ...toConfirm.above, ...Object.values(toConfirm.from)]) {
      expect(text).toContain(said);
    }
    expect(text).toContain("Show all patients");
    expect(html).not.toContain('role="note"');
  });

  it("keeps what the reader has confirmed, and is empty for a patient who was taken away", () => {
    const confirmed = { ...anyone, age: 65, priorLines: 4 };
    const corrected = form({ ...given, patient: confirmed, handed: { ...handed, toConfirm } });
    expect(corrected.values).toEqual(["65", "4"]);
    const taken = form({ ...given, handed });
    expect(taken.values).toEqual([""]);
    expect(taken.text).not.toContain("From the birth date.");
  });
});
