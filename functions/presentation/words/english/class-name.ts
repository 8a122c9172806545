import { longName, shortName } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { GroupName } from "../codes.ts";

/** `null` for any other group. */
export function className(group: string): GroupName | null {
  return isClass(group) ? { short: shortName[group], long: longName[group] } : null;
}

function isClass(group: string): group is TherapyClass {
  return Object.hasOwn(shortName, group);
}
