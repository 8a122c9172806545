import { describe, expect, it } from "vitest";
import { isRecordSystemOrigin } from "#widget/ehr/hand-over.ts";

const ownOrigin = "https://compare.example.org";
const sources = "'self' https://ehr.example https://*.hospital.example:8443 http://localhost:9000";

describe("a record system", () => {
  it.each([
    ownOrigin,
    "https://ehr.example",
    "https://ward.hospital.example:8443",
    "https://a.ward.hospital.example:8443",
    "http://localhost:9000",
  ])("is %s", (origin) => {
    expect(isRecordSystemOrigin(origin, sources, ownOrigin)).toBe(true);
  });

  it.each([
    "null",
    "",
    "*",
    "http://ehr.example",
    "https://ehr.example:444",
    "https://ehr.example/",
    "https://ehr.example.evil.example",
    "https://evil-ehr.example",
    "https://sub.ehr.example",
    "https://hospital.example:8443",
    "https://ward.hospital.example",
    "https://evilhospital.example:8443",
    "http://localhost",
    "https://compare.example.org.evil.example",
  ])("is not %j", (origin) => {
    expect(isRecordSystemOrigin(origin, sources, ownOrigin)).toBe(false);
  });

  it("is nobody with 'none'", () => {
    expect(isRecordSystemOrigin(ownOrigin, "'none'", ownOrigin)).toBe(false);
  });
});
