/**
 * The closed list of names by which records and forms call what is known of one patient. A link that a record builds
 * of its tokens has them in its address, and is told what to do instead. SECURITY.md prints the list.
 */

/**
 * These count as one word or several words in a row, anywhere in a name: `hospital_mrn`, `date-of-birth`,
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
  // Names.
  ...["surname", "forename", "vorname", "nachname", "prenom", "nomdefamille", "cognome"],
  ...["apellido", "apellidos", "achternaam", "voornaam"],
] as const;

const whose = ["p", "pt", "pat", "pnt"] as const;
const which = ["f", "first", "m", "middle", "l", "last", "full", "given", "family"] as const;

/** Holds the same for each word of the first list with one of the second after it: `lname`, `mrNo`, `birth_dt`. */
export const namesOfTwo = [
  [
    [...whose, ...which, "maiden"],
    ["name", "nm"],
  ],
  [["name", "nm"], which],
  [
    [
      ...[...whose, "mr", "chart", "record", "case", "fall", "visit", "encounter", "accession"],
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
 * These count only if nothing else stands in the name but the words in `around`: `name`, `person.name`, `phone-no`.
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

/** Words of a record around a name of the second list. */
const around: ReadonlySet<string> = new Set([
  ...["person", "subject", "member", "resident", "ehr", "emr", "his", "kis", "fhir", "hl"],
  ...["id", "no", "nr", "num", "number", "nummer", "value", "text", "line", "city", "use"],
  "demographics",
]);

/** The most words in a row: `fecha-de-nacimiento` and `date-of-birth` have three. */
const mostWords = 4;

/** The words of a name in small letters: at capitals (`birthDate`), signs and digits a word ends. */
export function wordsOf(name: string): readonly string[] {
  return inSmallLetters(name).match(/[a-z]+/g) ?? [];
}

/** Leaves out words that mix letters and digits, such as the number of a chart after its name: `name-83zq`. */
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

/** The name of the list that a name is or holds; `null` for none. It never repeats what was asked. */
export function listedName(name: string): string | null {
  const words = wordsOf(name);
  for (const [first] of words.entries()) {
    for (let length = mostWords; length > 0; length -= 1) {
      const row = words.slice(first, first + length).join("");
      if (anywhere.has(row)) return row;
    }
  }
  const plain = plainWords(name);
  const remaining = plain.filter((word) => !around.has(word));
  const left = remaining.length > 0 ? remaining.join("") : plain[0];
  return left !== undefined && alone.has(left) ? left : null;
}
