import { REFUSALS } from "../contract/refusals.ts";

/** As `fetch`, for what may well be refused: the refusal is the same answer, and leaves no error in the console. */
export async function quietFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set(REFUSALS.asked, REFUSALS.quiet);
  const answer = await fetch(url, { ...init, headers });
  const refused = Number(answer.headers.get(REFUSALS.status));
  if (!(refused >= 400 && refused < 600)) return answer;
  return new Response(answer.body, { status: refused, headers: answer.headers });
}
