import { useEffect, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/fields.ts";
import type { LabelledDrugs } from "#server/answers/compute/added-counts.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";
import { Choice, Field, type FieldsProps, type Problems, Select } from "./fields.tsx";
import { TableReader } from "./from-table.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import {
  blankCohort,
  convertContentToTypedCohort,
  convertTypedCohortToContent,
  listOutcomesWithTypedCount,
  type TypedCohort,
} from "./typed-cohort.ts";

/** Holds what was typed and pasted for another group and not added yet. */
export interface Draft {
  readonly typed: TypedCohort;
  readonly pasted: string;
}

export const blankDraft: Draft = { typed: blankCohort, pasted: "" };

interface FormProps {
  counts: ReaderCounts;
  /** Holds the question on screen, whose regions decide which drugs stand first. */
  question: string;
  /** Holds the group that is changed; `null` to add another one. */
  content: AddedContent | null;
  /** Holds the other groups, whose names are taken. */
  others: readonly AddedContent[];
  draft: Draft;
  /** @param close Closes the form. */
  onOpen: (close: () => void) => void;
  onAdd: (contents: readonly AddedContent[]) => void;
  /** @param draft What is kept for the next time. */
  onClose: (draft: Draft) => void;
}

const noProblems: Problems = new Map();

export function AddedForm(props: FormProps) {
  const { counts, question, content, others, draft, onOpen, onAdd, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [labelled] = useState(() => counts.labelled(question));
  const { choices } = counts;
  const [typed, setTyped] = useState(content ? convertContentToTypedCohort(content) : draft.typed);
  const [pasted, setPasted] = useState(draft.pasted);
  // If the form is closed, changes of an existing group are dropped, and the draft of another group is kept.
  const rest = useRef<Draft | null>(content && draft);
  const [problems, setProblems] = useState(noProblems);
  const [extra, setExtra] = useState<readonly string[]>(() =>
    listOutcomesWithTypedCount(typed, choices.outcomes),
  );
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.scrollTo(0, 0);
    onOpen(() => dialog.current?.close());
  }, []);
  // A frame whose sandbox does not allow forms drops what a form submits, so the form never submits.
  const addByEnter = (event: KeyboardEvent) => {
    const isTyped = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (event.key !== "Enter" || !isTyped) return;
    event.preventDefault();
    add();
  };
  const { outcomes } = choices;
  const change = (changes: Partial<TypedCohort>) => {
    setTyped((before) => ({ ...before, ...changes }));
    setProblems(noProblems);
  };
  const findProblems = (newContent: AddedContent): Problems => {
    const counted = listOutcomesWithTypedCount(typed, outcomes);
    const problems = counts.check(newContent, others);
    return new Map(
      problems.map(
        ({ field, message }) => [replaceFieldIndexByOutcome(field, counted), message] as const,
      ),
    );
  };
  /** @param newRest What was typed or pasted beside the groups that are added. */
  const finish = (contents: readonly AddedContent[], newRest: Draft) => {
    rest.current = newRest;
    onAdd(contents);
    dialog.current?.close();
  };
  const add = () => {
    const newContent = convertTypedCohortToContent(typed, outcomes);
    const newProblems = findProblems(newContent);
    setProblems(newProblems);
    if (newProblems.size === 0)
      finish([newContent], content ? draft : { typed: blankCohort, pasted });
    else setTimeout(() => focusFirstProblem(dialog.current));
  };
  const keep = () => {
    const text = JSON.stringify(convertTypedCohortToContent(typed, outcomes), null, 2);
    saveFile(new Blob([`${text}\n`], { type: "application/json" }), "my-counts.json");
  };
  const fieldsProps: FieldsProps = { typed, choices, problems, onChange: change };
  return (
    <dialog
      ref={dialog}
      class="form"
      aria-labelledby="added-title"
      onClose={() => onClose(rest.current ?? { typed, pasted })}
    >
      <form noValidate autocomplete="off" onKeyDown={addByEnter}>
        <header>
          <h2 id="added-title">{content ? "Your counts" : "Add your counts"}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <div class="fields">
          <p class="muted">
            They stay on this device: nothing is sent, and nothing is stored unless you keep the
            file. Numbers of groups only, never of one patient. Patients who are also in a published
            series would count twice.
          </p>
          {content === null && (
            <TableReader
              read={(text) => counts.read(text, others)}
              text={pasted}
              onType={setPasted}
              onRead={(contents) => finish(contents, { typed, pasted: "" })}
            />
          )}
          <CohortFields {...fieldsProps} labelled={labelled} />
          <OutcomeFields
            {...fieldsProps}
            extra={extra}
            onExtra={(id) => setExtra([...extra, id])}
          />
          <FormProblems problems={problems} />
        </div>
        <footer>
          <button type="button" class="quiet" onClick={keep}>
            Keep as a file
          </button>
          <button type="button" class="main" onClick={add}>
            {content ? "Change" : "Add"}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Names a field of a list by its outcome, because the place of an outcome in the list changes. */
function replaceFieldIndexByOutcome(field: string, outcomeIds: readonly string[]): string {
  return field.replace(
    /^outcomes\[(\d+)\]/,
    (_, index) => `outcomes[${outcomeIds[Number(index)]}]`,
  );
}

/**
 * Focuses the first field that is wrong and brings it to the middle with its message, because the bars of the form
 * stay in place.
 */
function focusFirstProblem(dialog: HTMLDialogElement | null): void {
  const field = dialog?.querySelector<HTMLElement>("[aria-invalid], .general .problem");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

const numberFields = [
  { field: "patients", label: "Patients (n)", note: "infused or treated" },
  { field: "followUpMonths", label: "Median follow-up", note: "months, if known" },
  { field: "linesFrom", label: "Prior lines, fewest", note: "empty: 3 or more" },
  { field: "linesTo", label: "Prior lines, most", note: "empty: no limit" },
  { field: "medianAge", label: "Median age", note: "years, if known" },
  { field: "medianLines", label: "Median prior lines", note: "if known" },
] as const;

interface AboutProps extends FieldsProps {
  labelled: LabelledDrugs;
}

function CohortFields({ typed, choices, labelled, problems, onChange }: AboutProps) {
  const products = choices.products.filter(({ group }) => group === typed.class);
  const listOptions = (isLabelled: boolean) =>
    products
      .filter(({ slug }) => labelled.slugs.includes(slug) === isLabelled)
      .map(({ slug, name }) => [slug, name] as const);
  return (
    <>
      <Field
        label="Name"
        note="of the group, of no patient"
        problem={problems.get("name")}
        value={typed.name}
        onType={(name) => onChange({ name })}
      />
      <Choice
        legend="Class"
        name="class"
        options={[
          ["car-t", "CAR-T"],
          ["bsab", "Bispecific"],
        ]}
        problem={problems.get("class")}
        value={typed.class}
        onChoose={(therapyClass) => onChange({ class: therapyClass, product: "" })}
      />
      <Select
        label="Product"
        problem={problems.get("product")}
        value={typed.product}
        options={[["", typed.class ? "choose" : "choose the class first"]]}
        groups={[
          { name: `Labelled in ${labelled.regions}`, options: listOptions(true) },
          { name: "Not labelled there", options: listOptions(false) },
        ]}
        onChoose={(product) => onChange({ product })}
      />
      <Choice
        legend="Kind of evidence"
        name="evidence"
        options={[
          ["trial", "Clinical trial"],
          ["real-world", "Practice"],
        ]}
        problem={problems.get("evidence")}
        value={typed.evidence}
        onChoose={(evidence) => onChange({ evidence })}
      />
      <div class="pair">
        {numberFields.map(({ field, label, note }) => (
          <Field
            key={field}
            label={label}
            note={note}
            isNumber
            problem={problems.get(field)}
            value={typed[field]}
            onType={(text) => onChange({ [field]: text })}
          />
        ))}
      </div>
    </>
  );
}

/** Draws the number of all problems, and that of the outcomes, which have no field as a whole. */
function FormProblems({ problems }: Pick<FieldsProps, "problems">) {
  const count = problems.size;
  const ofOutcomes = problems.get("outcomes");
  return (
    <div class="general" role="alert">
      {count > 0 && (
        <p class="problem">
          {count === 1 ? "One field" : `${count} fields`} to correct; nothing was added.
        </p>
      )}
      {ofOutcomes && <p class="problem">Outcomes: {ofOutcomes}</p>}
    </div>
  );
}
