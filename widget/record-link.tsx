/** A trial's name, linked to its publication or, if there is none, to its own record here. */
import { surroundings } from "./page/environment.ts";
import { NewTab } from "./views/links.tsx";

interface Props {
  cohort: string;
  label: string;
  /** Address of the trial's own publication. */
  publication?: string | null;
  /** Origin of the service, for what the server draws as well. */
  site?: string;
}

export function RecordLink({ cohort, label, publication, site = surroundings.site }: Props) {
  return <NewTab href={publication ?? `${site}/v1/cohorts/${cohort}`}>{label}</NewTab>;
}
