import type { RequestHandler } from "express";
import { reasonBody } from "../contract/reasons.ts";

/**
 * Refuses bodies of another type. The types that are expected are those that a page of another site cannot send without
 * asking first (a "simple" request may be text, a form, or without a type).
 */
export function requireType(...types: ("application/json" | "application/octet-stream")[]): RequestHandler {
  return (request, response, next) => {
    const sent = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
    if (types.some((type) => type === sent)) {
      next();
      return;
    }
    response.status(415).json({ code: 415, ...reasonBody("type_needed", { types: types.join('" or "') }) });
  };
}
