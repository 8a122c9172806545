/** All screens but that of the record itself. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { LaunchProblem } from "./problem.ts";
import problems from "./problems.json" with { type: "json" };
import type { Understood } from "./record-facts.ts";
import type { LaunchIssuer } from "./settings.ts";
import { notRead, saidOfPerson } from "./words.ts";

interface ScreenProps {
  title: string;
  /** Heard, not seen. */
  isHidden?: boolean;
  children: ComponentChildren;
}

/** What was on screen before is gone, so whoever does not see it is led to the heading. */
export function Screen({ title, isHidden = false, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section class={isHidden ? "wide" : undefined}>
      <h1 ref={heading} class={isHidden ? "heard" : undefined} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

export function Waiting({ text }: { text: string }) {
  return (
    <section>
      <h1>Launch from the record</h1>
      <p role="status">{text}</p>
    </section>
  );
}

interface ProblemProps {
  problem: LaunchProblem;
  /** The record, if it is one of ours. */
  issuer: LaunchIssuer | undefined;
  onRetry: () => void;
  site: string;
}

export function Problem({ problem: { kind, said }, issuer, onRetry, site }: ProblemProps) {
  const { title, text } = problems[kind];
  const canRetry = kind === "unreached" || kind === "unloaded";
  const startsAgain = !canRetry && !["unclear", "unlisted", "no-storage"].includes(kind);
  return (
    <Screen title={title}>
      <p role="alert">{text}</p>
      {said && <p class="quiet">The server of the record says: “{said}”</p>}
      {startsAgain && <p>Open it again from the record{issuer && ", or sign in here"}.</p>}
      <p class="actions">
        {canRetry && (
          <button type="button" class="first" onClick={onRetry}>
            Try again
          </button>
        )}
        {kind === "no-storage" && (
          <a class="button first" href={location.href} target="_blank" rel="noopener noreferrer">
            Open in a new window
          </a>
        )}
        {startsAgain && issuer && (
          <a
            class="button first"
            href={`${site}/launch?${new URLSearchParams({ iss: issuer.issuer })}`}
          >
            Sign in again
          </a>
        )}
        <WithoutRecord site={site} />
      </p>
    </Screen>
  );
}

/** Our page must not take the frame of a record, which may not show it. */
function WithoutRecord({ site }: { site: string }) {
  const elsewhere =
    window.parent === window ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <a class="button" href={`${site}/embed`} {...elsewhere}>
      Without a record
    </a>
  );
}

interface ChooseProps {
  issuers: readonly LaunchIssuer[];
  onChoose: (issuer: LaunchIssuer) => void;
  site: string;
}

/** A launch that no record began. */
export function Choose({ issuers, onChoose, site }: ChooseProps) {
  return (
    <Screen title="Launch from a record">
      <p>
        Sign in at a record and choose the patient there. What is read stays in this browser and is
        not kept.
      </p>
      <p class="actions">
        {issuers.map((issuer) => (
          <button type="button" class="first" key={issuer.issuer} onClick={() => onChoose(issuer)}>
            Sign in at {issuer.name}
          </button>
        ))}
        <WithoutRecord site={site} />
      </p>
    </Screen>
  );
}

export function Banner({ person, unread }: Pick<Understood, "person" | "unread">) {
  if (person === null) {
    return (
      <section class="patient-banner" aria-label="Patient">
        {notRead("who the patient is", unread.patient)}
      </section>
    );
  }
  const [name, ...others] = saidOfPerson(person);
  return (
    <section class="patient-banner" aria-label="Patient">
      <strong>{name}</strong>
      {others.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </section>
  );
}
