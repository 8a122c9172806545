import { describe, expect, it } from "vitest";
import { granted, scopesFor } from "#widget/ehr/launch/scopes.ts";

describe("what a record is asked for", () => {
  it("is the least, and nothing that a server does not know", () => {
    expect(scopesFor("launch", { scopes: null, isFirstVersion: false })).toBe(
      "launch patient/Patient.rs patient/Condition.rs patient/MedicationRequest.rs patient/MedicationAdministration.rs patient/Medication.rs",
    );
    const few = { scopes: ["launch", "patient/Patient.rs"], isFirstVersion: false };
    expect(scopesFor("launch/patient", few)).toBe(
      "launch/patient patient/Patient.rs patient/Condition.rs patient/MedicationRequest.rs",
    );
  });

  it("is said in the words of SMART 1 to a server that knows no others", () => {
    const first = { scopes: ["patient/*.read"], isFirstVersion: true };
    expect(scopesFor("launch", first)).toMatch(/^launch (?:patient\/\w+\.read ?){5}$/);
  });
});

describe("what was granted", () => {
  it.each([
    ["patient/Condition.rs", true],
    ["patient/Condition.s", true],
    ["patient/Condition.cruds", true],
    ["patient/Condition.read", true],
    ["patient/*.rs", true],
    ["user/Condition.rs", true],
    ["launch patient/Patient.rs patient/Condition.rs?category=problem-list-item", true],
    ["patient/Condition.r", false],
    ["patient/Condition.cu", false],
    ["patient/Condition.write", false],
    ["patient/Patient.rs", false],
    ["patient/ConditionX.rs", false],
    ["patient/Condition.sr", false],
    ["", false],
  ])("by %j lets conditions be searched: %s", (scope, may) => {
    expect(granted(scope, "Condition")).toBe(may);
  });

  it("lets a patient be read without a search", () => {
    expect(granted("patient/Patient.r", "Patient")).toBe(true);
    expect(granted("patient/Patient.s", "Patient")).toBe(false);
  });
});
