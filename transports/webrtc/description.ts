/** The media section of a connection that has data channels and nothing else. */
const DATA = /^m=application \d+ UDP\/DTLS\/SCTP webrtc-datachannel$/;
/** Lines that a description must have for the connection to be told apart from others and to be encrypted. */
const NEEDED = [
  /^a=ice-ufrag:[\w+/=-]{4,256}$/,
  /^a=ice-pwd:[\w+/=-]{22,256}$/,
  /^a=fingerprint:sha-(?:256|384|512) (?:[\dA-Fa-f]{2}:)+[\dA-Fa-f]{2}$/,
  /^a=setup:(?:actpass|active|passive)$/,
];

/**
 * An offer as the engine may see it, or undefined when it is not an offer of data channels. All candidates are taken
 * out: the server sends nothing to addresses that a stranger wrote down, it answers whoever calls.
 */
export function cleanOffer(sdp: string): string | undefined {
  const lines = sdp
    .split(/\r?\n/)
    .filter((line) => line !== "" && !/^a=(?:candidate|end-of-candidates)/.test(line));
  const media = lines.filter((line) => line.startsWith("m="));
  if (lines[0] !== "v=0" || media.length !== 1 || !DATA.test(media[0] ?? "")) return undefined;
  if (!NEEDED.every((needed) => lines.filter((line) => needed.test(line)).length === 1)) return undefined;
  return `${lines.join("\r\n")}\r\n`;
}

/** An answer that names one address in place of those that the machine has itself. */
export function withAddress(sdp: string, address: string, port: number): string {
  const kept = sdp.split("\r\n").filter((line) => !line.startsWith("a=candidate:") && line !== "");
  const candidate = `a=candidate:1 1 UDP 2114977791 ${address} ${port} typ host`;
  const end = kept.indexOf("a=end-of-candidates");
  kept.splice(end < 0 ? kept.length : end, 0, candidate);
  return `${kept.join("\r\n")}\r\n`;
}
