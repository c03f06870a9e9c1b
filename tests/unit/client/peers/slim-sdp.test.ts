import { expect, it } from "vitest";
import { slimSdp } from "#client/peers/slim-sdp.ts";

it("a description keeps what two browsers need, and one part", () => {
  const needed = [
    "v=0",
    "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    "a=group:BUNDLE 0",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    "c=IN IP4 0.0.0.0",
    "a=ice-ufrag:abcd",
    "a=ice-pwd:0123456789abcdefghijklmn",
    "a=ice-options:trickle",
    "a=fingerprint:sha-256 AA:BB",
    "a=setup:actpass",
    "a=mid:0",
    "a=sendrecv",
    "a=msid:- 8a0d",
    "a=rtcp-mux",
    "a=rtpmap:111 opus/48000/2",
    "a=fmtp:111 minptime=10;useinbandfec=1",
  ];
  const more = [
    "a=extmap-allow-mixed",
    "a=rtcp:9 IN IP4 0.0.0.0",
    "a=candidate:1 1 udp 2113937151 192.0.2.1 5000 typ host",
    "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
    "a=rtcp-rsize",
    "a=rtcp-fb:111 transport-cc",
    "a=ssrc:1 cname:x",
  ];
  const whole = [...needed.slice(0, 7), ...more, ...needed.slice(7)];
  expect(slimSdp(whole.join("\r\n"))).toBe(`${needed.join("\r\n")}\r\n`);
});
