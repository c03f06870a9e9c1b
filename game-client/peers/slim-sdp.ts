/** Lines of a description without which two browsers cannot connect by one line of Opus. */
const NEEDED =
  /^(v=|o=|s=|t=|m=|c=|a=(group|msid-semantic|msid|mid|ice-ufrag|ice-pwd|ice-options|fingerprint|setup|sendrecv|sendonly|recvonly|inactive|rtcp-mux|rtpmap|fmtp)\b)/;

/**
 * A description with nothing but what is needed, to fit into a message of a room, which has at most 1 kB: the rest (feedback,
 * header extensions, stream ids of old browsers) is offered for features that a voice does without. Candidates travel by themselves.
 */
export function slimSdp(sdp: string): string {
  const lines = sdp.split(/\r?\n/).filter((line) => NEEDED.test(line));
  return `${lines.join("\r\n")}\r\n`;
}
