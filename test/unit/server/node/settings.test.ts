import { describe, expect, it } from "vitest";
import { readSettings } from "#server/node/settings.ts";

it("nothing has to be set; what is set empty counts as not set", () => {
  const expected = {
    ...{ APP_ENV: "production", EMBED_ANCESTORS: "*", HOST: "127.0.0.1", PORT: 8787 },
    DRAIN_SECONDS: 5,
  };
  expect(readSettings({}).settings).toEqual(expected);
  expect(readSettings({ PORT: "", BASE_PATH: "", HOME: "/root" }).settings).toEqual(expected);
});

describe.each([
  ["PORT", ["0", "1", "65535"], ["65536", "-1", "80.5", "1e3", " 80", "http"]],
  ["BASE_PATH", ["/myeloma", "/a/b-c_d.e~f"], ["/", "myeloma", "/a/", "//a", "/a b", "/v1", "/é"]],
  [
    "PUBLIC_ORIGIN",
    ["https://a.example", "http://a:81"],
    ["https://a.example/", "a.example", "ftp://a", "https://A.example"],
  ],
  ["DRAIN_SECONDS", ["0", "300"], ["-1", "301", "off"]],
  ["APP_ENV", ["local", "production"], ["prod"]],
  ["EMBED_ANCESTORS", ["'none'", "https://a.example"], ["https://a.example;", "a"]],
  ["EHR_ANCESTORS", ["'none'", "https://a.example"], ["*", "a"]],
  ["OPERATOR_CONTACT", ["mailto:a@b.example"], ["a@b.example"]],
])("%s", (name, good, bad) => {
  it.each(good)("may be %j", (value) => {
    expect(readSettings({ [name]: value }).problems).toBeNull();
  });
  it.each(bad)("is refused as %j, by name and with what is allowed", (value) => {
    const { problems } = readSettings({ [name]: value });
    expect(problems).toMatchObject([{ name, message: expect.stringContaining("allowed") }]);
  });
});
