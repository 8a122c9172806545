/**
 * Finds the traits that set a patient apart among those of the same question, and which groups of studies are
 * near the patient by age or number of lines. It runs where the patient is known, so that neither leaves the
 * device.
 */
import {
  type DividingTrait,
  type EarlierKinds,
  hasHadBcmaTherapy,
  isTraitThatDividesPatients,
  type PatientWithTraits,
} from "../question/patient.ts";
import type { Range } from "../question/range.ts";

/** Describes a property of a patient with its value: a number, the earlier therapies, or that the patient has it. */
export type PatientProperty =
  | { readonly name: "age" | "prior-lines"; readonly value: number }
  | { readonly name: "prior-bcma"; readonly value: EarlierKinds }
  | { readonly name: DividingTrait; readonly value: true };

/**
 * Returns the properties of a patient in the order in which their levels are shown: earlier therapy, traits, age,
 * and prior lines last, because those groups hold patients of any age. A patient without earlier therapy needs no
 * property for it, because the question already says so.
 */
export function listPatientProperties({
  age,
  traits,
  priorLines,
  priorBcma,
}: PatientWithTraits): readonly PatientProperty[] {
  const hadTherapy = priorBcma && hasHadBcmaTherapy({ priorBcma });
  return [
    ...(hadTherapy ? [{ name: "prior-bcma", value: priorBcma } as const] : []),
    ...traits.filter(isTraitThatDividesPatients).map((name) => ({ name, value: true }) as const),
    ...(age === null ? [] : [{ name: "age", value: age } as const]),
    ...(priorLines === null ? [] : [{ name: "prior-lines", value: priorLines } as const]),
  ];
}

/** No study reports age groups that begin later, so all patients from this age on are near the same groups. */
const oldestAge = 82;
const mostYearsBelow = 9;
const mostYearsAbove = 2;

/**
 * Returns whether an age group is near an age. A group that begins far below the age is mostly of younger patients; one
 * that begins a little above it is nearer than most, and is shown with its bound.
 */
export function isAgeGroupNear({ min, max }: Range, age: number): boolean {
  if (min === null || (max !== null && max < age)) return false;
  return min >= Math.min(age, oldestAge) - mostYearsBelow && min <= age + mostYearsAbove;
}

/**
 * A level that begins further below is mostly of patients after fewer lines than this patient had. The last button of
 * the form, “five or more”, enters 5, which is near levels that begin at three.
 */
const mostLinesBelow = 2;

export function isPriorLinesGroupNear({ min }: Range, lines: number): boolean {
  return min !== null && min >= lines - mostLinesBelow;
}
