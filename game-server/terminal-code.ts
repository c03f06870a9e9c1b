import { renderUnicodeCompact } from "uqr";

/** Light modules around the code; readers want four, and take two where nothing else is near. */
const QUIET = 2;

/** A link as a QR code in lines for a terminal: light blocks on the dark ground that most have. */
export function terminalCode(link: string): string {
  return renderUnicodeCompact(link, { border: QUIET });
}
