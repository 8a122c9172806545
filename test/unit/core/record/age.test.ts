import fc from "fast-check";
import { expect, it } from "vitest";
import { ageAt } from "#core/record/age.ts";

const today = new Date(2026, 10, 21);

it.each([
  ["1955-11-20", 71],
  ["1955-11-21", 71],
  ["1955-11-22", 70],
  ["1955-10", 71],
  ["1955-12", 70],
  ["2026-11-21", 0],
])("born %s is %i", (birthDate, age) => {
  expect(ageAt(birthDate, today)).toBe(age);
});

it.each([
  ["1955-11", "the birthday may have been"],
  ["1955", "the birthday may have been"],
  ["2027-01-01", "in the future"],
  ["1890-01-01", "older than anyone"],
  ["1955-02-30", "no such day"],
  ["1955-13-01", "no such month"],
  ["1955-00-01", "no such month"],
  ["55-01-01", "no year"],
  ["1955-1-1", "not as FHIR writes it"],
  [1955, "not a text"],
  [undefined, "missing"],
])("born %s has no known age: %s", (birthDate, _why) => {
  expect(ageAt(birthDate, today)).toBeNull();
});

it("knows the age from a year or a month once the birthday must have been", () => {
  expect(ageAt("1955", new Date(2026, 11, 31))).toBe(71);
  expect(ageAt("1955-11", new Date(2026, 10, 30))).toBe(71);
});

it("counts the birthday of 29 February from 1 March in other years", () => {
  expect(ageAt("1956-02-29", new Date(2026, 1, 28))).toBe(69);
  expect(ageAt("1956-02-29", new Date(2026, 2, 1))).toBe(70);
});

it("agrees with what is left open: every day that the year or month can mean", () => {
  const days = fc.date({
    min: new Date(1920, 0, 1),
    max: new Date(2026, 10, 20),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (born) => {
      const whole = `${born.getFullYear()}-${two(born.getMonth() + 1)}-${two(born.getDate())}`;
      const age = ageAt(whole, today);
      expect(age).not.toBeNull();
      for (const part of [whole.slice(0, 4), whole.slice(0, 7)]) {
        expect([age, null]).toContain(ageAt(part, today));
      }
    }),
  );
});

const two = (value: number) => String(value).padStart(2, "0");

it("never throws", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      ageAt(value, today);
    }),
  );
});
