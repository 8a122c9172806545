/** What a value of a property of a cohort is called: `United States` of the region `us`; an unknown value is its own name. */
import { parameters } from "./parameters.ts";
import { properties } from "./properties.ts";

export function valueName(property: keyof typeof properties | "target", value: string): string {
  const { values } = property === "target" ? parameters.target : properties[property];
  return values?.[value] ?? value;
}
