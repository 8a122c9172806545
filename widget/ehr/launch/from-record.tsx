/** What the record says, then the comparison, whose form for a patient says it again to be confirmed. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { MyelomaCompare } from "../../element.tsx";
import { startEntries } from "../../page/history.ts";
import type { HandedOver } from "../../store.ts";
import { type HostStyle, hostStyle, isDark } from "./host-style.ts";
import { canBeReadAgain, handedOverBy, missingIn } from "./in-words.ts";
import { readRecord, readStyle } from "./read-record.ts";
import { type Understood, understood } from "./record-facts.ts";
import { Banner, Screen } from "./screens.tsx";
import type { Session } from "./sign-in.ts";
import { counted } from "./words.ts";

interface Props {
  needsBanner: boolean;
  understood: Understood;
  theme: Theme;
  onAgain: () => void;
}

const entries = startEntries();

type Theme = "dark" | "light" | "system";

/** @throws LaunchProblem if the record cannot be read. */
export async function fromRecord(session: Session, onAgain: () => void): Promise<VNode> {
  const [record, given] = await Promise.all([readRecord(session), readStyle(session)]);
  return (
    <FromRecord
      needsBanner={session.needsBanner}
      understood={understood(record, new Date())}
      theme={worn(hostStyle(given))}
      onAgain={onAgain}
    />
  );
}

/** Gives the page these colours. */
function worn(style: HostStyle): Theme {
  const { documentElement } = document;
  for (const [name, value] of Object.entries(style)) documentElement.style.setProperty(name, value);
  const dark = isDark(style);
  if (dark === null) return "system";
  const theme = dark ? "dark" : "light";
  documentElement.dataset.theme = theme;
  return theme;
}

function FromRecord({ needsBanner, understood, theme, onAgain }: Props) {
  const handed = (opens: boolean) => handedOverBy(understood, { opens, needsBanner, onAgain });
  const lacksMyeloma = understood.myeloma?.length === 0;
  const [shown, setShown] = useState(() => (lacksMyeloma ? null : handed(true)));
  const missing = missingIn(understood);
  return (
    <>
      {needsBanner && <Banner {...understood} />}
      {shown ? (
        <Comparison handed={shown} theme={theme} />
      ) : (
        <Screen title="No multiple myeloma on this record">
          <p role="alert">
            Among {counted(understood.counts.conditions, "condition")} none is coded as multiple
            myeloma. The comparison is for relapsed multiple myeloma only.
          </p>
          {missing && (
            <p class="notice" role="note">
              {missing}{" "}
              {canBeReadAgain(understood) && (
                <button type="button" class="plain" onClick={onAgain}>
                  Try again
                </button>
              )}
            </p>
          )}
          <p class="actions">
            <button type="button" onClick={() => setShown(handed(true))}>
              The patient has multiple myeloma
            </button>
            <button type="button" onClick={() => setShown(handed(false))}>
              Show all patients
            </button>
          </p>
        </Screen>
      )}
    </>
  );
}

/** The same element as everywhere, whose script the page has. */
function Comparison({ handed, theme }: { handed: HandedOver; theme: Theme }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = document.createElement("myeloma-compare") as MyelomaCompare;
    element.setAttribute("theme", theme);
    element.handOver(handed);
    entries.followLayers(element);
    place.current?.replaceChildren(element);
  }, [handed, theme]);
  return (
    <Screen title="The comparison" isHidden>
      <div ref={place} />
    </Screen>
  );
}
