/** Defines the schema of how well a study guards against bias: as others rated it, and what papers state. */
import * as v from "valibot";
import { text } from "./common.ts";
import { described, namedObject, oneOf, orNull } from "./description.ts";

const tools = ["MINORS", "RoB 2", "ROBINS-I", "Newcastle-Ottawa", "JBI", "NIH"] as const;

/**
 * Lists the fields of a published rating, as printed. Its source is a field next to it, or the publication that
 * contains it.
 */
export const rating = {
  tool: oneOf(tools, "The tool."),
  version: orNull(text, "Version or form of the tool."),
  result: described(text, "The judgement or score, as printed."),
  domains: orNull(
    v.pipe(
      v.array(
        v.strictObject({
          domain: described(text, "Domain or item of the tool."),
          judgement: described(text, "The judgement of it, as printed."),
        }),
      ),
      v.minLength(1),
    ),
    "The judgement of each domain; `null` where that was not seen.",
  ),
  locator: described(text, "Where in the source."),
};

export const collectiveRatingSchema = namedObject("CollectiveRating", rating);

/** Lists the fields for what a source states on an item of MINORS. A full statement also names its source. */
export const statement = {
  answer: oneOf(["yes", "no"], "What the source states."),
  locator: described(text, "Where in the source."),
};
