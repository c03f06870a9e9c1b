import type { RequestHandler } from "express";
import { REFUSALS } from "#transports/contract/refusals.ts";

/** Answers refusals under status 200 to pages that ask for it, with the status that is meant in a header. */
export const quietRefusals: RequestHandler = (request, response, next) => {
  if (request.get(REFUSALS.asked) === REFUSALS.quiet) {
    response.status = (status) => {
      if (status >= 400) response.set(REFUSALS.status, String(status));
      response.statusCode = status >= 400 ? 200 : status;
      return response;
    };
  }
  next();
};
