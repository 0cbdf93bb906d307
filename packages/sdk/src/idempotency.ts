/**
 * A key for `idempotencyKey`: 128 random bits in hexadecimal, also where `randomUUID` is missing. Keep
 * it with a draft, so that filing again after a failure or a reload never files twice.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
