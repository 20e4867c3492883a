// The order of the rows in the file of one request: its own, and the same at every fetch. In the order in which answers
// came, the lines of two files would belong together.
import { createHmac } from 'node:crypto';

/**
 * The place of a response among the others, made of its sequence number, the request and the server's own secret: nobody
 * can work it out, and nothing has to be kept.
 */
export function orderOfRequest(secret: string, project: string, entry: number): (sequence: number) => number {
  const key = createHmac('sha256', secret).update(`rows\0${project}\0${entry}`).digest();
  return (sequence) => createHmac('sha256', key).update(String(sequence)).digest().readUIntBE(0, 6);
}
