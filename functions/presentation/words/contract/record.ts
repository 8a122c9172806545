/** The words of a cohort record: names for its codes, numbers and missing values. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { SourceEntry } from "#data/schema/cohort.ts";
import type { Cohort, Figure, Landmark } from "#data/schema.ts";
import type { OfClass } from "./screen.ts";

type Named<Code extends string> = Readonly<Record<Code, string>>;
/** `null` for codes that mean "not known". */
type Known<Code extends string> = Readonly<Record<Code, string | null>>;

export interface RecordWords {
  /** Shown if the record has no value, instead of a blank or a zero. */
  readonly unknown: string;
  /** The name of a value, as in the filters. */
  readonly named: (parameter: ChoiceName, value: string) => string;
  readonly classWords: OfClass;
  readonly settingWords: Named<Cohort["setting"]>;
  readonly designWords: Named<Cohort["design"]>;
  readonly dosingWords: Named<Cohort["doses"]>;
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
  /** A proportion, shown as the percentage that was printed. */
  readonly proportion: (value: number) => string;
  readonly months: (value: number) => string;
  /** `2023`, `Feb 2023` or `11 Feb 2023`: only the known parts. */
  readonly dateWords: (isoDate: string) => string;
}
