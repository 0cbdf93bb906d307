/** Longer ones are cut, so that no step of a comparison can take long. */
const longest = 400;

const sentence = /[^。；！？\n]+[。；！？]*[”’）』」]*|[。；！？]+/g;

/** The sentences of a text in order, without the space around them. */
export function sentencesOf(text: string): string[] {
  const found = text.match(sentence) ?? [];
  return found
    .map((each) => each.trim())
    .filter(Boolean)
    .flatMap(shortened);
}

/** Cuts after the last comma that leaves a piece short enough, else anywhere. */
function shortened(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const comma = Math.max(
      rest.lastIndexOf('，', longest - 1),
      rest.lastIndexOf('、', longest - 1),
    );
    const end = comma < longest / 4 ? longest : comma + 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

const word = /\d[\d.,]*%?|[A-Za-z]+|\s+|[^]/gu;

/** What is compared within a sentence: characters, but numbers and Latin words whole. */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}
