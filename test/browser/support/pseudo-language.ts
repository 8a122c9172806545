/**
 * A language made from English: every letter accented, every vowel twice. What a screen shows without
 * accents is in no catalogue, and what is longer shows where there is no room.
 */

const english = "aeiouAEIOUbcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ";
const pseudo = "áéíóúÁÉÍÓÚƀçđƒğĥĵķļḿñƥɋŕšťṽŵẋýžƁÇĐƑĞĤĴĶĻḾÑƤɊŔŠŤṼŴẊÝŽ";

/** Accented letters stay, so that a text may be told another one. */
function pseudoText(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const accented = pseudo.charAt(english.indexOf(letter));
    return /[aeiou]/i.test(letter) ? accented + accented.toLowerCase() : accented;
  });
}

/** Said of a language, and not in it. */
const tags = ["en", "ltr"];

/** A catalogue, or a part of one, in this language. */
export function pseudoWords<Words>(words: Words): Words {
  return changed(words) as Words;
}

function changed(words: unknown): unknown {
  if (typeof words === "string") return tags.includes(words) ? words : pseudoText(words);
  if (typeof words === "function") return (...told: unknown[]) => changed(words(...told));
  if (Array.isArray(words)) return words.map(changed);
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, changed(value)]));
}
