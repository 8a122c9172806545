/** Random patients for property tests. */
import fc from "fast-check";
import { earlierKinds, type Patient } from "#core/question/patient.ts";

const few = fc.integer({ min: 0, max: 6 });

export const anyPatient: fc.Arbitrary<Patient> = fc.record({
  age: fc.option(fc.integer({ min: 18, max: 110 })),
  priorLines: fc.option(fc.oneof(few, fc.integer({ min: 0, max: 30 }))),
  priorBcma: fc.option(fc.oneof(fc.subarray([...earlierKinds]), fc.constant("some" as const))),
});
