/**
 * Draws the form for one patient. What is entered stays in this browser, and no element holds it in an attribute.
 */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import {
  anyone,
  carTProducts,
  type EarlierKind,
  type EarlierKinds,
  earlierKinds,
  type PatientWithTraits,
  patientBounds,
  patientParameters,
  traits,
} from "#core/question/patient.ts";
import { traitNames, patientTexts as words } from "#presentation/words/patient.ts";
import { describeQuestionForPatient, ofAllPatients } from "#presentation/words/patient-codes.ts";
import { capitalise } from "#presentation/words/sentences.ts";
import { loadPatientViewModule } from "../patient.ts";
import { makeFormPropertiesApplyingOnEnter, Toggles } from "./form-controls.tsx";
import { focusPatientField, PatientField } from "./patient-field.tsx";
import {
  convertFormValuesToPatient,
  convertPatientToFormValues,
  isEmptyPatient,
  readTypedAge,
  type TypedPatient,
} from "./typed-patient.ts";

// Offers earlier therapy as buttons. If none is on, nothing is stated.

type EarlierOption = EarlierKind | "some" | "none";

const earlierNames: Readonly<Record<EarlierOption, string>> = {
  "car-t": "CAR-T",
  bispecific: "BCMA bispecific",
  adc: "Antibody–drug conjugate",
  gprc5d: "GPRC5D",
  some: "BCMA, kind unknown",
  none: "None",
};
const earlierOptions = Object.keys(earlierNames) as EarlierOption[];

function isEarlierTherapyOptionChosen(value: EarlierKinds | null, option: EarlierOption): boolean {
  if (value === null) return false;
  if (option === "none") return value.length === 0;
  return option === "some" ? value === option : value !== "some" && value.includes(option);
}

/** Returns the value with one option toggled. A known kind excludes "none" and "unknown", and the other way round. */
export function toggleEarlierTherapyOption(
  value: EarlierKinds | null,
  option: EarlierOption,
): EarlierKinds | null {
  if (isEarlierTherapyOptionChosen(value, option)) {
    const kindsLeft =
      typeof value === "object" && value ? value.filter((kind) => kind !== option) : [];
    return kindsLeft.length > 0 ? kindsLeft : null;
  }
  if (option === "none") return [];
  if (option === "some") return option;
  return earlierKinds.filter(
    (kind) => kind === option || isEarlierTherapyOptionChosen(value, kind),
  );
}

interface PatientFormProps {
  /** Holds the question as it is asked about all patients. */
  question: string;
  patient: PatientWithTraits | undefined;
  /** Holds what was typed before; absent if the form shows the patient. */
  typed: TypedPatient | undefined;
  /** True if the answer stands beside the form and follows it. */
  live: boolean;
  /** Receives what the button below the form does. */
  onPress: RefObject<() => void>;
  onPatient: (patient: PatientWithTraits | undefined) => void;
  /** Keeps what is typed, also while nothing is asked with it. */
  onType: (typed: TypedPatient) => void;
}

/** This is longer than the pause between two digits of one number. */
const pauseMilliseconds = 500;

/** Lists the prior lines on buttons; the last button is for so many or more. */
const lineButtons = [0, 1, 2, 3, 4, 5] as const;
const lastLineButton = 5;

const ageField = patientParameters.age;
const ageLabel = "Age in years";
const allowedAges = patientBounds.age.join(" to ");

const problemTexts = {
  age: `${ageLabel}: a whole number from ${allowedAges}. Nothing was changed.`,
  nothing: "Say at least one thing about the patient.",
};

export function PatientForm(props: PatientFormProps) {
  const { question, patient, live, onPress, onPatient, onType } = props;
  const values = props.typed ?? convertPatientToFormValues(patient ?? anyone);
  const [problem, setProblem] = useState<keyof typeof problemTexts | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const lastPatient = useRef(patient);
  const match = choosePatientQuestion(question, values);
  const error = problem === null ? "" : problemTexts[problem];
  const focus = () => focusPatientField(place.current, ageField);

  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const tell = (newPatient: PatientWithTraits) => {
    clearTimeout(pause.current);
    lastPatient.current = isEmptyPatient(newPatient) ? undefined : newPatient;
    onPatient(lastPatient.current);
  };
  const change = (changes: Partial<TypedPatient>) => {
    const next = { ...values, ...changes };
    onType(next);
    setProblem(null);
    const newPatient = convertFormValuesToPatient(next);
    clearTimeout(pause.current);
    // A number that is not finished yet leaves the answer as it is, and nobody learns of its first digit.
    if (
      live &&
      !Number.isNaN(newPatient.age) &&
      !(isEmptyPatient(newPatient) && !lastPatient.current)
    ) {
      // Nothing is sent once the form is gone, because the last typed value would bring the patient back.
      const tellHere = () => place.current && tell(newPatient);
      pause.current = setTimeout(tellHere, changes.age === undefined ? 0 : pauseMilliseconds);
    }
  };
  const apply = () => {
    const newPatient = convertFormValuesToPatient(values);
    const isWrong = Number.isNaN(newPatient.age);
    if (!isWrong && (!isEmptyPatient(newPatient) || patient)) return tell(newPatient);
    setProblem(isWrong ? "age" : "nothing");
    focus();
  };
  onPress.current = apply;
  // The module is loaded while the reader types, because whoever opens the form will ask. If it cannot be loaded, the
  // answer says so.
  useEffect(() => void loadPatientViewModule().catch(() => {}), []);
  useEffect(() => {
    if (live) focus();
  }, [live]);
  // The patient may be taken away or handed over elsewhere, while the form stands beside the answer.
  useEffect(() => {
    if (patient === lastPatient.current) return;
    clearTimeout(pause.current);
    lastPatient.current = patient;
  }, [patient]);

  return (
    <form
      ref={place}
      class="choices patient-form"
      autocomplete="off"
      {...makeFormPropertiesApplyingOnEnter(apply)}
    >
      <Toggles
        legend="Prior lines"
        options={lineButtons}
        nameOf={(lines) => `${lines}${lines === lastLineButton ? "+" : ""}`}
        isOn={(lines) =>
          values.priorLines !== null && Math.min(values.priorLines, lastLineButton) === lines
        }
        onPress={(lines, isOn) => change({ priorLines: isOn ? null : lines })}
      />
      <div class="typed">
        <PatientField
          name={ageField}
          label={ageLabel}
          notes={{
            [`${ageField}-allowed`]: allowedAges,
            [`${ageField}-error`]: error,
          }}
          value={values.age}
          isWrong={problem === "age"}
          onType={(age) => change({ age })}
          onEnter={apply}
          onLeave={() => live && setProblem(Number.isNaN(readTypedAge(values.age)) ? "age" : null)}
        />
        {/* The problem replaces this text in the same place, so that nothing moves. */}
        <p id={`${ageField}-allowed`} class="muted note" hidden={error !== ""}>
          {allowedAges}
        </p>
        <p id={`${ageField}-error`} class="error" role="alert">
          {error}
        </p>
      </div>
      <Toggles
        legend="Had before"
        options={earlierOptions}
        nameOf={(option) => earlierNames[option]}
        isOn={(option) => isEarlierTherapyOptionChosen(values.priorBcma, option)}
        onPress={(option) => {
          const priorBcma = toggleEarlierTherapyOption(values.priorBcma, option);
          change({
            priorBcma,
            ...(!isEarlierTherapyOptionChosen(priorBcma, "car-t") && { carTProducts: [] }),
          });
        }}
      />
      {isEarlierTherapyOptionChosen(values.priorBcma, "car-t") && (
        <Toggles
          legend="Which CAR-T, asked as CAR-T"
          options={carTProducts}
          nameOf={(product) => product}
          isOn={(product) => values.carTProducts.includes(product)}
          onPress={(product, isOn) =>
            change({
              carTProducts: carTProducts.filter((option) =>
                option === product ? !isOn : values.carTProducts.includes(option),
              ),
            })
          }
        />
      )}
      <Toggles
        legend="Also"
        options={traits}
        nameOf={(trait) => capitalise(traitNames[trait])}
        isOn={(trait) => values.traits.includes(trait)}
        onPress={(trait, isOn) =>
          change({
            traits: traits.filter((option) =>
              option === trait ? !isOn : values.traits.includes(option),
            ),
          })
        }
      />
      <p class="muted note">
        {words.asked(
          match.question === null ? ofAllPatients : describeQuestionForPatient(match, values),
        )}
      </p>
      {(patient || !isEmptyPatient(convertFormValuesToPatient(values))) && (
        <button
          type="button"
          class="clear"
          onClick={() => {
            clearTimeout(pause.current);
            setProblem(null);
            onType(convertPatientToFormValues(anyone));
            if (patient) onPatient(undefined);
            // The pressed button disappears, so the field gets the focus.
            focus();
          }}
        >
          Clear
        </button>
      )}
    </form>
  );
}
