// A form that carries a file, read whole: for files small enough to be shown again when something is wrong with them.
import express, { type RequestHandler } from 'express';

/** The largest such form, with its file. */
const largest = '3mb';

/**
 * Reads a multipart form: its fields as text, and a file as the text its bytes are, under the field's name, with its
 * own name under `<field>:name`. A field left empty is an empty text.
 */
export const readUploadForm: readonly RequestHandler[] = [
  express.raw({ type: 'multipart/form-data', limit: largest }),
  async (request, _response, next) => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) return next();
    request.body = await fieldsOf(new Uint8Array(body), request.headers['content-type'] ?? '');
    next();
  },
];

async function fieldsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null);
  // The parser of fetch; what it cannot read is no form, and lacks the token every form must have.
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else {
      fields[name] = textOf(new Uint8Array(await value.arrayBuffer()));
      fields[`${name}:name`] = value.name;
    }
  }
  return fields;
}

/** UTF-8 where the bytes are that, else what spreadsheets on Windows write: UTF-16 with its mark, or one byte a letter. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
