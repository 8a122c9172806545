/** The words of a record: what its codes, numbers and gaps are called. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { SourceEntry } from "#data/schema/cohort.ts";
import type { Cohort, Figure, Landmark } from "#data/schema.ts";
import type { OfClass } from "./screen.ts";

type Named<Code extends string> = Readonly<Record<Code, string>>;
/** What is not known has no word. */
type Known<Code extends string> = Readonly<Record<Code, string | null>>;

export interface RecordWords {
  /** Said wherever a record has nothing: never a blank, never a zero. */
  readonly unknown: string;
  /** A value as the filters call it. */
  readonly named: (parameter: ChoiceName, value: string) => string;
  readonly classWords: OfClass;
  readonly settingWords: Named<Cohort["setting"]>;
  readonly designWords: Named<Cohort["design"]>;
  readonly evidenceWords: Named<Cohort["evidence"]>;
  readonly regimenWords: Named<Cohort["regimen"]>;
  readonly priorBcmaWords: Known<Cohort["priorBcma"]>;
  readonly overlapWords: Named<Cohort["overlaps"][number]["kind"]>;
  readonly originWords: Named<NonNullable<Figure["timeOrigin"]>>;
  readonly gradingWords: Known<Figure["grading"]>;
  readonly kindWords: Named<SourceEntry["kind"]>;
  readonly landmarkName: (landmark: Pick<Landmark, "family" | "month">) => string;
  readonly medianName: (family: Landmark["family"]) => string;
  readonly percent: (value: number) => string;
  /** A proportion as the percentage it was printed as. */
  readonly proportion: (value: number) => string;
  readonly months: (value: number) => string;
  /** `2023`, `Feb 2023` or `11 Feb 2023`: no more than is known. */
  readonly dateWords: (isoDate: string) => string;
}
