/** Results of single studies in their subgroups: all of `/v1/subgroups`. */
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import { comparisonClient } from "./client.ts";

/** By installation. Requests are kept, and not aborted when a sheet is closed. */
const known = new Map<string, Promise<readonly SubgroupTable[]>>();

/** Everything at once: a request for some of it would tell what was said of a patient. */
export function allSubgroups(apiBase: string): Promise<readonly SubgroupTable[]> {
  const asked = known.get(apiBase) ?? comparisonClient(apiBase).subgroups();
  known.set(apiBase, asked);
  asked.catch(() => known.delete(apiBase));
  return asked;
}
