/** All answers share one cache, so a request must never get the answer of another one. */
import { describe, expect, it } from "vitest";
import { app } from "../../../../functions/app.ts";
import { answered } from "../../../support/answered.ts";

const question = "age=61-65";
const frame = (origin: string): string => encodeURIComponent(`${origin}/embed?${question}`);

/** One question in all its formats. */
const addresses = ["https://one.example", "https://two.example"].flatMap((origin) =>
  [
    `/v1/comparison?${question}`,
    `/v1/comparison?${question}&outcome=orr`,
    `/v1/comparison.csv?${question}`,
    `/v1/reproduce.R?${question}`,
    `/v1/forest.svg?outcome=orr&${question}`,
    `/v1/forest.svg?outcome=cr&${question}`,
    `/v1/choices?${question}`,
    `/v1/screen/orr?${question}`,
    `/build?${question}`,
    `/oembed?url=${frame(origin)}`,
    `/oembed?url=${frame(origin)}&maxwidth=300`,
    `/embed?${question}`,
    `/embed?${question}&theme=dark`,
    `/embed?${question}&lang=en-US`,
    `/embed?${question}&utm_source=letter`,
  ].map((path) => `${origin}${path}`),
);
/** These answers contain their own site, so they differ between sites. */
const namesItsSite = /\/(build|oembed|embed)\?/;

async function ask(address: string): Promise<[whence: string, text: string]> {
  const { detail, text } = await answered(app, address);
  return [detail, text];
}

describe("the memory of answers", () => {
  it("gives each address its own", async () => {
    const first = new Map<string, string>();
    for (const address of addresses) {
      const [, text] = await ask(address);
      first.set(address, text);
    }
    for (const address of addresses.toReversed()) {
      expect([address, ...(await ask(address))]).toEqual([address, "memo", first.get(address)]);
    }
    const [own, alike] = [true, false].map((names) =>
      addresses.filter((address) => namesItsSite.test(address) === names),
    );
    const textsOf = (list: readonly string[] = []) =>
      new Set(list.map((address) => first.get(address)));
    expect(textsOf(own).size).toBe(own?.length);
    expect(textsOf(alike).size).toBe((alike?.length ?? 0) / 2);
  });

  it("keeps no answer about a patient", async () => {
    const address = `https://one.example/v1/comparison?${question}&patient-age=64`;
    const [whence, text] = await ask(address);
    expect([whence, ...(await ask(address))]).toEqual(["", "", text]);
    const [, without] = await ask(`https://one.example/v1/comparison?${question}`);
    expect(without).not.toBe(text);
  });
});
