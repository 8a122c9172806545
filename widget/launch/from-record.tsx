/** What the record says, then the comparison; loaded when the reader is back. */
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import { showComparison, type Tell } from "./comparison.ts";
import { Confirm, sentence, Unread } from "./confirm.tsx";
import { type HostStyle, hostStyle, isDark } from "./host-style.ts";
import { readRecord, readStyle } from "./read-record.ts";
import { Banner, Screen } from "./screens.tsx";
import type { Session } from "./sign-in.ts";
import { type Understood, understood } from "./understood.ts";
import { counted } from "./words.ts";

interface Props {
  session: Pick<Session, "needsBanner">;
  understood: Understood;
  isDark: ReturnType<typeof isDark>;
  onAgain: () => void;
}

/** @throws LaunchProblem if the record cannot be read. */
export async function fromRecord(session: Session, onAgain: () => void): Promise<VNode> {
  const [record, given] = await Promise.all([readRecord(session), readStyle(session)]);
  const style = hostStyle(given);
  wear(style);
  return (
    <FromRecord
      session={session}
      understood={understood(record, new Date())}
      isDark={isDark(style)}
      onAgain={onAgain}
    />
  );
}

function wear(style: HostStyle): void {
  const { documentElement } = document;
  for (const [name, value] of Object.entries(style)) documentElement.style.setProperty(name, value);
  const dark = isDark(style);
  if (dark !== null) documentElement.dataset.theme = dark ? "dark" : "light";
}

type Step = "no-myeloma" | "confirm" | "loading" | "failed" | "shown";

function FromRecord({ session, understood, isDark, onAgain }: Props) {
  const lacksMyeloma = understood.myeloma?.length === 0;
  const [step, setStep] = useState<Step>(lacksMyeloma ? "no-myeloma" : "confirm");
  const [patient, setPatient] = useState<OwnPatient | null>(null);
  const [wasShown, setWasShown] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef<Tell | null>(null);
  const show = async (chosen: OwnPatient | null) => {
    setPatient(chosen);
    setWasShown(true);
    if (tell.current) {
      tell.current(chosen ?? undefined);
      return setStep("shown");
    }
    setStep("loading");
    try {
      if (!place.current) return;
      const theme = isDark === null ? "system" : isDark ? "dark" : "light";
      tell.current = await showComparison({ place: place.current, theme }, chosen ?? undefined);
      setStep("shown");
    } catch {
      setStep("failed");
    }
  };
  return (
    <>
      {session.needsBanner && <Banner {...understood} />}
      {step === "no-myeloma" && (
        <Screen title="No multiple myeloma on this record">
          <p role="alert">
            Among {counted(understood.counts.conditions, "condition")} none is coded as multiple
            myeloma. The comparison is for relapsed multiple myeloma only.
          </p>
          <Unread understood={understood} onAgain={onAgain} />
          <p class="actions">
            <button type="button" onClick={() => setStep("confirm")}>
              The patient has multiple myeloma
            </button>
            <button type="button" onClick={() => show(null)}>
              Show all patients
            </button>
          </p>
        </Screen>
      )}
      {step === "confirm" && (
        <Screen title="From the record">
          <p>Please check what was understood before it counts.</p>
          <Unread understood={understood} onAgain={onAgain} />
          <Confirm understood={understood} before={wasShown ? patient : null} onShow={show} />
        </Screen>
      )}
      {step === "loading" && <p role="status">Loading the comparison …</p>}
      {step === "failed" && (
        <Screen title="The comparison did not load">
          <p role="alert">The network may be interrupted. What was understood is still here.</p>
          <p class="actions">
            <button type="button" class="first" onClick={() => show(patient)}>
              Try again
            </button>
          </p>
        </Screen>
      )}
      {step === "shown" && (
        <Screen title="The comparison" isHidden>
          <p>
            From the record: {sentence(understood, patient)}.{" "}
            {patient === null && "Shown for all patients. "}
            <button type="button" class="plain" onClick={() => setStep("confirm")}>
              Correct
            </button>
          </p>
        </Screen>
      )}
      <div ref={place} hidden={step !== "shown"} />
    </>
  );
}
