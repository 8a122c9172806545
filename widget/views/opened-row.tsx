/**
 * What lies under an opened row. Its part of the script is no part of the first view: it comes right
 * after it, so that a row opens at once, and without a connection, too.
 */
import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Detail } from "./detail.tsx";
import { FailureState, LoadingTrials } from "./states.tsx";

let view: typeof Detail | null = null;

/** Rejects when it cannot be had now. */
export async function loadDetail(): Promise<void> {
  view ??= (await import("./detail.tsx")).Detail;
}

export function OpenedRow(props: ComponentProps<typeof Detail>) {
  const [state, setState] = useState<"loading" | "ready" | "failed">(view ? "ready" : "loading");
  const load = () => {
    setState("loading");
    loadDetail().then(
      () => setState("ready"),
      () => setState("failed"),
    );
  };
  useEffect(() => {
    if (!view) load();
  }, []);
  const View = view;
  if (View) return <View {...props} />;
  if (state !== "failed") return <LoadingTrials strings={props.strings} />;
  return (
    <FailureState
      failure={{ kind: navigator.onLine ? "failed" : "offline" }}
      strings={props.strings}
      beside="part"
      onRetry={load}
      onReset={load}
    />
  );
}
