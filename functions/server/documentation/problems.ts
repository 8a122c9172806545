/** Describes the errors that a caller of a documented resource can get. */
import * as v from "valibot";
import {
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "#data/schema/description.ts";
import { longestAddress } from "#server/http/middleware/allowed-methods.ts";
import { type ProblemStatus, problemStatuses } from "../http/problem.ts";

export interface DescribedProblem {
  name: string;
  description: string;
  /** Names the headers that the response has besides those of every response. */
  headers?: readonly string[];
}

export const problemResponses = {
  400: {
    name: "BadRequest",
    description:
      "A parameter is not known, given twice, or has a value that is not allowed. The parameters at fault are named, unknown ones by their place, with what is allowed, up to 20 and 8 kB; nothing is guessed.",
  },
  404: {
    name: "NotFound",
    description: "There is nothing under this id or address.",
  },
  405: {
    name: "MethodNotAllowed",
    description: "To any method but GET, HEAD and OPTIONS: the service is read-only.",
  },
  406: {
    name: "NotAcceptable",
    description: "The `Accept` header allows none of the forms of this resource.",
  },
  414: {
    name: "AddressTooLong",
    description: `The address is longer than ${longestAddress} characters.`,
  },
  429: {
    name: "TooManyRequests",
    description:
      "More requests from one address than this installation allows; `Retry-After` says how many seconds to wait.",
    headers: ["Retry-After"],
  },
  500: {
    name: "Unexpected",
    description: "Something went wrong in the service. The question was not answered.",
  },
  503: {
    name: "Ending",
    description: "This server is about to stop: another one answers. Ask again after a second.",
  },
} as const satisfies { [Status in ProblemStatus]?: DescribedProblem };

/** Describes one invalid parameter, as an entry of `errors`. */
export const queryProblemSchema = namedObject("QueryProblem", {
  parameter: orNull(
    v.string(),
    "Name of the parameter. Of an unknown one the known name that it resembles, else `null`: its own name may hold something about a patient, and is not repeated.",
  ),
  position: orAbsent(
    v.pipe(v.number(), v.integer(), v.minValue(1)),
    "Only of an unknown parameter: its place among the parameters of the address, from 1.",
  ),
  value: described(
    v.string(),
    "What was given: at most 64 characters, without control characters and with markup escaped. Empty for an unknown parameter and for a bare number of `age` and `prior-lines`, whose value may be about a patient.",
  ),
  message: described(
    v.string(),
    "What is wrong with it, and what to do: it names the value or parameter that is probably meant (`is it cilta-cel?`, `did you mean lines?`), or another parameter that has to be set.",
  ),
  allowed: listOf(
    v.string(),
    "All values that the parameter takes in this question; of a range, of `compare` and of `data`, which take any value of their form, examples of it. For an unknown parameter, the names that the resource takes. A long list may end with the number of further ones.",
  ),
});

/**
 * Describes the problem details (RFC 9457) that are the body of every error. `errors` is present if parameters are
 * invalid.
 */
export const problemSchema = namedObject("Problem", {
  type: described(
    v.pipe(v.string(), v.regex(/\/docs\/integrators#problem-[a-z-]+$/)),
    "What kind it is, and where that is described: `/docs/integrators#problem-not-found`. A later version may add kinds.",
  ),
  title: described(v.string(), "Name of the status."),
  status: oneOf(problemStatuses, "The HTTP status."),
  detail: described(v.string(), "What was wrong, in a sentence."),
  errors: orAbsent(
    v.array(queryProblemSchema),
    "The parameters at fault, at most 20; `detail` gives the number of further ones.",
  ),
});
