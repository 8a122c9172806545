/**
 * Lists the names by which records and forms call data about one patient. A link that a record builds from its tokens
 * has these names in its address; the error states what to do instead. SECURITY.md prints the list.
 */

/**
 * These names match one word or several adjacent words, anywhere in a name: `hospital_mrn`, `date-of-birth`,
 * `NHS.number`.
 */
export const namesAnywhere = [
  // These names are those of numbers of a chart, a person or an insurance.
  ...["mrn", "mpi", "empi", "csn", "uhid", "ipp", "encounter", "accession", "acct"],
  ...["medicalrecord", "ssn", "socialsecurity", "nhs", "nino", "hcn", "phn", "ihi", "healthcard"],
  ...["mbi", "hicn", "medicare", "medicaid", "ahv", "ahvn", "avs", "navs", "versichertennummer"],
  ...["sozialversicherungsnummer", "bsn", "fodselsnummer", "hetu", "codicefiscale", "dni", "curp"],
  ...["cpf", "pesel", "passport"],
  // These names are those of dates.
  ...["dob", "birth", "dateofbirth", "yearofbirth", "geburtsdatum", "geburtstag", "geburtsjahr"],
  ...["gebdat", "datenaissance", "datedenaissance", "naissance", "datadinascita"],
  ...["fechadenacimiento", "fechanacimiento", "geboortedatum", "dateofdeath", "deceased"],
  // These names are those of names of a person.
  ...["surname", "forename", "vorname", "nachname", "prenom", "nomdefamille", "cognome"],
  ...["apellido", "apellidos", "achternaam", "voornaam"],
] as const;

const patientWords = ["p", "pt", "pat", "pnt"] as const;
const nameKinds = ["f", "first", "m", "middle", "l", "last", "full", "given", "family"] as const;

/**
 * These names also match anywhere: each word of a first list, followed by a word of the second: `lname`, `mrNo`,
 * `birth_dt`.
 */
export const namesOfTwo = [
  [
    [...patientWords, ...nameKinds, "maiden"],
    ["name", "nm"],
  ],
  [["name", "nm"], nameKinds],
  [
    [
      ...[
        ...patientWords,
        "mr",
        "chart",
        "record",
        "case",
        "fall",
        "visit",
        "encounter",
        "accession",
      ],
      ...["hospital", "acct", "account", "phone", "telephone", "tel", "mobile", "national", "nhs"],
      ...["chi", "insurance", "member", "ahv", "sv", "kv", "cpr", "person", "passport"],
    ],
    ["id", "no", "nr", "num", "number", "nummer"],
  ],
  [
    ["b", "birth", "death"],
    ["date", "dt", "day", "year", "yr"],
  ],
] as const;

/**
 * These names match only if nothing else stands in the name except the words in `around`: `name`, `person.name`,
 * `phone-no`.
 */
export const namesAlone = [
  ...["name", "names", "given", "family", "first", "last", "identifier", "subject", "person"],
  ...["sex", "gender", "geschlecht", "address", "street", "postcode", "postalcode", "zip", "plz"],
  ...["zipcode", "phone", "telephone", "tel", "mobile", "telecom", "email", "mail", "nom", "nhc"],
] as const;

const anywhere: ReadonlySet<string> = new Set([
  ...namesAnywhere,
  ...namesOfTwo.flatMap(([before, after]) =>
    before.flatMap((start) => after.map((end) => `${start}${end}`)),
  ),
]);
const alone: ReadonlySet<string> = new Set(namesAlone);

/** These words of a record may stand around a name that only matches alone. */
const around: ReadonlySet<string> = new Set([
  ...["person", "subject", "member", "resident", "ehr", "emr", "his", "kis", "fhir", "hl"],
  ...["id", "no", "nr", "num", "number", "nummer", "value", "text", "line", "city", "use"],
  "demographics",
]);

/** A listed name has at most this many adjacent words; `fecha-de-nacimiento` and `date-of-birth` have three. */
const mostWords = 4;

/** Returns the words of a name in small letters. A word ends at a capital (`birthDate`), a sign or a digit. */
export function wordsOf(name: string): readonly string[] {
  return inSmallLetters(name).match(/[a-z]+/g) ?? [];
}

/**
 * Returns the words without those that mix letters and digits, such as the number of a chart after its name:
 * `name-83zq`.
 */
function plainWords(name: string): readonly string[] {
  const parts = inSmallLetters(name).split(/[^a-z\d]+/);
  return parts.map((part) => part.replace(/\d+$/, "")).filter((part) => /^[a-z]+$/.test(part));
}

function inSmallLetters(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** Returns the listed name that a name is or contains; `null` for none. The result never repeats text of the caller. */
export function listedName(name: string): string | null {
  const words = wordsOf(name);
  for (const [first] of words.entries()) {
    for (let length = mostWords; length > 0; length -= 1) {
      const row = words.slice(first, first + length).join("");
      if (anywhere.has(row)) return row;
    }
  }
  const plain = plainWords(name);
  const wordsLeft = plain.filter((word) => !around.has(word));
  const wordLeft = wordsLeft.length > 0 ? wordsLeft.join("") : plain[0];
  return wordLeft !== undefined && alone.has(wordLeft) ? wordLeft : null;
}
