// A sent response is taken back by whoever has its receipt code, while the survey is open.
import type { Queries } from '../db/open.ts';
import { deleteResponse, responseByReceipt } from '../db/responses.ts';
import { countErasure } from '../db/surveys.ts';

/**
 * Deletes the response under this receipt, its words and its remarks, and tells whoever keeps columns to make them
 * anew. Call it inside a transaction.
 * @returns whether there was such a response; a second time there is not, and nothing changes.
 */
export async function withdrawResponse(db: Queries, survey: string, receiptHash: string): Promise<boolean> {
  const response = await responseByReceipt(db, survey, receiptHash);
  if (!response) return false;
  await deleteResponse(db, survey, response.id);
  await countErasure(db, survey);
  return true;
}
