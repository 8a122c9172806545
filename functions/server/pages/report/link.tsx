/** A link of a report: out of the site in a new tab, so that the page that is read stays. */
import type { ComponentChildren } from "preact";
import { Outward } from "../kit/outward.tsx";

interface Props {
  /** `null`: it leads nowhere. */
  href: string | null;
  children: ComponentChildren;
}

export function Link({ href, children }: Props) {
  if (href === null || !/^[/#?]/.test(href)) return <Outward href={href}>{children}</Outward>;
  return <a href={href}>{children}</a>;
}

/** The record of a cohort. */
export function RecordLink({ cohort, label }: { cohort: string; label: string }) {
  return <a href={`/v1/cohorts/${cohort}`}>{label}</a>;
}
