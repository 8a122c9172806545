/** What is known of a product in trials: how it compares with the other class, and each of its trials by itself. */
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type Screen, screenOf } from "#presentation/views/screen.ts";
import { type ClassAnswer, compareWithSources } from "../../answers/class-answer.ts";
import { screenEvidence } from "../../answers/screen-evidence.ts";

interface AskedProduct {
  readonly slug: string;
  readonly therapyClass: TherapyClass;
}

/** The usual question with the product as its class; `null` where a class has no trial. */
export function comparisonOf({ slug }: AskedProduct): Screen | null {
  const answer = compareWithSources(asked(`product=${slug}`, dataset));
  const isBoth = therapyClasses.every((group) => answer.selection.cohorts[group] > 0);
  return isBoth ? screenOf(answer, null, screenEvidence(answer)) : null;
}

const outcomes = "orr,cr,crs-3,icans,infection-3,pfs-12,os-12,dor-12";

/** All trials of a product, whatever their patients had before and wherever it is approved. */
export function trialsOf({ slug, therapyClass }: AskedProduct): ClassAnswer {
  return compareWithSources(
    asked(
      `product=${slug}&therapy-class=${therapyClass}&lines=any&availability=any&target=any&outcome=${outcomes}`,
      dataset,
    ),
  );
}
