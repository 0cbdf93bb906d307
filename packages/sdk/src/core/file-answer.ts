/** A file that was asked for. */
export interface FileAnswer {
  blob: Blob;
  /** As the service names it; empty when it does not. */
  name: string;
  /** Media type. */
  type: string;
}

/** The name in a `Content-Disposition` (RFC 6266): the encoded form first, which any script needs. */
function nameIn(disposition: string): string {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const given = plain?.[1] ?? plain?.[2] ?? '';
  try {
    return encoded === undefined ? given : decodeURIComponent(encoded);
  } catch {
    return given;
  }
}

export async function readFile(response: Response): Promise<FileAnswer> {
  const { headers } = response;
  const blob = await response.blob();
  const type = headers.get('content-type') ?? 'application/octet-stream';
  return { blob, type, name: nameIn(headers.get('content-disposition') ?? '') };
}
