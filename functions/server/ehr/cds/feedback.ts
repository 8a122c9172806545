/**
 * What became of cards. Nothing of it is kept: which card, when, and what a clinician wrote are read
 * to be checked, and forgotten. Where requests are logged, a line says whether it was overridden and
 * for which of our own reasons.
 */
import * as v from "valibot";
import { few, uuid } from "./hook-request.ts";

const reasonSystem = "urn:myeloma-compare:override-reason";

export const overrideReasons = [
  { code: "known", system: reasonSystem, display: "I know this evidence" },
  { code: "decided", system: reasonSystem, display: "The decision is already made" },
  { code: "not-for-patient", system: reasonSystem, display: "Does not fit this patient" },
  {
    code: "not-available",
    system: reasonSystem,
    display: "One of the therapies is not available here",
  },
  { code: "not-now", system: reasonSystem, display: "Not at this moment" },
] as const;

/** Of one call. */
const most = 100;

const coding = v.object(
  { code: v.string("must be a text"), system: v.exactOptional(v.string("must be a text")) },
  "must be an object",
);

const common = {
  card: uuid,
  outcomeTimestamp: v.pipe(
    v.string("must be a date and time"),
    v.check(
      (it) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(it) &&
        !Number.isNaN(Date.parse(it)),
      "must be a date and time with its zone",
    ),
  ),
};

const overrideReason = v.object(
  {
    reason: v.exactOptional(coding),
    userComment: v.exactOptional(v.string("must be a text")),
  },
  "must be an object",
);

export const feedbackSchema = v.object(
  {
    feedback: few(
      v.variant(
        "outcome",
        [
          v.object({
            ...common,
            outcome: v.literal("accepted"),
            acceptedSuggestions: v.pipe(
              few(v.object({ id: v.string("must be a text") }, "must be an object"), most),
              v.minLength(1, "must not be empty"),
            ),
          }),
          v.object({
            ...common,
            outcome: v.literal("overridden"),
            overrideReason: v.exactOptional(overrideReason),
          }),
        ],
        "must be accepted or overridden",
      ),
      most,
    ),
  },
  "must be an object",
);

type Feedback = v.InferOutput<typeof feedbackSchema>["feedback"][number];

/** The code of one of our reasons, or `other`; never what was sent. */
export function reasonOf(feedback: Feedback): string | null {
  if (feedback.outcome === "accepted") return null;
  const { reason } = feedback.overrideReason ?? {};
  if (reason === undefined) return null;
  const own = overrideReasons.find(({ code }) => code === reason.code);
  return own !== undefined && (reason.system ?? reasonSystem) === reasonSystem ? own.code : "other";
}
