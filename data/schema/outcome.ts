import * as v from "valibot";
import { harmGroups, targets, therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";
import { atLeastOne, described, namedObject, oneOf, orAbsent, orNull } from "./description.ts";

export const outcomeSchema = namedObject("Outcome", {
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  /** `detail` is the second line below the label: "grade 3 or higher", "≥ partial response". */
  detail: orNull(text, "Second line under the label; `null` where none is needed."),
  /** `phrase` completes "26 more …": "responded", "had severe CRS". */
  phrase: described(text, "Completes “26 more …”."),
  group: oneOf(["efficacy", "toxicity", "survival"], "What kind of outcome it is."),
  /**
   * Each toxicity and each death that is no progression has one; a part stands with its whole. The outcomes stand in
   * the order of the groups, and the first of a group leads it: a screen draws it and folds the others.
   */
  harmGroup: orAbsent(
    v.picklist(harmGroups),
    "Present at harms of treatment: `first-weeks` begin with the first doses or in the weeks after an infusion, and what is given for them; `infection` is infections and the antibodies against them, at any time; `blood-counts` is low blood cells, at any time; `mouth-skin` is mouth, skin, nails and weight, at any time; `late` begins after the first weeks, or is counted as long as patients are treated or followed, whenever it began; `deaths` are not from the disease. The first outcome of a group leads it.",
  ),
  direction: oneOf(["benefit", "harm"], "Whether more of it is a benefit or a harm."),
  kind: oneOf(["count", "landmark"], "A count, or survival at a month."),
  /** Relapse among responders says nothing about all treated patients. */
  over: oneOf(
    ["all", "responders", "leukapheresed"],
    "Whom the outcome is counted over; rates over different patients are never pooled together.",
  ),
  timeDependent: described(v.boolean(), "Whether longer follow-up alone makes it more frequent."),
  /** An adverse event counts while a treatment is given, which is shorter than the follow-up. */
  observed: orNull(
    v.picklist(["follow-up", "treatment"]),
    "How long patients are observed for it: to the end of follow-up, or while treated.",
  ),
  /**
   * `recordOnly` marks an outcome whose figures have a `hold`, were worked out, come from unreviewed sources, or
   * have follow-ups with nothing in common.
   */
  recordOnly: orAbsent(
    v.literal(true),
    "Present where no question pools it: its figures stand in the records of the cohorts.",
  ),
  summary: orNull(positiveCount, "Place in the summary set; `null` where it is shown on request."),
  /** Classes that can have this outcome; a bispecific has no manufacturing step. */
  appliesTo: atLeastOne(v.picklist(therapyClasses), "Classes that can have this outcome."),
  notFor: orNull(text, "Why the other class cannot have it; `null` where both can."),
  /** Targets whose drugs harm other cells that carry them: the outcome is not looked for with other drugs. */
  targets: orAbsent(
    atLeastOne(v.picklist(targets), "Antigens."),
    "Present at a harm that follows from what a drug is directed at: its groups of outcomes have it only in questions that ask for one of these antigens, and only cohorts directed at one of them count.",
  ),
  /** Names the any-grade outcome of which this one counts a part; it can never have more events. */
  partOf: orNull(slug, "The outcome of any grade of which this counts a part."),
  role: orAbsent(
    v.picklist(["response", "headline-harm"]),
    "`response` at the benefit that an answer tells first, `headline-harm` at the harms that it always tells.",
  ),
  /** `several` means that no scale is in use everywhere; that of ASTCT is for all that it grades, since 2019. */
  scale: orAbsent(
    v.picklist(["astct", "several"]),
    "Present where studies grade by different scales: `astct` where one replaced the others.",
  ),
  /** `by` is present if sources count the outcome in several ways, which never share one row (see `by` of a figure). */
  by: orAbsent(
    v.picklist(["report", "laboratory"]),
    "Present where sources count an event in several ways: as a reported adverse event, or by laboratory values.",
  ),
  /** A figure says which grades it counts (`grades`), so that a row is called by what its figures count. */
  severe: orAbsent(
    namedObject("Severe", {
      fatal: orNull(slug, "The outcome that counts deaths of it; `null` where none does."),
    }),
    "Present where grade 3 and higher are counted, by some sources with deaths and by others without.",
  ),
  preventedBy: orAbsent(slug, "Of infections: the outcome that says who was given immunoglobulin."),
  broader: orAbsent(slug, "The outcome that stands in by the broad definition."),
  narrower: orAbsent(
    slug,
    "The outcome that counts some of the same events without being defined as a part: by name it stands in as the parts do.",
  ),
});

export type Outcome = v.InferOutput<typeof outcomeSchema>;
