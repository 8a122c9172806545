import { useEffect, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/read-text.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";
import { Choice, Field, type FieldsProps, type Problems, Select } from "./fields.tsx";
import { Table } from "./from-table.tsx";
import { Outcomes } from "./outcome-fields.tsx";
import {
  blankCohort,
  contentOf,
  countedOutcomes,
  type TypedCohort,
  typedOf,
} from "./typed-cohort.ts";

interface FormProps {
  counts: ReaderCounts;
  /** Holds the group that is changed; `null` to add another one. */
  content: AddedContent | null;
  /** The fields as they were when the form was closed without adding them. */
  draft: TypedCohort | null;
  onAdd: (contents: readonly AddedContent[]) => void;
  /** @param draft The fields that were typed and not added; `null` if they were added. */
  onClose: (draft: TypedCohort | null) => void;
}

const noProblems: Problems = new Map();

export function AddedForm({ counts, content, draft, onAdd, onClose }: FormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { choices } = counts;
  const [typed, setTyped] = useState(() => (content ? typedOf(content) : (draft ?? blankCohort)));
  const isAdded = useRef(false);
  const [problems, setProblems] = useState(noProblems);
  const [extra, setExtra] = useState<readonly string[]>([]);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.scrollTo(0, 0);
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
  const problemsOf = (content: AddedContent, of: TypedCohort): Problems => {
    const counted = countedOutcomes(of, outcomes);
    return new Map(
      counts
        .check(content)
        .map(({ field, message }) => [placeOf(field, counted), message] as const),
    );
  };
  const finish = (contents: readonly AddedContent[]) => {
    isAdded.current = true;
    onAdd(contents);
    dialog.current?.close();
  };
  const add = () => {
    const content = contentOf(typed, outcomes);
    const newProblems = problemsOf(content, typed);
    setProblems(newProblems);
    if (newProblems.size === 0) finish([content]);
    else setTimeout(() => focusProblem(dialog.current));
  };
  const take = (contents: readonly AddedContent[]) => {
    const [first, another] = contents;
    if (first === undefined) return;
    if (another !== undefined) {
      finish(contents);
      return;
    }
    const cohort = typedOf(first);
    setTyped(cohort);
    setProblems(problemsOf(contentOf(cohort, outcomes), cohort));
  };
  const keep = () => {
    const text = JSON.stringify(contentOf(typed, outcomes), null, 2);
    saveFile(new Blob([`${text}\n`], { type: "application/json" }), "my-counts.json");
  };
  const fieldsProps: FieldsProps = { typed, choices, problems, onChange: change };
  return (
    <dialog
      ref={dialog}
      class="form"
      aria-labelledby="added-title"
      onClose={() => onClose(isAdded.current ? null : typed)}
    >
      <form noValidate autocomplete="off" onKeyDown={addByEnter}>
        <header>
          <h2 id="added-title">{content ? "Your counts" : "Add counts"}</h2>
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
          <Table counts={counts} onRead={take} />
          <About {...fieldsProps} />
          <Outcomes {...fieldsProps} extra={extra} onExtra={(id) => setExtra([...extra, id])} />
          <General problems={problems} typed={typed} />
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

/** Fields of a list are named by their outcome, whose place in the list changes. */
function placeOf(field: string, outcomeIds: readonly string[]): string {
  return field.replace(/^figures\[(\d+)\]/, (_, index) => `figures[${outcomeIds[Number(index)]}]`);
}

/** The bars of the form stay in place, so the first field that is wrong is brought to the middle with its message. */
function focusProblem(dialog: HTMLDialogElement | null): void {
  const field = dialog?.querySelector<HTMLElement>("[aria-invalid], .general .problem");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

/** Draws the fields about the cohort: name, class, product, kind of evidence, patients, prior lines. */
function About({ typed, choices, problems, onChange }: FieldsProps) {
  const products = choices.products.filter(({ group }) => group === typed.therapyClass);
  return (
    <>
      <Field
        label="Name"
        note="of the group, of no patient"
        problem={problems.get("label")}
        value={typed.label}
        onType={(label) => onChange({ label })}
      />
      <Choice
        legend="Class"
        name="class"
        options={[
          ["car-t", "CAR-T"],
          ["bsab", "Bispecific"],
        ]}
        problem={problems.get("therapyClass")}
        value={typed.therapyClass}
        onChoose={(therapyClass) => onChange({ therapyClass, product: "" })}
      />
      <Select
        label="Product"
        problem={problems.get("product")}
        value={typed.product}
        options={[
          ["", typed.therapyClass ? "choose" : "choose the class first"],
          ...products.map(({ slug, name }) => [slug, name] as const),
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
        <Field
          label="Patients (n)"
          note="infused or treated"
          isNumber
          problem={problems.get("baseline.n") ?? problems.get("baseline")}
          value={typed.patients}
          onType={(patients) => onChange({ patients })}
        />
        <Field
          label="Median follow-up"
          note="months, if known"
          isNumber
          problem={problems.get("followUpMonths")}
          value={typed.followUp}
          onType={(followUp) => onChange({ followUp })}
        />
        <Field
          label="Prior lines, fewest"
          note="empty: 3 or more"
          isNumber
          problem={problems.get("admittedLines.min") ?? problems.get("admittedLines")}
          value={typed.fewestLines}
          onType={(fewestLines) => onChange({ fewestLines })}
        />
        <Field
          label="Prior lines, most"
          note="empty: no limit"
          isNumber
          problem={problems.get("admittedLines.max")}
          value={typed.mostLines}
          onType={(mostLines) => onChange({ mostLines })}
        />
      </div>
    </>
  );
}

/** Matches the paths of fields that the form shows with their problem. */
const fieldWithProblem =
  /^(?:label|therapyClass|product|evidence|followUpMonths|baseline(?:\.n)?|admittedLines(?:\.\w+)?)$/;

/** Draws the problems of fields that the form does not have, and the number of all problems. */
function General({ problems, typed }: Pick<FieldsProps, "problems" | "typed">) {
  const further = [...problems].filter(([field]) => {
    const [, outcome] = /^figures\[(.*?)\]/.exec(field) ?? [];
    return !fieldWithProblem.test(field) && (outcome === undefined || !(outcome in typed.counts));
  });
  const count = problems.size;
  return (
    <div class="general" role="alert">
      {count > 0 && (
        <p class="problem">
          {count === 1 ? "One field" : `${count} fields`} to correct; nothing was added.
        </p>
      )}
      {further.map(([field, message]) => (
        <p key={field} class="problem">
          {field === "figures" ? "Outcomes" : field}: {message}
        </p>
      ))}
    </div>
  );
}
