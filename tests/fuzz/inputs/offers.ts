import fc from "fast-check";

/** An offer of data channels as browsers write it, with names and a fingerprint that nobody has. */
export const OFFER = [
  "v=0",
  "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0",
  "a=msid-semantic: WMS",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "c=IN IP4 0.0.0.0",
  "a=ice-ufrag:F7gI",
  "a=ice-pwd:x9cml/YzichV2+XlhiMu8g12",
  "a=ice-options:trickle",
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => (i + 160).toString(16).toUpperCase()).join(":")}`,
  "a=setup:actpass",
  "a=mid:0",
  "a=sctp-port:5000",
  "a=max-message-size:262144",
];

/** Lines that a parser of descriptions may not expect. */
const STRANGE = [
  "",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "m=application 99999999999999999999 UDP/DTLS/SCTP webrtc-datachannel",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "a=sctp-port:99999999999999999999",
  "a=sctp-port:-1",
  "a=sctp-port:x",
  "a=sctpmap:5000 webrtc-datachannel 1024",
  "a=max-message-size:99999999999999999999",
  "a=max-message-size:0",
  "a=max-message-size:-5",
  "a=mid:",
  `a=mid:${"x".repeat(2000)}`,
  "a=candidate:1 1 UDP 1 127.0.0.1 9 typ host",
  "a=candidate:",
  "a=fingerprint:sha-256 00",
  "a=fingerprint:sha-1 00:11",
  "a=fingerprint:sha-512 AA:BB",
  "a=ice-ufrag:",
  "a=ice-pwd:short",
  "a=setup:holdconn",
  "a=setup:passive",
  "a=rtpmap:999999999999 opus/48000/2",
  "a=extmap:99999999999 x",
  "a=ssrc:99999999999 cname:x",
  "a=group:BUNDLE 0 1 2 3",
  "a=inactive",
  "a=ice-lite",
  "a",
  "=",
  "a=",
  "z=0",
  "c=IN IP6 ::",
  "b=AS:99999999999999",
  "\u0000",
  "v=1",
];

type Change =
  | { readonly kind: "drop" | "double"; readonly at: number }
  | { readonly kind: "put"; readonly at: number; readonly line: string }
  | { readonly kind: "edit"; readonly at: number; readonly from: number; readonly text: string };

const at = fc.nat(OFFER.length - 1);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom("drop" as const, "double" as const), at }),
  fc.record({ kind: fc.constant("put" as const), at, line: fc.constantFrom(...STRANGE) }),
  fc.record({ kind: fc.constant("edit" as const), at, from: fc.nat(30), text: fc.string({ maxLength: 12 }) }),
);

function apply(lines: readonly string[], edit: Change): readonly string[] {
  return lines.flatMap((line, i) => {
    if (i !== edit.at) return [line];
    if (edit.kind === "put") return [line, edit.line];
    if (edit.kind !== "edit") return edit.kind === "drop" ? [] : [line, line];
    return [line.slice(0, edit.from) + edit.text + line.slice(edit.from + edit.text.length)];
  });
}

/** Offers with up to three small changes, in lines of either ending. */
export const offer: fc.Arbitrary<string> = fc
  .tuple(fc.array(change, { maxLength: 3 }), fc.constantFrom("\r\n", "\n"))
  .map(([changes, ending]) => changes.reduce<readonly string[]>(apply, OFFER).join(ending) + ending);
