/** The age on a day, from a birth date as FHIR writes it: a year, a month or a day. */

const oldest = 130;

/** `null` if missing, impossible, or too vague to tell; by the clock's own time zone. */
export function ageAt(birthDate: unknown, now: Date): number | null {
  if (typeof birthDate !== "string") return null;
  const [whole, year = "", month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(birthDate) ?? [];
  if (whole === undefined) return null;
  const earliest = at(year, month ?? "01", day ?? "01");
  const latest = at(year, month ?? "12", day ?? String(lastDay(year, month ?? "12")));
  if (earliest === null || latest === null) return null;
  const [age, atLeast] = [yearsSince(earliest, now), yearsSince(latest, now)];
  return age === atLeast && age >= 0 && age <= oldest ? age : null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function at(year: string, month: string, day: string): Day | null {
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  const exists =
    read.month >= 1 && read.month <= 12 && read.day >= 1 && read.day <= lastDay(year, month);
  return exists ? read : null;
}

function lastDay(year: string, month: string): number {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function yearsSince({ year, month, day }: Day, now: Date): number {
  const months = now.getMonth() + 1 - month;
  const hadBirthday = months > 0 || (months === 0 && now.getDate() >= day);
  return now.getFullYear() - year - (hadBirthday ? 0 : 1);
}
