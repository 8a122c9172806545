/**
 * The closed list of names by which records and forms call what is known of one patient. A link that a record builds
 * of its tokens has them in its address. SECURITY.md prints the list.
 */

/** As a word, or as several in a row, anywhere in a name: `hospital_mrn`, `date-of-birth`, `NHS.number`. */
export const namesAnywhere = [
  // Numbers of a chart, a person, an insurance.
  ...["mrn", "mrnumber", "mpi", "empi", "csn", "encounter", "encounterid", "visitnumber"],
  ...["chartnumber", "medicalrecord", "recordnumber", "hospitalnumber", "casenumber", "fallnummer"],
  ...["fallnr", "patid", "patnr", "pid", "ssn", "socialsecurity", "nationalid", "nationalnumber"],
  ...["nhs", "nhsnumber", "nhsno", "chinumber", "nino", "hcn", "phn", "ihi", "healthcard", "mbi"],
  ...["hicn", "medicare", "medicaid", "insurancenumber", "insuranceid", "memberid", "ahv", "ahvn"],
  ...["ahvnummer", "ahvnr", "avs", "navs", "svnr", "kvnr", "versichertennummer"],
  ...["sozialversicherungsnummer", "bsn", "cprnumber", "personnummer", "fodselsnummer", "hetu"],
  ...["codicefiscale", "passport", "passportnumber"],
  // Dates.
  ...["dob", "birth", "birthdate", "birthday", "birthyear", "dateofbirth", "yearofbirth", "bday"],
  ...["geburtsdatum", "geburtstag", "geburtsjahr", "gebdat", "datenaissance", "datedenaissance"],
  ...["naissance", "datadinascita", "fechadenacimiento", "fechanacimiento", "geboortedatum"],
  ...["deathdate", "dateofdeath", "deceased"],
  // Names.
  ...["firstname", "lastname", "middlename", "fullname", "givenname", "familyname", "surname"],
  ...["forename", "maidenname", "vorname", "nachname", "prenom", "nomdefamille", "cognome"],
  ...["apellido", "apellidos", "achternaam", "voornaam"],
] as const;

/** Only if nothing else stands in the name but those in `around`: `name`, `person.name`, `phone-no`. */
export const namesAlone = [
  ...["name", "names", "given", "family", "first", "last", "identifier", "subject", "person"],
  ...["sex", "gender", "geschlecht", "address", "street", "postcode", "postalcode", "zip", "plz"],
  ...["zipcode", "phone", "telephone", "tel", "mobile", "telecom", "email", "mail", "nom", "nhc"],
] as const;

const anywhere: ReadonlySet<string> = new Set(namesAnywhere);
const alone: ReadonlySet<string> = new Set(namesAlone);

/** Words of a record around a name of the second list. */
const around = new Set(
  ["person", "subject", "member", "resident", "ehr", "emr", "his", "kis", "fhir", "hl"].concat([
    "id",
    "no",
    "nr",
    "num",
    "number",
    "nummer",
    "value",
    "text",
    "line",
    "city",
    "use",
    "demographics",
  ]),
);

/** In a row: `fecha-de-nacimiento` and `date-of-birth` have three. */
const mostWords = 4;

/** The words of a name in small letters: at capitals (`birthDate`), signs and digits a word ends. */
export function wordsOf(name: string): readonly string[] {
  return inSmallLetters(name).match(/[a-z]+/g) ?? [];
}

/** Without those that are mixed of letters and digits, as a number of a chart after its name: `name-83zq`. */
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
  const others = plain.filter((word) => !around.has(word));
  const left = others.length > 0 ? others.join("") : plain[0];
  return left !== undefined && alone.has(left) ? left : null;
}
