/** Reads and checks counts of the reader by the schema and the rules of the data, which only this script holds. */
import { checkAddedGroup, type FieldProblem, readAddedCohort } from "#core/added/cohort.ts";
import type { AddedContent } from "#core/added/fields.ts";
import { type ReadText, readAddedGroups } from "#core/added/read-text.ts";
import type { Cohort } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import type { AddedCounts, AddedStanding } from "#server/answers/compute/added-counts.ts";

export interface AddedChoices {
  readonly products: readonly {
    readonly slug: string;
    readonly name: string;
    readonly group: TherapyClass;
  }[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly detail: string | null;
    readonly classes: readonly TherapyClass[];
    /** States whether the grading must be stated. */
    readonly isGraded: boolean;
    /** States whether the outcome counts grade 3 and higher. */
    readonly isSevere: boolean;
  }[];
}

export interface ReaderCounts {
  readonly choices: AddedChoices;
  /** Returns `null` if the text is neither a table in the columns of the template nor JSON. */
  readonly read: (text: string, added: readonly AddedContent[]) => ReadText | null;
  /** @param others The groups beside which it is added. */
  readonly check: (
    content: AddedContent,
    others: readonly AddedContent[],
  ) => readonly FieldProblem[];
  readonly use: (contents: readonly AddedContent[], isCounted: boolean) => void;
  readonly standings: (question: string) => readonly AddedStanding[];
  readonly changes: AddedCounts["changes"];
  readonly labelled: AddedCounts["labelled"];
}

export function wrapAddedCounts(counts: AddedCounts): ReaderCounts {
  const data = counts.data();
  return {
    choices: makeAddedChoices(data),
    read: (text, added) => readAddedGroups(text, added, data, counts.readTable),
    check: (content, others) => checkAddedGroup(content, others, data),
    use(contents, isCounted) {
      const cohorts = contents.flatMap((content): Cohort[] => {
        const { cohort } = readAddedCohort(content, data);
        return cohort ? [cohort] : [];
      });
      counts.use(cohorts, isCounted);
    },
    standings: counts.standings,
    changes: counts.changes,
    labelled: counts.labelled,
  };
}

function makeAddedChoices({ products, outcomes }: ReturnType<AddedCounts["data"]>): AddedChoices {
  return {
    products: products
      .map(({ slug, therapyClass }) => ({ slug, name: nameProduct(slug), group: therapyClass }))
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    outcomes: outcomes.flatMap(({ id, label, detail, kind, appliesTo, scale, broader, severe }) =>
      kind === "count"
        ? {
            ...{ id, label, detail, classes: appliesTo },
            isGraded: scale === "astct" && broader !== undefined,
            isSevere: severe !== undefined,
          }
        : [],
    ),
  };
}
