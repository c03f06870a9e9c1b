/** What a frame on the connection carries, as far as its bytes are counted apart. */
export const FRAME_KINDS = ["state", "inputs", "messages"] as const;
/**
 * "state": whole states and patches, down. "inputs": what the hands do, up. "messages": all the rest either way, mostly
 * events of the match.
 */
export type FrameKind = (typeof FRAME_KINDS)[number];
