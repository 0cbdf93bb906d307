/** The bytes of each character, found by reading what every pair of bytes says. */
function pairs(): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}

/** A text in GBK, the encoding of many old sites, which Node only reads. */
export function encodeGbk(text: string): Uint8Array {
  const known = pairs();
  return new Uint8Array(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? [code] : (known.get(character) ?? []);
    }),
  );
}
