/** Problem details (RFC 9457): the body of every error. */
import * as v from "valibot";
import { described, ifGiven, listOf, named, oneOf } from "#data/schema/described.ts";

export const queryProblemSchema = named("QueryProblem", {
  parameter: described(
    v.string(),
    "Name of the parameter; `patient-…` stands for one that may be about a patient, which is not repeated.",
  ),
  value: described(
    v.string(),
    "What was given: at most 64 characters, without control characters and with markup escaped. Empty if it may be about a patient.",
  ),
  message: described(v.string(), "What is wrong with it."),
  allowed: listOf(
    v.string(),
    "Values, or examples of the form; for an unknown parameter, the known names. A long list may end with how many there are beside.",
  ),
});

/** `errors` is present if parameters are invalid, `offers` if no question holds a patient. */
export const problemSchema = named("Problem", {
  type: described(
    v.pipe(v.string(), v.regex(/\/docs#problem-[a-z-]+$/)),
    "What kind it is, and where that is described: `/docs#problem-not-found`. A later version may add kinds.",
  ),
  title: described(v.string(), "Name of the status."),
  status: oneOf([400, 404, 405, 406, 414, 422, 429, 500, 501, 503], "The HTTP status."),
  detail: described(v.string(), "What was wrong, in a sentence."),
  errors: ifGiven(
    v.array(queryProblemSchema),
    "The parameters at fault, at most 20; `detail` says how many there are beside.",
  ),
  offers: ifGiven(
    v.array(
      v.strictObject({
        text: described(v.string(), "What the question is called."),
        href: described(v.string(), "Address of its answer, for all patients."),
      }),
    ),
    "Questions to ask instead.",
  ),
});
