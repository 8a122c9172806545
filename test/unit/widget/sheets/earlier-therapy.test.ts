import { describe, expect, it } from "vitest";
import type { EarlierKinds } from "#core/question/patient.ts";
import { toggleEarlierOption } from "#widget/sheets/patient-form.tsx";

type Option = Parameters<typeof toggleEarlierOption>[1];

describe("earlier BCMA-directed therapy, pressed one after the other", () => {
  it.each<[readonly Option[], EarlierKinds | null]>([
    [["adc"], ["adc"]],
    [
      ["car-t", "adc"],
      ["adc", "car-t"],
    ],
    [["car-t", "adc", "car-t"], ["adc"]],
    [["adc", "adc"], null],
    [["none"], []],
    [["none", "none"], null],
    [["none", "bispecific"], ["bispecific"]],
    [["adc", "none"], []],
    [["some"], "some"],
    [["some", "some"], null],
    [["some", "car-t"], ["car-t"]],
    [["car-t", "some"], "some"],
    [["none", "some"], "some"],
  ])("%j is %j", (ticks, expected) => {
    const nothing: EarlierKinds | null = null;
    expect(ticks.reduce<EarlierKinds | null>(toggleEarlierOption, nothing)).toEqual(expected);
  });
});
